"""Walls and doors in disguise: what a person would get past, or be asked at."""

from __future__ import annotations

from crawler.verdicts.evidence import Evidence

from .signs.look import titled
from .whole import FORM, SCRIPT, look

HUMAN = '<div class="cf-turnstile" data-sitekey="0x4"></div><p>Verify you are human.</p>'
WALLED: dict[str, Evidence] = {
    "404, and a challenge": look(titled("Just a moment...", HUMAN), 404, "cf-mitigated: challenge"),
    "404, and a test": look(titled("Verify you are human", HUMAN), 404),
    "410, and a test": look(titled("Checking your browser", SCRIPT), 410),
    "a test under the site's own name": look(titled("Sparrow Atlas", HUMAN)),
    "a test that calls itself not found": look(titled("Page not found", HUMAN)),
    "a firewall that calls itself an error": look(
        titled("Error", "The requested URL was rejected. Please consult with your administrator.")
    ),
    "500 by a firewall": look(
        titled(
            "Request Rejected",
            "The requested URL was rejected. Please consult with your "
            "administrator. Your support ID is: 9",
        ),
        500,
    ),
    "a maintenance page that waits for a script": look(
        titled("Maintenance", '<div id="sec-if-cpt-container"></div>'), 503
    ),
    "a refusal at 200": look(titled("403 Forbidden", "<h1>Forbidden</h1>")),
    "a refusal in German": look(titled("Zugriff verweigert")),
    "a puzzle in Chinese": look(titled("安全验证", SCRIPT)),
    "nothing but a frame": look(
        '<html><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=1"></iframe></body></html>'
    ),
    "unusual traffic, and a captcha": look(
        titled("Hold on", '<p>Unusual activity from your network.</p><div class="h-captcha"></div>')
    ),
    "a country, 404": look("<p>This page is not available in your country.</p>", 404),
    "a country, in French": look("<h1>Ce contenu n'est pas disponible dans votre pays</h1>"),
    "a question": look(titled("Are you a human?", SCRIPT)),
    "a region in Chinese": look(titled("内容不可用", "<p>您所在的地区无法访问此内容</p>")),
    "a shell that says not found beside": look('<div id="app"></div>' + SCRIPT),
    "press and hold": look(titled("Access to this page has been denied", "Press & Hold"), 403),
    "an instant in French": look(
        titled("Un instant…", "<script>window._cf_chl_opt={}</script>"), 403
    ),
    "412, and a test": look(titled("Robot or human?", '<div id="px-captcha"></div>'), 412),
    "405, and a test": look(
        titled("Human Verification", '<script src="https://x.awswaf.com/captcha.js"></script>'), 405
    ),
    "a client's challenge": look(titled("Client Challenge", SCRIPT)),
    "a guard": look(titled("DDoS protection by Guard", SCRIPT), 503),
    "a refusal with a word of permission": look(
        titled("Access Denied", "<h1>Access Denied</h1>You don't have permission")
    ),
    "a plain 403": look(titled("403 Forbidden", "<center><h1>403 Forbidden</h1></center>"), 403),
    "a region, in the text": look(
        titled("Unavailable", "<p>Sorry, this service is not available in your region.</p>")
    ),
    "a union": look(
        titled(
            "451: Unavailable",
            "<p>This site is not available to users in the European Economic Area.</p>",
        )
    ),
    "a refusal that calls itself missing": look(titled("Access denied"), 404),
    "a check of people": look(titled("Human verification", SCRIPT)),
    "a captcha of Aliyun's": look("<script>AliyunCaptcha()</script>"),
    "a refusal in Spanish": look(titled("Acceso denegado", SCRIPT)),
    "a region in German": look("<p>Leider in Ihrer Region nicht verfügbar.</p>"),
    "a region in Dutch": look("<p>Niet beschikbaar in uw land.</p>"),
    "a test in Russian": look(titled("Проверка браузера", SCRIPT)),
    "a script of Cloudflare's": look("<script>window._cf_chl_opt = (x);</script>"),
    "a script of PerimeterX's": look('<script src="//client.perimeterx.net/a.js"></script>', 403),
    "a shell with a name": look(
        "<html><head><title>Portal</title></head><body>"
        "<noscript>You need to enable JavaScript to run this app.</noscript>"
        '<div id="root"></div></body></html>'
    ),
    "503 while a browser is checked": look(
        titled(
            "Please wait...", "<p>Checking your browser before accessing a.example</p>" + SCRIPT
        ),
        503,
    ),
    "a test in a heading, with patience": look(
        titled(
            "a.example", "<h1>Verifying you are human. This may take a few seconds.</h1>" + SCRIPT
        ),
        200,
    ),
}


DOORS: dict[str, Evidence] = {
    "a login": look(titled("Log in - Bird Bank", FORM)),
    "a login for each page of the site": look("<h1>Please sign in</h1>" + FORM),
    "a registration": look(titled("Create an account", FORM)),
    "terms at 403": look(titled("Forbidden", "You must sign the data use agreement first."), 403),
    "members at 403": look("<p>Access is restricted to registered users.</p>", 403),
    "a login in two steps": look(
        titled("Sign in to your account", "<form><input type=email></form>")
    ),
    "a login that is required": look(titled("Login required", "<p>You must log in.</p>" + FORM)),
    "a login at 403": look(
        titled("403", "<p>You need to sign in to access this data set.</p>"), 403
    ),
    "a login under a site's name": look(titled("Bird Bank", "<h1>Member login</h1>" + FORM)),
    "a login in French": look(titled("Connexion - Banque", FORM)),
}
