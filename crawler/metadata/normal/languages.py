"""Languages as BCP 47 tags, from codes and from names.

Written by hand: langcodes takes any two or three letters for a language, and knows names only
with a data package of many megabytes; a table of two hundred rows does both.
"""

from __future__ import annotations

import re
from typing import Any

from crawler.metadata.normal.text import listed, one_line, words

_LONGEST = 100

_ROWS = """\
aa aar afar|ab abk abkhazian|ae ave avestan|af afr afrikaans|ak aka akan|am amh amharic
an arg aragonese|ar ara arabic|as asm assamese|av ava avaric|ay aym aymara|az aze azerbaijani
ba bak bashkir|be bel belarusian|bg bul bulgarian|bi bis bislama|bm bam bambara|bn ben bengali
bo bod,tib tibetan|br bre breton|bs bos bosnian|ca cat catalan,valencian|ce che chechen
ch cha chamorro|co cos corsican|cr cre cree|cs ces,cze czech|cu chu church-slavic|cv chv chuvash
cy cym,wel welsh|da dan danish|de deu,ger german,deutsch|dv div maldivian,divehi|dz dzo dzongkha
ee ewe ewe|el ell,gre greek,modern-greek|en eng english|eo epo esperanto
es spa spanish,castilian,español|et est estonian|eu eus,baq basque|fa fas,per persian,farsi
ff ful fulah|fi fin finnish|fil fil filipino|fj fij fijian|fo fao faroese
fr fra,fre french,français|fy fry frisian,western-frisian|ga gle irish
gd gla gaelic,scottish-gaelic|gl glg galician|gn grn guarani|gsw gsw alemannic|gu guj gujarati
gv glv manx|ha hau hausa|haw haw hawaiian|he heb hebrew|hi hin hindi|ho hmo hiri-motu
hr hrv croatian|hsb hsb sorbian|ht hat haitian|hu hun hungarian|hy hye,arm armenian
hz her herero|ia ina interlingua|id ind indonesian|ie ile interlingue|ig ibo igbo
ii iii sichuan-yi|ik ipk inupiaq|io ido ido|is isl,ice icelandic|it ita italian,italiano
iu iku inuktitut|ja jpn japanese|jv jav javanese|ka kat,geo georgian|kg kon kongo|ki kik kikuyu
kj kua kuanyama|kk kaz kazakh|kl kal greenlandic,kalaallisut|km khm khmer|kn kan kannada
ko kor korean|kr kau kanuri|ks kas kashmiri|ku kur kurdish|kv kom komi|kw cor cornish
ky kir kyrgyz,kirghiz|la lat latin|lb ltz luxembourgish|lg lug ganda|li lim limburgan,limburgish
ln lin lingala|lo lao lao|lt lit lithuanian|lu lub luba-katanga|lv lav latvian|mg mlg malagasy
mh mah marshallese|mi mri,mao maori|mk mkd,mac macedonian|ml mal malayalam|mn mon mongolian
mr mar marathi|ms msa,may malay|mt mlt maltese|my mya,bur burmese|na nau nauru
nb nob bokmål,norwegian-bokmål|nd nde north-ndebele|nds nds low-german|ne nep nepali
ng ndo ndonga|nl nld,dut dutch,flemish,nederlands|nn nno nynorsk,norwegian-nynorsk
no nor norwegian|nr nbl south-ndebele|nv nav navajo|ny nya chichewa,nyanja|oc oci occitan
oj oji ojibwa|om orm oromo|or ori oriya,odia|os oss ossetian|pa pan punjabi,panjabi|pi pli pali
pl pol polish|ps pus pashto,pushto|pt por portuguese,português|qu que quechua|rm roh romansh
rn run rundi|ro ron,rum romanian|ru rus russian|rw kin kinyarwanda|sa san sanskrit
sc srd sardinian|sco sco scots|sd snd sindhi|se sme sami,northern-sami|sg sag sango
sh hbs serbo-croatian|si sin sinhala|sk slk,slo slovak|sl slv slovenian,slovene|sm smo samoan
sn sna shona|so som somali|sq sqi,alb albanian|sr srp serbian|ss ssw swati
st sot sotho,southern-sotho|su sun sundanese|sv swe swedish|sw swa swahili|ta tam tamil
te tel telugu|tg tgk tajik|th tha thai|ti tir tigrinya|tk tuk turkmen|tl tgl tagalog
tn tsn tswana|to ton tongan,tonga|tr tur turkish|ts tso tsonga|tt tat tatar|tw twi twi
ty tah tahitian|ug uig uyghur,uighur|uk ukr ukrainian|ur urd urdu|uz uzb uzbek|ve ven venda
vi vie vietnamese|vo vol volapük|wa wln walloon|wo wol wolof|xh xho xhosa|yi yid yiddish
yo yor yoruba|yue yue cantonese|za zha zhuang|zh zho,chi,cmn chinese,mandarin|zu zul zulu"""
"""ISO 639: the shortest code, the longer ones, the English name and sometimes its own."""

_TAGS = {
    spelling: row.split()[0]
    for row in _ROWS.replace("\n", "|").split("|")
    for column in row.split()
    for spelling in column.split(",")
}
_SCRIPT, _REGION = re.compile(r"[A-Za-z]{4}"), re.compile(r"[A-Za-z]{2}|\d{3}", re.ASCII)


def language(raw: Any) -> str | None:
    """A language as a BCP 47 tag; of several the first that is one.

    >>> language("English"), language("eng"), language("en_US"), language("xx")
    ('en', 'en', 'en-US', None)
    """
    tags = (_tag(one_line((words(item) or "")[:_LONGEST]) or "") for item in listed(raw))
    return next((tag for tag in tags if tag), None)


def _tag(text: str) -> str | None:
    """The tag of a code, of a name, or of an authority's address that ends in one."""
    word = text.rstrip("/").rpartition("/")[2] if "://" in text else text
    word = re.split(r"[;,(]", word, maxsplit=1)[0].strip()
    first, *rest = re.split(r"[-_]", word)
    found = _TAGS.get(word.lower().replace(" ", "-")) or _TAGS.get(first.strip().lower())
    if not found:
        return None
    parts = [found]
    if rest and _SCRIPT.fullmatch(rest[0]):
        parts.append(rest.pop(0).title())
    if rest and _REGION.fullmatch(rest[0]):
        parts.append(rest[0].upper())
    return "-".join(parts)
