"""Doors: login pages, and terms that want to be signed."""

from __future__ import annotations

from crawler.verdicts.signs.signature import Signature

_HIDDEN_FIELD = r"(?i)<input[^>]{0,400}\btype\s*=\s*[\"']?password"
_FORM = r"(?i)<input\b|<form\b"
_OTHER = r"(?i)<(?:article|main|nav|table|aside|header)\b|<p>[^<]{40}"
_ENTER = (
    r"(?:(?:please |you (?:must|need to) )?(?:log|sign)[ -]?(?:in|on)(?: required)?"
    r"|(?:user |member |account |secure |customer |admin )?log[ -]?(?:in|on)(?: page| form"
    r"| required)?"
    r"|authentication(?: required)?|single sign[ -]?on|sso|(?:web|central) (?:login"
    r"|authentication).{0,20}"
    r"|(?:central )?authentication service|identity provider|sign in to your account"
    r"|(?:create|open) (?:an |your |a new )?account|user registration|register|sign[ -]?up"
    r"|anmeld(?:en|ung)|einloggen|benutzeranmeldung|(?:se )?connecter|connexion|identification"
    r"|iniciar sesión|inicio de sesión|acceso(?: de usuarios)?|identificarse|ingresar"
    r"|entrar|iniciar sessão|fazer login|acesse sua conta|accedi|accesso|autenticazione|inloggen"
    r"|aanmelden"
    r"|zaloguj(?: się)?|logowanie|вход(?: в систему| на сайт)?|войти|авторизация"
    r"|ログイン|サインイン|登录|登入|用户登录|统一身份认证|로그인|giriş(?: yap)?|oturum aç)"
)
_TO = r"(?: (?:to|at|with|into|on|for|bei|in|à|en|em|a|w|в|::?) .{1,80})?"

LOGIN = (
    Signature("saml", markup=r"name=[\"'](?:SAMLRequest|SAMLResponse)[\"']"
                             r"|name=[\"']execution[\"']"
              r"[^>]{0,20}value=[\"']e\ds\d", most=1500),
    Signature("password", entitled=_ENTER + _TO, markup=_HIDDEN_FIELD, most=2500),
    Signature("password", says=_ENTER + _TO, markup=_HIDDEN_FIELD, most=400, unless=_OTHER),
    Signature("password", text=rf"^.{{0,60}}\b(?:{_ENTER})\b", markup=_HIDDEN_FIELD, most=200,
              unless=_OTHER),
    Signature("form", entitled=_ENTER, markup=_FORM, most=700),
    Signature("form", title=r"^sign in (?:- google accounts|to your account)|^google (?:drive"
                            r"|docs): sign-?in",
              most=2500),
)  # fmt: skip
"""A password field alone is a login box, as many public pages have it in their header."""

_MUST = r"(?:must|need to|have to|are required to|should|please)"

TERMS = (
    Signature(
        "terms",
        text=r"data (?:use|usage|access|transfer) (?:agreement|certificat|terms|polic)"
        r"|(?:sign|accept|agree to) (?:the|our|these|its) (?:\w+ ){0,3}(?:agreement|terms"
        r"|conditions|licen[cs]e)"
        r"|(?:restricted|credentialed|controlled|gated)[ -]access (?:resource|data|dataset|repo"
        r"|model)"
        r"|(?:only|limited to|restricted to) (?:\w+ ){0,2}(?:registered|credentialed"
        r"|authori[sz]ed|licensed"
        r"|approved) (?:users|members|researchers|investigators)",
        status={401, 403},
    ),
    Signature(
        "login",
        text=rf"(?:you )?{_MUST} (?:first )?(?:be )?(?:log(?:ged)?|sign(?:ed)?)[ -]?(?:in|on)\b"
        r"|(?:login|registration|authentication|subscription) (?:is )?required|request access"
        r"|not (?:currently )?logged in|nur für (?:angemeldete|registrierte)"
        r"|réservé aux (?:membres|utilisateurs|abonnés)|create an account to",
        status={401, 403},
    ),
)
"""What a refusal says of those it would let in."""
