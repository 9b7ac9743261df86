from __future__ import annotations

import pytest

from crawler.verdicts.evidence import SignKind
from crawler.verdicts.signs import Seen

from .look import LONG, found, seen, titled

FORM = '<form><input name="user"><input type="password" name="p"><button>Go</button></form>'
BOX = "<header><nav>Atlas Maps</nav><form><input><input type=password></form></header>"
PITCHED = "<p>Claim your bonus of 200 free spins.</p>"
DESCRIBED = '<head><title>Home</title><meta name="description" content="{}"></head>'

SIGNS: dict[str, tuple[SignKind, str, Seen]] = {
    "a login": (SignKind.LOGIN, "password", seen(titled("Log in | Atlas", FORM))),
    "a login in German": (SignKind.LOGIN, "password", seen(titled("Anmelden", FORM))),
    "a login in Chinese": (SignKind.LOGIN, "password", seen(titled("用户登录", FORM))),
    "a login to something": (SignKind.LOGIN, "password", seen(titled("Sign in to Birds", FORM))),
    "a login under a heading": (SignKind.LOGIN, "password", seen(f"<h1>Log in</h1>{FORM}")),
    "a login without a title": (SignKind.LOGIN, "password", seen(f"<p>Login</p>{FORM}")),
    "a registration": (SignKind.LOGIN, "password", seen(titled("Create an account", FORM))),
    "a login in two steps": (
        SignKind.LOGIN, "form", seen(titled("Sign in", '<form><input type="email"></form>'))),
    "Google's login": (
        SignKind.LOGIN, "form", seen(titled("Sign in - Google Accounts"))),
    "SAML": (SignKind.LOGIN, "saml", seen('<form><input name="SAMLRequest" value="x"></form>')),
    "terms": (SignKind.TERMS, "terms", seen("You must sign the data use agreement.", 403)),
    "credentials": (SignKind.TERMS, "terms", seen("This is a restricted-access resource.", 403)),
    "a refusal to strangers": (SignKind.TERMS, "login", seen("Please log in to go on.", 403)),
    "a country": (SignKind.GEO, "title", seen(titled("Not available in your country"))),
    "a region, in the text": (SignKind.GEO, "page", seen("This is unavailable in your region.")),
    "a country, in Spanish": (SignKind.GEO, "page", seen("No está disponible en su país.")),
    "CloudFront": (SignKind.GEO, "cloudfront",
                   seen("configured to block access from your country", 403)),
    "Cloudflare": (SignKind.GEO, "cloudflare", seen("error code: 1009", 403)),
    "React": (SignKind.SHELL, "root", seen('<div id="root"></div><script></script>')),
    "Angular": (SignKind.SHELL, "component", seen("<app-root></app-root>")),
    "a wish for scripts": (
        SignKind.SHELL, "noscript",
        seen("<noscript>You need to enable JavaScript to run this app.</noscript>")),
    "nothing but a script": (SignKind.SHELL, "bare", seen("<script>import('/a.js')</script>Atlas")),
    "a doubt about visitors": (
        SignKind.SHELL, "gate",
        seen("<p>We make sure that your visit is not automated. It takes five seconds.</p>")),
    "a wish for cookies": (
        SignKind.SHELL, "gate",
        seen("<p>Your browser must accept cookies. Please enable cookies and reload.</p>")),
    "a limit": (
        SignKind.SHELL, "gate", seen("<p>Rate limit exceeded. Please try again later.</p>")),
    "a check in French": (
        SignKind.SHELL, "gate",
        seen("<p>Vérification de votre navigateur en cours, merci de patienter.</p>")),
    "an address that is not let in": (
        SignKind.SHELL, "gate",
        seen("<p>Your IP address has been restricted because of heavy use.</p>")),
    "an access that is blocked, in Portuguese": (
        SignKind.SHELL, "gate",
        seen("<p>O seu acesso foi bloqueado por motivos de segurança.</p>")),
    "an old browser": (
        SignKind.SHELL, "gate",
        seen("<p>Your browser is not supported. Please take another one for this site.</p>")),
    "a puzzle": (
        SignKind.SHELL, "gate",
        seen('<p>Please solve the puzzle to go on to the atlas.</p><div class="h-captcha"></div>')),
    "a shell that doubts": (
        SignKind.SHELL, "root", seen('<div id="root"></div><p>Please wait, human.</p>')),
    "slots": (SignKind.USURPED, "unmistakable", seen(titled("SITUS SLOT Gacor Hari Ini"))),
    "casino": (SignKind.USURPED, "likely", seen(titled("Casino of dreams", PITCHED))),
    "pills": (
        SignKind.USURPED, "likely",
        seen(DESCRIBED.format("Buy viagra without prescription, free shipping"))),
    "cards": (SignKind.USURPED, "likely", seen(DESCRIBED.format("Poker for real money") + PITCHED)),
    "Thai slots": (SignKind.USURPED, "unmistakable", seen(titled("สล็อตเว็บตรง"))),
}  # fmt: skip

NONE: dict[str, tuple[SignKind, Seen]] = {
    "a login box in a header": (SignKind.LOGIN, seen(titled("Atlas", BOX + LONG))),
    "a login box on a short page": (
        SignKind.LOGIN,
        seen(titled("Atlas", BOX + "<p>Sparrows.</p>")),
    ),
    "a login among the headings of a site": (
        SignKind.LOGIN,
        seen(titled("Atlas", f"<h1>Atlas</h1><p>{LONG[3:100]}</p><h2>User login</h2>{FORM}")),
    ),
    "a registration of images": (
        SignKind.LOGIN,
        seen(titled("Registration | Lungs", "<form><input name=q></form>")),
    ),
    "a login box with its name on a short page": (
        SignKind.LOGIN,
        seen(titled("Atlas", f"<nav>Log in {FORM}</nav><p>Sparrows.</p>")),
    ),
    "a paper on logins": (SignKind.LOGIN, seen(titled("Login attempts: a data set", FORM))),
    "a link to a login": (SignKind.LOGIN, seen(titled("Atlas", '<a href="/login">Log in</a>'))),
    "terms of a page that is open": (SignKind.TERMS, seen("Sign the data use agreement.")),
    "a plain refusal": (SignKind.TERMS, seen("You don't have permission to access this.", 403)),
    "shipping": (SignKind.GEO, seen(LONG + "Shipping is not available in your country.")),
    "a page that scripts improve": (SignKind.SHELL, seen(f'<div id="root">{LONG}</div>')),
    "a script on a page with words": (
        SignKind.SHELL,
        seen("<script></script><p>Where sparrows breed, square after square.</p>"),
    ),
    "a long page about robots": (SignKind.SHELL, seen(f"<p>Robots and humans.</p>{LONG}")),
    "an old page": (SignKind.SHELL, seen("<h1>Sparrows</h1><a href=a.txt>a.txt</a>")),
    "goods that nobody sells": (SignKind.USURPED, seen(DESCRIBED.format("Poker hands, dealt"))),
    "goods with a word of selling": (SignKind.USURPED, seen(titled("Casino", "<p>Bonus</p>"))),
    "a word of selling, said twice": (
        SignKind.USURPED,
        seen(titled("Casino", "<p>Bonus</p><p>bonus</p>")),
    ),
    "what is sold, and studied": (SignKind.USURPED, seen(titled("Casino: a survey", PITCHED))),
    "what is sold, and studied in a heading": (
        SignKind.USURPED,
        seen(titled("Casino", f"<h1>The data</h1>{PITCHED}")),
    ),
    "selling something else": (SignKind.USURPED, seen(titled("Sparrows", PITCHED))),
    "time slots inside a word": (SignKind.USURPED, seen(titled("Timeslots and alphabets"))),
    "an atlas": (SignKind.USURPED, seen(titled("Sparrow Atlas"))),
}


@pytest.mark.parametrize(("kind", "name", "what"), SIGNS.values(), ids=SIGNS)
def test_a_sign_is_found(kind: SignKind, name: str, what: Seen) -> None:
    assert found(kind, what) == name


@pytest.mark.parametrize(("kind", "what"), NONE.values(), ids=NONE)
def test_what_only_looks_like_a_sign_is_none(kind: SignKind, what: Seen) -> None:
    assert found(kind, what) is None
