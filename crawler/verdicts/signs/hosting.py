"""What a hoster shows instead of a site: accounts suspended, servers without content."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.verdicts.evidence import Sign, SignKind
from crawler.verdicts.signs.signature import SENTENCE, Seen, Signature, first_sign

_SHORT = 1500

SUSPENDED = (
    Signature("cpanel", url=r"/cgi-sys/suspendedpage\.cgi"),
    Signature("account", says=r"(?:this |your |the )?(?:web ?site|site|(?:web |hosting )?account"
                              r"|service"
              r"|domain(?: name)?|page|blog|shop|store)(?: is| has been| was)?(?: currently"
              r"| temporarily| administratively)? ?(?:suspended|disabled|deactivated)"
              r"(?: by [^:,]{2,40}| for [^:,]{2,60}| page)?"
              r"|contact your hosting provider"
              r"|(?:sito|sitio|cuenta|conta) (?:sospeso|suspendid[oa]|suspensa)"
              r"|(?:diese |ihre )?(?:webseite|website|(?:web|internet)präsenz|domain|seite)"
              r" (?:ist|wurde) (?:\w+ )?(?:gesperrt|deaktiviert|abgeschaltet)"
              r"|(?:ce )?(?:site|compte) (?:est )?suspendu|(?:хостинг )?аккаунт (?:заблокирован"
              r"|приостановлен)"
              r"|сайт (?:заблокирован|приостановлен).{0,30}|网站(?:已)?(?:暂停|停用|关闭).{0,20}",
              most=_SHORT),
    Signature("account", text=SENTENCE + r"(?:this account has been suspended(?:[.!]|$)"
              r"|the account .{0,40}has been suspended"
              r"|website has been (?:suspended|disabled) by)", most=600),
    Signature("github-pages", text=r"there isn't a github pages site here", most=_SHORT),
    Signature("heroku", says=r"no such app"),
    Signature("heroku", markup=r"herokucdn\.com/error-pages/no-such-app"),
    Signature("netlify", says=r"not found|site not found|page not found",
              text=r"looks like you(?:'ve| have) followed a broken link"
              r"|netlify internal id|request id: [0-9a-z]{26}", header=r"server: *netlify"),
    Signature("s3", markup=r"<Code>(?:NoSuchBucket|AllAccessDisabled|AccountProblem)</Code>"),
    Signature("s3", text=r"code: (?:nosuchbucket|allaccessdisabled)", most=_SHORT),
    Signature("azure", says=r"(?:404 )?web site not found"
                            r"|(?:error 403 )?(?:this )?web app is stopped"
              r"|microsoft azure web app.{0,40}error 40[34]|azure web app.{0,40}unavailable"),
    Signature("azure", text=r"this web app (?:is|has been) stopped"
                            r"|web app you have attempted to reach",
              most=_SHORT),
    Signature("squarespace", says=r"website expired|squarespace.{0,20}(?:account"
                                  r"|website) (?:not available"
              r"|expired)", most=_SHORT),
    Signature("squarespace", text=r"this (?:squarespace )?(?:account|website) (?:has )?expired"
                                  r"|no such account",
              markup=r"squarespace", most=600),
    Signature("wix", text=r"looks like this domain isn't connected to a website yet"
              r"|this domain is not connected|error connectyourdomain", most=_SHORT),
    Signature("wordpress-com", text=r"(?:blog|site) (?:is no longer available"
                                    r"|has been (?:archived|deleted)"
              r").{0,200}|has been archived or suspended (?:for a violation|in accordance)",
              markup=r"wordpress\.com|wp\.com", most=_SHORT),
    Signature("fastly", text=r"fastly error: unknown domain", most=600),
    Signature("shopify", text=r"sorry, this (?:shop|store) is (?:currently"
                              r" )?unavailable", most=_SHORT),
    Signature("pantheon", text=r"the gods are wise, but do not know of the site", most=_SHORT),
    Signature("blogger", says=r"blog has been removed", most=_SHORT),
    Signature("google-sites", text=r"this site has been disabled for violations", most=_SHORT),
    Signature("nobody", says=r"(?:the |this )?(?:requested |your )?(?:web ?site|site|app|deployment"
              r"|host(?:name)?|domain(?: name)?|server|instance|tenant|blog|shop|store) "
              r"(?:(?:was |is )?not found|(?:could|can) ?not be found|does(?: not|n't) exist"
              r"|is unknown|(?:is )?not connected)(?: (?:on|at|in|to) .{2,40})?"
              r"|(?:no such|unknown) (?:site|app|domain|host(?:name)?|tenant|deployment)"
              r"(?: .{2,40})?", most=_SHORT),
)  # fmt: skip

SERVER_DEFAULT = (
    Signature("apache", says=r"apache2? (?:\w+ )?(?:default|test) page(?:: it works)?"
              r"|(?:apache )?(?:http )?server test page powered by.{0,60}"
              r"|test page for the (?:apache )?(?:http|ssl)[^:]{0,60}"
              r"|apache is functioning normally",
              most=6000),
    Signature("apache", text=r"^(?:it works!?\s*)?it works!?\.?$", most=40),
    Signature("nginx", says=r"welcome to (?:nginx|openresty|tengine)(?:! | on | for ).{2,20}"
              r"|welcome to (?:nginx|openresty|tengine)|test page for the nginx http server.{0,30}",
              text=r"successfully installed|test the proper operation", most=_SHORT),
    Signature("nginx", text=r"^welcome to nginx!?$", most=40),
    Signature("iis", says=r"iis ?\d{1,2}(?:\.\d)?(?: windows(?: server)?)?|iis windows(?: server)?"
              r"|internet information services", most=_SHORT),
    Signature("iis", markup=r"<img src=\"(?:iis(?:start|-\d+)\.png|welcome\.png|iis-85\.png)\"",
              most=100),
    Signature("tomcat", says=r"apache tomcat(?:/[\d.]+\S{0,8})?",
              text=r"you've successfully installed tomcat|it works !"),
    Signature("plesk", says=r"domain default page|default (?:parallels )?plesk.{0,20} page"
              r"|web server's default page", most=2500),
    Signature("cpanel", says=r"default web ?site page|default web page|site ?under construction"
              r" default page", most=2500),
    Signature("cpanel", url=r"/cgi-sys/defaultwebpage\.cgi"),
    Signature("godaddy", says=r"future home of something quite cool", most=_SHORT),
    Signature("litespeed", says=r"(?:you have successfully installed (?:the )?)?(?:open)?litespeed"
              r" web server(?: at your service)?", most=_SHORT),
    Signature("lighttpd", says=r"(?:lighttpd )?placeholder page|welcome page",
              text=r"has not put up any web pages yet|replace this page with your own", most=2500),
    Signature("caddy", says=r"caddy works", most=2500),
    Signature("xampp", says=r"welcome to xampp(?: for .{2,30})?|xampp for \w+"
              r"|wampserver(?: homepage)?|easyphp.{0,20}", most=3000),
    Signature("glassfish", says=r"glassfish server.{0,20}|welcome to (?:jboss|wildfly).{0,20}"
              r"|wildfly.{0,10}", text=r"(?:server|instance) is (?:now )?running"),
    Signature("hoster", says=r"default (?:page|server page|host page)"
                             r"|(?:this is the )?default (?:index|home)"
              r" page(?: for .{2,60})?|hosting default page|web ?space default page"
              r"|hier entsteht eine neue (?:webseite|website|internetpräsenz|homepage).{0,20}"
              r"|site en construction chez .{2,30}"
              r"|félicitations ?! votre domaine.{0,60}"
              r"|(?:this |the )?(?:domain|website|site|host) (?:is )?not (?:yet )?(?:configured"
              r"|set up|assigned|published)(?: (?:on|here|yet).{0,40})?", most=_SHORT),
    Signature("hoster", entitled=r"(?:success\W+|congratulations\W+|welcome\W+)?"
              r"(?:your|this|the) (?:new )?"
              r"(?:web ?|http )?(?:server|site|website|hosting|vhost|virtual host|web ?space)"
              r" (?:is|has been) (?:now |successfully )?(?:ready(?: (?:to use|to go))?|working"
              r"|set up|up and running|installed)(?: (?:correctly|properly))?"
              r"|(?:there is )?no (?:web ?)?(?:site|page|content)s? (?:is |has been )?(?:yet )?"
              r"(?:configured|published|uploaded)(?: (?:here|yet|at this address|on).{0,40})?",
              most=_SHORT),
    Signature("hoster", text=SENTENCE + r"this is the default (?:\w+ )?page (?:of|for) (?:your|this"
              r"|the) (?:new )?(?:web ?site|site|server|domain|account)", most=_SHORT),
    Signature("framework", says=r"the install worked successfully.{0,40}|yay! you're on rails"
              r"|ruby on rails: welcome aboard|welcome to laravel"
              r"|your new site is ready", most=_SHORT),
)  # fmt: skip

_INDEX = re.compile(r"index of /?")
_LINK = re.compile(r"<a\b[^>]{0,300}?href=[\"']?([^\"'\s>]{1,300})", re.IGNORECASE)
_NO_CONTENT = re.compile(
    r"\?|/?$|\.\.?/?$|/?cgi-bin/?$|https?://(?:www\.)?(?:apache|nginx)\.", re.IGNORECASE
)


def server_default(seen: Seen) -> Sign | None:
    """A server that has nothing to show: its own welcome, or the list of an empty root."""
    sign = first_sign(SignKind.SERVER_DEFAULT, SERVER_DEFAULT, seen)
    if sign or _path(seen.url).strip("/"):
        return sign
    title = next((part for part in seen.parts if _INDEX.fullmatch(part)), None)
    links = _LINK.findall(seen.markup[:20_000])
    if title is None or not all(_NO_CONTENT.match(link) for link in links):
        return None
    return Sign(SignKind.SERVER_DEFAULT, "empty-index", title)


def _path(url: str) -> str:
    """The path of an address; of what is no address, all of it."""
    try:
        return urlsplit(url).path
    except ValueError:
        return url
