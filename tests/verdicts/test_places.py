from __future__ import annotations

import pytest

from crawler.verdicts.places import identifier, place_of

HOLDS: dict[str, list[str]] = {
    "is_home": [
        "https://a.example", "https://a.example/", "https://a.example/index.php",
        "https://a.example/home", "https://a.example/Default.aspx",
        "https://a.example/index.jsp;jsessionid=1",
    ],
    "is_front": [
        "https://a.example/", "https://a.example/?lang=en", "https://a.example/index.php?utm_id=9",
        "https://a.example/?", "https://a.example/?en",
    ],
    "is_door": [
        "https://a.example/disclaimer", "https://a.example/en/terms-of-use",
        "https://a.example/accept.php", "https://a.example/hello?next=%2Fset",
    ],
    "is_login": [
        "https://a.example/login", "https://a.example/users/sign_in?return_to=%2Fset",
        "https://a.example/accounts/login/?next=/set", "https://a.example/wp-login.php?redirect_to=x",
        "https://a.example/Shibboleth.sso/Login?target=x", "https://login.microsoftonline.com/?x=1",
        "https://sso.a.example/", "https://accounts.google.com/v3/signin/identifier?continue=x",
        "https://a.example/realms/x/protocol/openid-connect/auth?client_id=1",
        "https://orcid.org/oauth/authorize?client_id=1",
    ],
    "is_error": [
        "https://a.example/404.htm", "https://a.example/404/", "https://a.example/errors/404",
        "https://a.example/en/page-not-found", "https://a.example/NotFound.aspx",
    ],
    "is_crash": ["https://a.example/Error.aspx?aspxerrorpath=/set"],
    "is_wall": [
        "https://unblock.a.example/", "https://captcha.a.example/x", "https://a.example/captcha?x",
        "https://www.google.com/sorry/index?continue=x", "https://validate.perfdrive.com/?x",
    ],
    "is_shop": ["https://www.hugedomains.com/x", "https://dan.com/buy", "https://sedo.com/search"],
    "promises_file": [
        "https://a.example/a.zip", "https://a.example/a.nii.gz", "https://a.example/A.CSV",
    ],
}  # fmt: skip
FAILS: dict[str, list[str]] = {
    "is_home": [
        "https://a.example/set", "https://a.example/?id=1", "https://a.example/index/of/sets",
        "https://a.example/homes",
    ],
    "is_front": [
        "https://a.example/set?lang=en", "https://a.example/?id=9", "https://a.example/?12",
    ],
    "is_door": [
        "https://a.example/sets/long-terms2", "https://a.example/ages", "https://a.example/?text=9",
        "https://a.example/lost?was=9",
    ],
    "is_login": [
        "https://a.example/logins/2019", "https://a.example/blog/login-attempts",
        "https://accounts.a.example/of/sparrows", "https://a.example/sets?next=2",
        "https://identity.a.example/",
    ],
    "is_error": [
        "https://a.example/error-handling.html", "https://a.example/404-images-of-cats",
        "https://a.example/sets/1404", "https://a.example/404/atlas",
    ],
    "is_crash": ["https://a.example/aspxerrorpath"],
    "is_wall": [
        "https://a.example/captchas", "https://challenge.a.example/", "https://a.example/sets/captcha",
        "https://recaptcha.example/",
    ],
    "is_shop": ["https://jordan.com/", "https://sedona.example/", "https://above.org/"],
    "promises_file": ["https://[x", "https://a.example/a.html", "https://a.example/zip", "https://a.zip/"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "url"), [(kind, url) for kind, urls in HOLDS.items() for url in urls]
)
def test_an_address_says_what_is_there(kind: str, url: str) -> None:
    assert getattr(place_of(url), kind) is True


@pytest.mark.parametrize(
    ("kind", "url"), [(kind, url) for kind, urls in FAILS.items() for url in urls]
)
def test_an_address_does_not_say_what_is_there(kind: str, url: str) -> None:
    assert getattr(place_of(url), kind) is False


PARKING = {
    "ww17": ("https://a.example/set", "http://ww17.a.example/set", True),
    "ww17 of www": ("https://www.a.example/set", "http://ww17.a.example/", True),
    "ww1 at its root": ("https://a.example/set", "http://ww1.a.example/", True),
    "ww1 with a mark": ("https://a.example/set", "http://ww1.a.example/set?subid1=2026", True),
    "ww1 with the path": ("https://a.example/set", "http://ww1.a.example/set", False),
    "ww2": ("https://a.example/set", "http://ww2.a.example/", False),
    "another's": ("https://a.example/set", "http://ww17.b.example/", False),
    "nowhere": ("https://a.example/set", "http://[x", False),
}


@pytest.mark.parametrize(("start", "end", "parks"), PARKING.values(), ids=PARKING)
def test_a_lapsed_domain_sends_its_visitors_away(start: str, end: str, parks: bool) -> None:
    assert place_of(end).is_parking_of(place_of(start)) is parks


NAMING = {
    "id=17": "17",
    "set=rivers&id=17": "17",
    "id=17&set=rivers": "17",
    "set=rivers&collection=asia": "asia",
    "study_id=phs000179.v6.p2": "phs000179.v6.p2",
    "persistentId=doi:10.5555/x&version=1": "doi:10.5555/x",
    "lang=en;acc=GSE1": "GSE1",
    "p=12": "12",
    "12345": "12345",
    "GSE-1": "GSE-1",
    "ID=a&page=3": "a",
}
NAMING_NOTHING = [
    "", "rivers", "lang=en", "usp=sharing", "dl=0", "C=M;O=A", "tab=files&sort=size", "page=2",
    "utm_id=9", "session_id=9", "ref_id=9", "clientId=9", "fbclid=9", "sid=9", "id=", "=9",
    "grid=9", "valid=1", "width=9",
]  # fmt: skip


@pytest.mark.parametrize(("query", "name"), NAMING.items())
def test_a_query_names_one_thing(query: str, name: str) -> None:
    found = identifier(query)
    assert found is not None
    assert query[slice(*found)] == name


@pytest.mark.parametrize("query", NAMING_NOTHING)
def test_a_query_only_tells_how(query: str) -> None:
    assert identifier(query) is None
