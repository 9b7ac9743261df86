"""Rows about walls: servers that let people in and robots not."""

from __future__ import annotations

from crawler.demo.answers import hang, header, page, redirect, status, text, when
from crawler.demo.host import Host, host
from crawler.demo.hostile.methods import FINE
from crawler.demo.hostile.row import Row, row
from crawler.demo.hostile.shown import shown
from crawler.demo.steps import Answer

WALL = "blocked/bot-wall"
CLOUDFLARE = {"Server": "cloudflare", "CF-RAY": "8e5b1f0c2a3d4f5e-FRA"}
MITIGATED = {**CLOUDFLARE, "cf-mitigated": "challenge"}
INCAPSULA = [("X-CDN", "Incapsula"), ("X-Iinfo", "9-1234567-0 NNNN RT(1763607600 0)"),
             ("Set-Cookie", "visid_incap_2371=k3Vn; HttpOnly; path=/; Domain=.hostile.example"),
             ("Set-Cookie", "incap_ses_108_2371=eRcf; path=/")]  # fmt: skip


def _url(name: str) -> str:
    return f"https://{name}.hostile.example/atlas"


def _all(answer: Answer) -> Host:
    return host({"*": answer}, robots=status(404))


def _here(answer: Answer) -> Host:
    return host({"/": page("The house of atlases"), "/atlas": answer})


# fmt: off
ROWS: tuple[Row, ...] = (
    row("A23", "Amazon's wall, a challenge with 202", _url("aws-202"),
        _all(shown("aws-challenge.html", status=202, headers={"x-amzn-waf-action": "challenge",
                                                              "Server": "CloudFront"})),
        WALL, "Accepted, but not let in."),
    row("A23", "Amazon's wall, a challenge without a page", _url("aws-202-empty"),
        _all(text("", status=202, headers={"x-amzn-waf-action": "challenge"})), WALL,
        "The header says enough."),
    row("A24", "Amazon's wall, a captcha with 405", _url("aws-405"),
        _all(shown("aws-captcha.html", status=405, headers={"x-amzn-waf-action": "captcha"})),
        WALL, "The method is not what is wrong."),
    row("C74", "Cloudflare's challenge", _url("cloudflare-403"),
        _all(shown("cloudflare-challenge.html", status=403, headers=MITIGATED)), WALL,
        "The header says that it is a challenge."),
    row("C74", "Cloudflare's challenge before robots.txt too", _url("cloudflare-robots"),
        host({"*": shown("cloudflare-challenge.html", status=403, headers=MITIGATED)}), WALL,
        "A robots.txt that is forbidden has no rules; the page is still walled."),
    row("C73", "Cloudflare's challenge, known by its page", _url("cloudflare-503"),
        _all(shown("cloudflare-challenge.html", status=503, headers=CLOUDFLARE)), WALL,
        "Older ones have no header."),
    row("C73", "Cloudflare says: blocked", _url("cloudflare-blocked"),
        _all(shown("cloudflare-blocked.html", status=403, headers=CLOUDFLARE)), WALL,
        "Not broken, but walled."),
    row("C73", "Cloudflare's challenge with 200", _url("cloudflare-200"),
        _all(shown("cloudflare-challenge.html", headers=CLOUDFLARE)), WALL,
        "The status is kind, the page is a wall."),
    row("W", "behind Cloudflare and fine", _url("cloudflare-fine"),
        _here(page("Sparrow Atlas", description="Where sparrows breed.", headers=CLOUDFLARE)),
        "ok/http-200", "To stand behind a wall is not to be walled off."),
    row("W", "behind Cloudflare and gone", _url("cloudflare-404"),
        _here(status(404, headers=CLOUDFLARE)), "gone/http-404", "The wall lets the 404 through."),
    row("C73", "Anubis, 200", _url("anubis"), _all(shown("anubis.html", headers=[
        ("Set-Cookie", "techaro.lol-anubis-auth=; Path=/; Max-Age=0")])), WALL,
        "It answers 200 to everybody."),
    row("C76", "Anubis, for browsers only", _url("anubis-mozilla"),
        host({"/": page("The house of atlases"), "/atlas": when(
            header("User-Agent", "mozilla|opera"), shown("anubis.html"), FINE)}), "ok/http-200",
        "An honest name is let through; a mask is stopped."),
    row("C73", "Akamai", _url("akamai"),
        _all(shown("akamai.html", status=403, headers={"Server": "AkamaiGHost",
                                                       "Mime-Version": "1.0"})), WALL,
        "It gives a reference, not a reason."),
    row("C73", "Imperva, a frame with 200", _url("imperva-200"),
        _all(shown("imperva.html", headers=INCAPSULA)), WALL, "The frame holds the test."),
    row("C73", "Imperva, a frame with 403", _url("imperva-403"),
        _all(shown("imperva.html", status=403, headers=INCAPSULA)), WALL, "The same, less kind."),
    row("W", "behind Imperva and fine", _url("imperva-fine"),
        _here(page("Sparrow Atlas", description="Where sparrows breed.", headers=INCAPSULA)),
        "ok/http-200", "The wall's cookies come with every page."),
    row("C73", "F5, rejected with 200", _url("f5"),
        _all(shown("f5.html", headers=[("Set-Cookie", "TS01a2b3c4=01f5; Path=/")])), WALL,
        "It gives a support id."),
    row("C73", "DataDome", _url("datadome"),
        _all(shown("datadome.html", status=403, headers={
            "X-DataDome": "protected", "X-DD-B": "1", "Server": "DataDome"})), WALL,
        "It wants to see a script run."),
    row("C73", "PerimeterX", _url("perimeterx"), _all(shown("perimeterx.html", status=403)), WALL,
        "It believes that we are a tool, and is right."),
    row("C73", "Sucuri", _url("sucuri"),
        _all(shown("sucuri.html", status=403, headers={
            "X-Sucuri-ID": "18011", "X-Sucuri-Block": "BNP005", "Server": "Sucuri/Cloudproxy"})),
        WALL, "It says who blocked."),
    row("C73", "Wordfence, 503", _url("wordfence"), _all(shown("wordfence.html", status=503)), WALL,
        "Not broken, but walled."),
    row("C73", "Vercel's checkpoint", _url("vercel"),
        _all(shown("vercel.html", status=429, headers={"Server": "Vercel",
                                                       "x-vercel-mitigated": "challenge"})),
        WALL, "Not too many requests, but one by a robot."),
    row("C73", "DDoS-Guard", _url("ddos-guard"),
        _all(shown("ddos-guard.html", status=403, headers=[
            ("Server", "ddos-guard"), ("Set-Cookie", "__ddg1_=aB3; Path=/; HttpOnly")])), WALL,
        "It checks the browser first."),
    row("C73", "mod_security", _url("mod-security"),
        _all(shown("mod-security.html", status=406, headers={"Server": "Apache"})), WALL,
        "Not acceptable means the client."),
    row("D103", "Kasada: 429 at the first visit", _url("kasada"),
        _all(text("", "text/html", status=429, headers=[
            ("x-kpsdk-ct", "0a1b2c3d4e5f"), ("Set-Cookie", "KP_UIDz=x; Path=/")])), WALL,
        "Nobody asked too often: it was the first time."),
    row("C75", "403 to names with `link` in them", _url("no-link-name"),
        _here(when(header("User-Agent", r"\blink|lychee|linkinator"), status(403), FINE)),
        "ok/http-200 blocked/http-403", "A rule of mod_security knows link checkers by name."),
    row("C75", "404 to a well-known library", _url("no-library"),
        _here(when(header("User-Agent", "python-requests|httpx|aiohttp|curl|wget|go-http"),
                   status(404), FINE)), "ok/http-200",
        "It says 404 and means the client."),
    row("C75", "404 to every robot, by Cloudflare", _url("robot-404"),
        _here(shown("cloudflare-challenge.html", status=404, headers=MITIGATED)), WALL,
        "The header knows better than the status."),
    row("C77", "a page that is not for this country", _url("geo-200"), _all(shown("geo.html")),
        "blocked/geo", "Elsewhere it may be there."),
    row("C77", "403: not for this country", _url("geo-403"),
        _all(shown("geo-cloudfront.html", status=403, headers={"Server": "CloudFront"})),
        "blocked/geo", "Elsewhere it may be there."),
    row("E112", "robots.txt asks everybody to stay away", _url("robots-all"),
        host({"*": FINE}, robots="User-agent: *\nDisallow: /\n"), "blocked/robots",
        "What is asked of robots holds for us."),
    row("E112", "robots.txt is 404", _url("robots-404"), host({"/atlas": FINE}), "ok/http-200",
        "No rules."),
    row("E112", "robots.txt is 500", _url("robots-500"),
        host({"*": FINE}, robots=status(500)), "blocked/robots",
        "Who cannot tell must be taken to forbid."),
    row("E112", "robots.txt leads in circles", _url("robots-circle"),
        host({"/atlas": FINE}, robots=redirect(302, "/robots.txt?again")) , "ok/http-200",
        "Rules that cannot be reached are none."),
    row("E112", "robots.txt lets us in and nobody else", _url("robots-us"),
        host({"/atlas": FINE},
             robots="User-agent: *\nDisallow: /\n\nUser-agent: Vitals\nAllow: /\n"),
        "ok/http-200", "The group that names us counts."),
    row("E112", "robots.txt keeps out others by name", _url("robots-others"),
        host({"/atlas": FINE}, robots="User-agent: GPTBot\nUser-agent: LinkChecker\nDisallow: /\n"),
        "ok/http-200", "That is not our name."),
    row("E112", "robots.txt never comes, the page does", _url("robots-hangs"),
        host({"/atlas": FINE}, robots=hang), "ok/http-200",
        "Silence about rules alone sets none."),
    row("A22", "LinkedIn's 999", _url("linkedin"),
        _all(text("<html><head><script>window.onload=function(){var trkCode='bf';}</script></head>"
                  "</html>", "text/html", status=999)), "blocked/http-999 blocked/bot-wall",
        "A number beyond all numbers that robots get."),
    row("W", "a wall nobody has heard of, for every path", _url("unheard-of"),
        _all(page("Loading", body="<p>We make sure that your visit is not automated. It takes a"
                  " few seconds.</p><script src='/guard.js'></script>")),
        "blocked/shell-only blocked/bot-wall", "It speaks of visitors, not of what is missing."),
    row("W", "a limit of requests, told with 200 for every path", _url("limit-200"),
        _all(text("Rate limit exceeded. Please slow down, and try again later today.",
                  "text/html")), "blocked/shell-only blocked/rate-limited",
        "No page is missing because we asked too often."),
    row("W", "a firewall that calls all missing", _url("denied-404"),
        _all(page("Access denied", body="<p>Automated access is not allowed.</p>", status=404)),
        WALL, "Its page says what its status does not."),
    row("C60", "nothing but a script, for every path", _url("bare-script"),
        _all(page("Birds", body="<script type='module'>import('/app.js')</script>")),
        "blocked/shell-only", "The script knows; nobody else does."),
)
