"""Rows about doors: logins and agreements."""

from __future__ import annotations

from crawler.demo.answers import page, redirect, status
from crawler.demo.host import host
from crawler.demo.hostile.redirects import HOME
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown

LOGIN = "restricted/login-redirect restricted/login-page"
PAGE = "restricted/login-page"


def _url(name: str, path: str = "/atlas") -> str:
    return f"https://{name}.hostile.example{path}"


# fmt: off
ROWS: tuple[Row, ...] = (
    row("B47", "to the login, for this page only", _url("login-one"),
        host({"/": HOME, "/atlas": redirect(302, "/login?next=/atlas"),
              "/login": shown("plain-login.html")}), LOGIN, "The page knows who may see it."),
    row("B48", "to the login, for every page", _url("login-all"),
        host({"*": redirect(302, "/accounts/login/?next=/atlas"),
              "/accounts/login/": shown("plain-login.html")}, robots=status(404)), LOGIN,
        "A door, though nobody knows what is behind it."),
    row("B47", "to CAS", _url("cas"),
        {"cas.hostile.example": host({"/": HOME, "/atlas": redirect(
            302, "https://sso.hostile.example/cas/login?service=https%3A%2F%2Fcas%2Fatlas")}),
         "sso.hostile.example": host({"/cas/login": shown("cas.html")})}, LOGIN,
        "A single sign-on is a door."),
    row("B47", "to Shibboleth", _url("shibboleth"),
        {"shibboleth.hostile.example": host({"/": HOME, "/atlas": redirect(
            302, "https://idp.hostile.example/idp/profile/SAML2/Redirect/SSO?SAMLRequest=fZJ")}),
         "idp.hostile.example": host({
             "/idp/profile/SAML2/Redirect/SSO": redirect(
                 302, "/idp/profile/SAML2/Redirect/SSO?execution=e1s1", cookie="JSESSIONID=1"),
             "/idp/profile/SAML2/Redirect/SSO?execution=e1s1": shown("shibboleth.html")})}, LOGIN,
        "A federation is a door."),
    row("B47", "to Keycloak", _url("keycloak"),
        host({"/": HOME, "/atlas": redirect(
            302, "/auth/realms/birds/protocol/openid-connect/auth?client_id=atlas"),
            "/auth/realms/birds/protocol/openid-connect/auth": shown("keycloak.html")}), LOGIN,
        "An identity server is a door."),
    row("B47", "to Google's accounts", _url("google-door"),
        {"google-door.hostile.example": host({"/": HOME, "/atlas": redirect(
            302, "https://accounts.google.com/ServiceLogin?continue=https://google-door")}),
         "accounts.google.com": host({"/ServiceLogin": shown("google-login.html")},
                                     robots=status(404))}, LOGIN,
        "Somebody there may see it."),
    row("C80", "a login page in place", _url("login-in-place"),
        host({"/": HOME, "/atlas": shown("plain-login.html")}), PAGE,
        "The form is all there is."),
    row("C80", "a login page in place, for every page", _url("login-in-place-all"),
        host({"*": shown("register.html")}, robots=status(404)), PAGE,
        "A door, though nobody knows what is behind it."),
    row("A11", "401 with a login page", _url("login-401"),
        host({"/": HOME, "/atlas": shown("plain-login.html", status=401)}),
        "restricted/http-401 restricted/login-page", "A door."),
    row("A12", "403 with a login page", _url("login-403"),
        host({"/": HOME, "/atlas": shown("register.html", status=403)}),
        PAGE, "Forbidden until one has signed in."),
    row("A12", "200 with terms to sign beside the files", _url("terms-200"),
        host({"/": HOME, "/atlas": shown("open-landing.html")}), "ok/http-200",
        "The page is public; its files are not."),
    row("B47", "moved for good, then to the login", _url("moved-login"),
        host({"/": HOME, "/atlas": redirect(301, "/data/atlas"),
              "/data/atlas": redirect(302, "/signin?return=/data/atlas"),
              "/signin": shown("plain-login.html")}), LOGIN, "The door counts for more."),
    row("B47", "to an open page in a folder called login-data", _url("login-data"),
        host({"/": HOME, "/atlas": redirect(302, "/login-data/sparrows"),
              "/login-data/sparrows": page("Login data of sparrows", body=(
                  "<h1>How sparrows log in</h1><p>Feeders that know their birds.</p>"))}),
        "ok/temporary-redirect", "A word in a path is no door."),
)
