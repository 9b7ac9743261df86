"""Titles and headings under which a page says, with status 200, that it is not there."""

from __future__ import annotations

import re

from crawler.verdicts.evidence import Sign, SignKind
from crawler.verdicts.signs.signature import Seen

WITHDRAWN = "withdrawn"
"""The name of a sign in words that only a record's own page says, not a page made for any path."""

NUMBER = "number"
"""The name of a sign in a number alone, which may as well be the record's own."""

_MARKS = re.compile(r"[\s!-/:-@\[-`{-~¡¿«»“”„‘’´…–—·•、。，！？：；（）「」『』【】]+")
_NUMBER = re.compile(r"(?<!\w)(?:http )?(?:error |status |code )*404|(?<!\w)410 gone")
_NOISE = re.compile(
    r"(?<!\w)(?:404|410|error|http|https|status|code|o+u?ps|whoops|ups|hoppla|ouch|uh oh|sorry|so"
    r"|we re|but|erreur|fehler"
    r"|errore|erro|fout|foutmelding|błąd|hata|ошибка|feil|fel|fejl|virhe|chyba|hiba|eroare|lỗi|грешка|greška|napaka"
    r"|nous sommes"
    r"|désolée?s?|leider|lo sentimos|lo siento|perdón|desculpe|siamo spiacenti|spiacenti|helaas"
    r"|przepraszamy|niestety"
    r"|üzgünüz|извините|к сожалению)(?!\w)|エラー(?:コード)?|申し訳(?:ございません"
    r"|ありません)が?|错误|錯誤|很?抱歉"
    r"|对不起|對不起|오류|죄송합니다"
)

_THING = (
    r"(?:(?:the|this|that|your|our|requested|specified|web|html) )*"
    r"(?:page|file|document|content|resource|url|webpage|address|article|link|path|route"
    r"|location|node|view)"
)
_RECORD = (
    r"(?:(?:the|this|that|your|our|requested|specified) )*"
    r"(?:data ?set|record|item|entry|study|project|collection|accession|object|repository"
    r"|deposit|submission"
    r"|publication|version)"
)
_SOUGHT = (
    r"(?: (?:that )?(?:you(?: are| were| re| have| ve)? |with (?:this|that) )?"
    r"(?:looking for|searching for|requested|trying to (?:reach|access|view|find|open)"
    r"|tried to (?:reach|access|open)"
    r"|entered|want(?:ed)?|id|name|identifier))?"
)
_IS_NOT = (
    r" (?:(?:was |is |were |has |are )?(?:currently )?(?:not|no longer) (?:been |be )?(?:found"
    r"|available|here|accessible)"
    r"|(?:could not|can not|cannot|couldn t|can t|wasn t|isn t|hasn t)(?: been| be)? (?:found"
    r"|displayed|located|available|here)"
    r"|(?:does not|doesn t|did not|didn t|not|no longer) exists?"
    r"|(?:has been |was |is )?(?:permanently )?(?:removed|deleted|withdrawn)"
    r"|(?:may|might|could) have been (?:moved|removed|deleted|renamed)(?: .{1,60})?)"
)

_ENGLISH = (
    r"not found|nothing (?:was )?found"
    r"|(?:page|file|link) (?:missing|lost|gone|unavailable)|(?:missing|lost|broken|dead"
    r"|invalid|bad) (?:page|link|url)"
    r"|(?:there (?:is|s) )?(?:nothing|no page) (?:here|found here|to see here)|no such (?:page"
    r"|file|document)(?: or directory)?"
    r"|(?:we )?(?:can t|cannot|couldn t|could not|can not|were unable to"
    r"|are unable to)(?: seem to)? (?:find|locate) "
    r"(?:the|that|this|your|what)\b(?: (?:page|file|document|content))?(?: you (?:re|are"
    r"|were) looking for)?(?: you requested)?"
    r"|(?:this is not|not) the (?:web ?)?page you (?:re|are|were) looking for|you (?:seem to be"
    r"|are|re) lost"
    r"|the requested (?:page|url)(?: \S{1,80}){1,8} (?:could not be|was not|is not) found"
    r"|page (?:does not|doesn t) exist|page cannot be (?:found|displayed)"
)
_GONE = (
    rf"{_RECORD} (?:has been|was|is|have been)(?: been)? (?:permanently |since )?(?:withdrawn"
    rf"|removed|deleted|retired|taken down"
    rf"|discontinued)(?: .{{1,60}})?|{_RECORD}{_SOUGHT}{_IS_NOT}"
    r"|no (?:such )?(?:record|dataset|data set|entry|item|study) (?:was )?(?:found"
    r"|exists?)(?: (?:with|for) .{1,60})?"
    r"|no such (?:record|dataset|data set|entry|item|study)"
)
_ELSEWHERE = {
    "de": r"(?:(?:die|diese|ihre|der|das|dieser|dieses) )?(?:(?:angeforderte|gesuchte|gewünschte"
          r"|aufgerufene|angegebene)[rs]? )?"
          r"(?:seite|datei|inhalt|dokument|url|webseite|internetseite)(?: (?:konnte|wurde|ist"
          r"|kann|existiert))?(?: leider)? nicht"
          r"(?: mehr)?(?: (?:gefunden|verfügbar|vorhanden|erreichbar))?(?: werden)?|(?:die "
          r"|diese )?seite existiert nicht(?: mehr)?"
          r"|diese seite gibt es (?:leider )?nicht(?: mehr)?|nicht gefunden|wir (?:konnten"
          r"|können) die seite nicht finden"
          r"|seite fehlt",
    "es": r"(?:(?:la|esta|el|este) )?(?:página|pagina|archivo|documento|recurso"
          r"|contenido)(?: web)?(?: (?:solicitad[ao]|que (?:buscas?"
          r"|está buscando|estás buscando|solicitó|intenta ver)))? no (?:se )?(?:(?:ha |fue "
          r"|pudo |puede |está )?(?:sido |ser )?"
          r"(?:encontrad[ao]|encontr[óa]r?|encuentra|existe|disponible"
          r"|hallad[ao]))(?: disponible)?|no encontrad[ao]"
          r"|no (?:se )?(?:encontramos|hemos encontrado|encontró|se ha encontrado"
          r"|encontrado) la página.{0,40}"
          r"|página inexistente",
    "fr": r"(?:(?:la|cette|votre|le|ce) )?(?:page|fichier|document|ressource"
          r"|contenu)(?: web)?(?: (?:demandée?|recherchée?"
          r"|que vous (?:cherchez|recherchez|avez demandée?|demandez)))? (?:(?:est "
          r"|semble )?introuvable|(?:est )?inexistante?"
          r"|non trouvée?|non disponible|n existe (?:pas|plus)(?: ou plus)?"
          r"|n est (?:pas|plus) disponible"
          r"|n a (?:pas (?:pu être |été )|pu être )"
          r"(?:trouvée?|localisée?))|(?:page )?non trouvée?|introuvable",
    "pt": r"(?:(?:a|esta|essa|o|este) )?(?:página|pagina|arquivo|ficheiro|conteúdo"
          r"|documento)(?: (?:solicitad[ao]|que (?:você )?(?:procura"
          r"|está procurando|procurou|está à procura|tentou acessar)))? não (?:(?:foi|pôde ser"
          r"|está|pode ser) )?(?:encontrad[ao]|existe"
          r"|disponível|localizad[ao])(?: mais)?|não encontrad[ao]|não (?:encontramos"
          r"|foi possível encontrar) (?:a|esta|essa) página.{0,40}",
    "it": r"(?:(?:la|questa|il|questo) )?(?:pagina|file|documento|risorsa"
          r"|contenuto)(?: (?:richiest[ao]|cercat[ao]|che (?:stai|state) "
          r"cercando|che cerchi))? (?:non (?:(?:è(?: stat[ao])?|può essere) )?(?:trovat[ao]"
          r"|esiste|disponibile|esistente|presente)"
          r"(?: più)?|inesistente)|non trovat[ao]",
    "nl": r"(?:(?:de|deze|het|dit) )?(?:(?:opgevraagde|gezochte|gevraagde) )?(?:pagina|bestand"
          r"|document)(?: (?:die|dat) (?:u|je) "
          r"(?:zoekt|zocht|opvroeg))?(?: (?:is|kon|werd|kan"
          r"|bestaat))? niet(?: meer)?(?: (?:worden )?(?:gevonden|beschikbaar))?"
          r"(?: worden)?|niet gevonden|deze pagina bestaat niet(?: meer)?",
    "pl": r"(?:(?:ta|podana|żądana|szukana|taka) )?(?:strona|plik|dokument)(?: (?:której"
          r"|o którą) (?:szukasz|prosisz))? nie "
          r"(?:(?:została|został|może zostać) )?(?:znalezion[ay]|odnalezion[ay]|istnieje"
          r"|jest dostępn[ay])|nie (?:znaleziono|odnaleziono)"
          r"(?: (?:takiej|tej|podanej|żądanej|szukanej))?(?: (?:strony|pliku|dokumentu))?"
          r"|brak (?:takiej )?strony",
    "ru": r"(?:(?:запрашиваемая|запрошенная|данная|такая|эта|искомая"
          r"|указанная) (?:вами )?)?(?:страница|документ|файл|ресурс)"
          r"(?: которую вы (?:ищете|запросили))? (?:не (?:была? )?(?:найден[аоы]?|существует"
          r"|доступна|обнаружена)|удалена|отсутствует)"
          r"|не найден[ао]?|(?:такой|этой|запрашиваемой"
          r"|данной) страницы (?:больше )?(?:не существует|нет)(?: на сайте)?"
          r"|нет такой страницы|страница больше не существует",
    "uk": r"сторінк[ау] не (?:знайдено|знайдена|існує)|не знайдено",
    "ja": r"(?:お探し|ご指定|ご要求|アクセス|ご覧になろうと)?(?:の|された|指定された|指定した"
          r"|要求された|該当する|しようとした)?(?:web)?"
          r"(?:ページ|ファイル|コンテンツ|url|記事|データ)(?:は|が"
          r"|を)? ?(?:現在)?(?:お?見つ(?:かり|け(?:ることが)?(?:られ|でき)?)"
          r"(?:ません|ませんでした)|見つけることができません(?:でした)?|存在しません"
          r"|存在しないか.{0,30}|(?:ござい|あり)ません(?:でした)?"
          r"|(?:移動|削除).{0,40}|表示できません)|見つかりません(?:でした)?|ページ未検出",
    "zh": r"(?:(?:您|你)?(?:所|要|想要|正在)?(?:访问|請求|请求|查找|查看|要找|找|訪問|瀏覽|浏览"
          r"|寻找|尋找)的?)?(?:该|該|此|这个|网站)?(?:页面|頁面|网页"
          r"|網頁|文件|内容|內容|資源|资源|链接|連結|页|頁)(?:不存在|找不到(?:了|啦)?|未找到"
          r"|(?:已|已经|已經)(?:被)?(?:删除|刪除|移除)|(?:无法|無法|没有|沒有|没)"
          r"(?:找到|被找到)|不见了|丢失(?:了)?|走丢了|已失效|已下线)(?:了)?(?:或.{1,12})?|(?:找不到|未找到"
          r"|没有找到|没找到|沒有找到|無法找到|无法找到)(?:了)?(?:(?:您|你)?(?:所|要|想要)?"
          r"(?:访问|查找|请求|找|尋找|请求|訪問|瀏覽|浏览)?的?|该|該|此|这个|相关)?(?:页面|頁面"
          r"|网页|網頁|文件|内容|资源|頁)?",
    "ko": r"(?:(?:요청하신|요청한|찾으시는|해당|이|존재하지 않는) ?)?(?:페이지|파일|문서)(?:를"
          r"|을|가|는|이)? ?(?:찾을 수 ?(?:없습니다|없음|없어요)"
          r"|존재하지 ?않(?:습니다|음|아요)|없습니다)|존재하지 않는 (?:페이지|문서)(?:입니다)?"
          r"|찾을 수 없(?:습니다|음)",
    "tr": r"(?:(?:aradığınız|istenen|bu|istediğiniz) )?(?:sayfa|dosya|içerik|belge)(?:yı"
          r"|ya)? (?:bulunamadı|mevcut değil|bulunmuyor|yok"
          r"|bulunamıyor)|bulunamadı",
    "ar": r"(?:عذرا )?(?:الصفحة|صفحة) (?:المطلوبة |التي تبحث عنها )?(?:غير موجودة|غير متاحة"
          r"|غير متوفرة|لا وجود لها)|لم يتم العثور على "
          r"(?:هذه )?الصفحة(?: المطلوبة)?",
    "fa": r"صفحه (?:مورد نظر |درخواستی )?(?:شما )?(?:یافت|پیدا) نشد",
    "sv": r"(?:sidan|filen)(?: du (?:söker|letar efter))? (?:kunde inte hittas|hittades inte"
          r"|finns inte(?: längre)?|saknas)",
    "da": r"(?:siden|filen)(?: du (?:leder|leter) etter| du leder efter)? (?:blev ikke fundet"
          r"|ble ikke funnet|kunne ikke findes"
          r"|findes ikke|finnes ikke|kunne ikke finnes)(?: længere| lenger)?|fant ikke siden",
    "fi": r"(?:hakemaasi |etsimääsi )?sivua ei (?:löydy|löytynyt|ole)",
    "cs": r"(?:požadovaná |hledaná |tato )?str[aá]nka (?:nebyla nalezena|nenalezena|neexistuje"
          r"|nebola nájdená|neexistuje|sa nenašla)",
    "hu": r"(?:a |az )?(?:keresett )?oldal nem található",
    "ro": r"pagina (?:solicitată |căutată )?(?:nu (?:a fost găsită|există|a putut fi găsită)"
          r"|negăsită)",
    "el": r"η σελίδα(?: που (?:ζητήσατε|αναζητάτε))? δεν (?:βρέθηκε|υπάρχει)",
    "id": r"(?:halaman|laman)(?: yang anda cari)? (?:tidak (?:ditemukan|tersedia|dijumpai|ada))",
    "vi": r"(?:không tìm thấy (?:trang|nội dung)(?: .{1,30})?|trang (?:này "
          r"|bạn tìm )?không (?:tồn tại|tìm thấy))",
    "th": r"ไม่พบหน้า.{0,40}",
    "bg": r"(?:търсената )?страниц(?:а|ата) не (?:е (?:намерена|открита)|съществува)",
    "hr": r"(?:tražena )?stranic[ae] (?:nije (?:pronađena|nađena)|ne postoji)"
          r"|(?:тражена )?страница није пронађена",
    "sl": r"stran(?:i)? ni (?:bilo )?(?:mogoče najti|najdena)|stran ne obstaja",
    "ca": r"(?:la )?pàgina (?:(?:sol licitada )?no (?:trobada|existeix|s ha trobat))"
          r"|no s ha trobat la pàgina",
    "et": r"(?:otsitud )?lehekülge? ei (?:leitud|leidu|eksisteeri)|lehte ei leitud",
    "lt": r"puslapis nerastas|puslapis neegzistuoja",
    "lv": r"lapa (?:nav atrasta|neeksistē)|lapu nevar atrast",
    "he": r"(?:ה)?(?:עמוד|דף)(?: המבוקש)? לא נמצא",
}  # fmt: skip

_PHRASES = (
    (WITHDRAWN, re.compile(_GONE)),
    (
        "en",
        re.compile(rf"(?:{_THING}{_SOUGHT}{_IS_NOT}|{_ENGLISH})(?: on (?:this|our) \w{{4,8}})?"),
    ),
    *((language, re.compile(pattern)) for language, pattern in _ELSEWHERE.items()),
)


def missing(seen: Seen) -> Sign | None:
    """The part of the title or a heading that says nothing but: there is no such page.

    Words say more than a number, which alone may be the subject of a page that says much.
    """
    said = [(name, part) for part in seen.parts if (name := missing_phrase(part))]
    said = [(name, part) for name, part in said if name != NUMBER or seen.says_little]
    first = min(said, key=lambda one: one[0] == NUMBER, default=None)
    return Sign(SignKind.NOT_FOUND, *first) if first else None


def missing_phrase(part: str) -> str | None:
    """The language in which these words say that a page is missing, or `withdrawn`, or `number`.

    >>> missing_phrase("oops! 404: page not found"), missing_phrase("error-related negativity 404")
    ('en', None)
    """
    words = _MARKS.sub(" ", part).strip()
    core = " ".join(_NOISE.sub(" ", words).split())
    if not core:
        return NUMBER if _NUMBER.search(words) else None
    return next((name for name, pattern in _PHRASES if pattern.fullmatch(core)), None)
