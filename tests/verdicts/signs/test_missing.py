from __future__ import annotations

import pytest

from crawler.verdicts.evidence import SignKind
from crawler.verdicts.signs.missing import missing_phrase
from crawler.verdicts.signs.signature import parts_of

from .look import LONG, found, seen, titled

MISSING = {
    "withdrawn": [
        "This dataset has been withdrawn", "Dataset not found", "Record does not exist",
        "No such record", "This item was removed by its authors", "Study not found",
        "The record you requested could not be found", "No dataset found with id 7",
    ],
    "number": ["404", "Error 404", "404 error", "HTTP 404", "HTTP Status 404", "Oops! 404"],
    "en": [
        "Page not found", "404 Not Found", "Error 404: page not found",
        "Oops! That page can’t be found.", "File not found", "The page you requested was not found",
        "The page you are looking for does not exist", "This page isn't available",
        "Sorry, the page you were looking for could not be found", "The page cannot be found",
        "This page has been removed", "We can't find the page you're looking for", "Missing page",
        "Not Found", "Page doesn't exist", "The requested page could not be found",
        "The requested URL /set was not found on this server", "You seem to be lost",
        "Nothing here", "Page no longer available", "Broken link",
    ],
    "de": ["Seite nicht gefunden", "Die angeforderte Seite wurde nicht gefunden", "Nicht gefunden",
           "Fehler 404: Datei nicht gefunden", "Diese Seite existiert leider nicht mehr",
           "Die Seite konnte leider nicht gefunden werden", "Diese Seite gibt es nicht"],
    "es": ["Página no encontrada", "La página solicitada no existe", "No se encontró la página",
           "Error 404: no encontrado", "La página que buscas no se encuentra disponible"],
    "fr": ["Page non trouvée", "Page introuvable", "La page demandée n'existe pas",
           "La page que vous cherchez est introuvable"],
    "pt": ["Página não encontrada", "A página que você procura não existe", "Não encontrado"],
    "it": ["Pagina non trovata", "La pagina richiesta non esiste", "Pagina inesistente"],
    "nl": ["Pagina niet gevonden", "De opgevraagde pagina kon niet worden gevonden",
           "Deze pagina bestaat niet meer"],
    "pl": ["Nie znaleziono strony", "Strona nie została znaleziona", "Strona nie istnieje"],
    "ru": ["Страница не найдена", "Ошибка 404. Страница не найдена", "Такой страницы не существует",
           "К сожалению, запрашиваемая страница не существует"],
    "uk": ["Сторінку не знайдено"],
    "ja": ["ページが見つかりません", "お探しのページは見つかりませんでした",
           "指定されたページは存在しません",
           "お探しのページが見つかりません。"],
    "zh": ["页面不存在", "找不到页面", "抱歉，您访问的页面不存在",
           "404 页面未找到", "無法找到該網頁"],
    "ko": ["페이지를 찾을 수 없습니다", "요청하신 페이지를 찾을 수 없습니다",
           "존재하지 않는 페이지입니다"],
    "tr": ["Sayfa bulunamadı", "Aradığınız sayfa bulunamadı"],
    "ar": ["الصفحة غير موجودة"],
    "fa": ["صفحه مورد نظر یافت نشد"],
    "sv": ["Sidan kunde inte hittas"],
    "da": ["Siden blev ikke fundet", "Siden ble ikke funnet"],
    "fi": ["Sivua ei löydy"],
    "cs": ["Stránka nebyla nalezena"],
    "hu": ["Az oldal nem található"],
    "ro": ["Pagina nu a fost găsită"],
    "el": ["Η σελίδα δεν βρέθηκε"],
    "id": ["Halaman tidak ditemukan"],
    "vi": ["Không tìm thấy trang"],
    "th": ["ไม่พบหน้าที่คุณต้องการ"],
    "he": ["הדף לא נמצא"],
    "bg": ["Страницата не е намерена", "Грешка 404: търсената страница не съществува"],
    "hr": ["Stranica nije pronađena", "Greška 404: tražena stranica ne postoji"],
    "sl": ["Strani ni mogoče najti", "Stran ne obstaja"],
    "ca": ["Pàgina no trobada", "No s'ha trobat la pàgina"],
    "et": ["Lehekülge ei leitud", "Lehte ei leitud"],
    "lt": ["Puslapis nerastas"],
    "lv": ["Lapa nav atrasta"],
}  # fmt: skip

GENUINE = [
    "Error-related negativity 404", "Page not found: a study", "Not found in translation",
    "The 404 data set", "Error", "Errors", "Page", "Document", "La page", "Die Seite", "Pagina",
    "The page of the dataset", "Missing data in surveys", "Lost in space", "404 images of cats",
    "HTTP 404 in the wild: a corpus of error pages", "Gone with the wind", "Broken links corpus",
    "Withdrawn drugs dataset", "A dataset of deleted tweets", "Peugeot 404", "ページ",
    "网页", "Страница",
    "Lost and Found", "What to do if a page is not found", "Data not available for 1970", "",
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title"), [(key, title) for key, titles in MISSING.items() for title in titles]
)
def test_a_title_that_says_only_that_there_is_nothing(language: str, title: str) -> None:
    assert missing_phrase(parts_of(title)[0]) == language
    text = LONG if language != "number" else "<p>Try the search.</p>"
    assert found(SignKind.NOT_FOUND, seen(titled(f"{title} | The Atlas", text))) == language
    assert found(SignKind.NOT_FOUND, seen(titled(f"The Atlas - {title}", text))) == language
    assert found(SignKind.NOT_FOUND, seen(titled("Atlas", f"<h1>{title}</h1>{text}"))) == language


@pytest.mark.parametrize(
    ("title", "language"),
    [("404 - Page Not Found", "en"), ("Erreur 404 : cette page n’existe plus", "fr"),
     ("Error 404 | Atlas | Página no encontrada", "es")],
)  # fmt: skip
def test_words_say_more_than_a_number(title: str, language: str) -> None:
    assert found(SignKind.NOT_FOUND, seen(titled(title))) == language
    in_a_heading = titled("Erreur 404", "<h1>Cette page est introuvable</h1>")
    assert found(SignKind.NOT_FOUND, seen(in_a_heading)) == "fr"


@pytest.mark.parametrize("title", GENUINE)
def test_a_title_that_has_something_to_say(title: str) -> None:
    assert found(SignKind.NOT_FOUND, seen(titled(f"{title} | The Atlas"))) is None


def test_a_phrase_in_the_body_alone_is_no_sign() -> None:
    body = "<h1>What changed</h1><p>Page not found</p><p>This page has been removed.</p>"
    assert found(SignKind.NOT_FOUND, seen(titled("Atlas", body))) is None


TITLES = {
    "one part": ("Atlas", ["atlas"]),
    "hyphen": ("Not Found - Atlas", ["not found", "atlas"]),
    "a hyphen inside a word": ("Error-related", ["error-related"]),
    "bar": ("Not Found | Atlas", ["not found", "atlas"]),
    "double colon": ("Not Found :: Atlas", ["not found", "atlas"]),
    "dash": ("Not Found – Atlas", ["not found", "atlas"]),
    "long dash": ("Not Found — Atlas", ["not found", "atlas"]),
    "guillemet": ("Not Found » Atlas", ["not found", "atlas"]),
    "Chinese, closely": ("页面不存在_图集", ["页面不存在", "图集"]),
    "a colon binds": ("Page not found: a study", ["page not found: a study"]),
    "marks at the ends": ("(Not found!)", ["not found"]),
    "white space": ("  Not \n found ", ["not found"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("title", "parts"), TITLES.values(), ids=TITLES)
def test_a_title_has_parts(title: str, parts: list[str]) -> None:
    assert list(parts_of(title)) == parts
