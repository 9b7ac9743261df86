"""Phrases: the words in which pages say how one gets at the data, and those that take it back."""

from __future__ import annotations

import re

from crawler.metadata.fields import Tier

_DATA = (
    r"(?:data ?sets?|data ?bases?|data|files?|images?|scans?|records?|collections?|recordings?"
    r"|corpus|cohort|samples?|annotations?|resource|download|project|archive)"
)
_OFFERED = (
    r"(?:data ?sets?|data ?bases?|data|files?|images?|records?|collections?|corpus|resource"
    r"|downloads?|project|archive)"
)
"""What is withdrawn from the public; samples are withdrawn from people."""
_NEAR = r"[^.;!?\n]{0,60}?"
_CLOSE = r"[^.;!?\n]{0,40}?"
_IS = r"(?:is|are|was|were|has been|have been) (?:permanently )?"
_LOG_IN = r"(?:log(?:ged|ging)?[ -]?in|sign(?:ed|ing)?[ -]?(?:in|up))"
_FREELY = (
    r"(?:freely|openly|publicly) (?:available|accessible|downloadable)\b"
    rf"(?! (?:\w+ )?{_DATA}\b)"
)
"""Of the data themselves; what is compared with "publicly available data sets" may be closed."""

_STATED: dict[Tier, str] = {
    Tier.OPEN: r"\banyone can access the files?\b",
    Tier.REGISTRATION: r"\bonly registered users who sign the (?:specified )?data use agreement"
    r"(?: for this project)? can access the files?\b",
    Tier.CREDENTIALED: r"\bonly credentialed users who sign the (?:dua|(?:specified )?data use"
    r" agreement)\b[^.]{0,60}\bcan access the files?\b",
    Tier.EMBARGOED: r"\bfiles (?:for this project )?(?:is|are) (?:currently )?under embargo until",
    Tier.CLOSED: r"\bthe files for this project are no longer available\b",
}

_SAID: dict[Tier, tuple[str, ...]] = {
    Tier.CLOSED: (
        rf"\b{_OFFERED}\b{_NEAR}\b{_IS}no longer (?:\w+ly )?(?:available|accessible|distributed)",
        (
            rf"\b{_OFFERED}\b{_NEAR}\b{_IS}withdrawn\b"
            r"(?! from (?!public|distribution|circulation|the (?:repository|archive|site)))"
        ),
        rf"\b{_OFFERED}\b{_NEAR}\b{_IS}(?:retracted|taken down|deaccessioned)\b",
        rf"\b{_OFFERED}\b{_NEAR}\b{_IS}permanently removed\b",
        (
            rf"\b{_OFFERED}\b{_NEAR}\b{_IS}not (?:publicly available|available to the public)\b"
            r"(?! (?:yet|until))"
        ),
        rf"\bno longer (?:distribut|provid|host|shar|offer)\w*\b{_NEAR}\b{_OFFERED}\b",
        rf"\b{_OFFERED}\b{_NEAR}\bcannot be (?:publicly )?shared\b",
        r"\bcease hosting\b",
    ),
    Tier.EMBARGOED: (
        r"\bunder (?:an? )?(?:\w+ )?embargo",
        r"\bembargo(?:ed)? (?:period|until|date|ends?)\b",
        rf"\b{_DATA}\b{_NEAR}\bembargoed\b",
        (
            rf"\b{_DATA}\b{_NEAR}\b(?:become|be)(?: made)? (?:publicly )?available"
            r" (?:from|after|on) (?:the )?\d"
        ),
        r"\bavailable from:? (?:\d{1,2}[ /.-]|\d{4}-)",
    ),
    Tier.CHALLENGE: (
        r"\bafter approval of your request, you will be granted access to the data download page",
        r"\banonymous registration is not allowed",
        rf"\bnot be used\b{_NEAR}\bwithout prior participation in (?:this|the) challenge",
        (
            r"\b(?:join|register (?:for|to|in)|sign up (?:for|to)|enter|participat\w+ in)"
            r" (?:the|this|our) (?:[\w-]+ ){0,3}(?:challenge|competition)\b[^.;!?\n]{0,30}?"
            rf"\b(?:to|before)\b{_CLOSE}\b(?:access|download|obtain|get|receiv|view)\w*"
        ),
        (
            rf"\b(?:only|exclusively)\b{_CLOSE}\b(?:to|for|by) (?:the )?(?:registered )?"
            r"(?:challenge )?participants\b"
        ),
        r"\bagree to the competition rules",
    ),
    Tier.CREDENTIALED: (
        r"\bcredentialed (?:users?|access|researchers?|accounts?|physionet)\b",
        r"\bmust (?:be|become) (?:a )?credentialed\b",
        r"\bciti data or specimens only research\b",
        r"\bciti (?:program )?(?:training|course|certifi)",
    ),
    Tier.APPLICATION: (
        r"\b(?:data|research|material) (?:use|usage|transfer|access|sharing) agreements?\b",
        r"\bdata use certification\b",
        r"\bdata access (?:committee|request|application)s?\b",
        (
            r"\b(?:sign(?:ed|ing)?|execute|return)\b(?:(?!consent)[^.;!?\n]){0,40}?"
            r"\b(?:agreement|dua|dta)\b"
        ),
        r"\b(?:by|from|to) the dac\b",
        rf"\b(?:{_DATA}|access)\b{_NEAR}\b(?:up)?on (?:\w+ )?(?:request|application)\b",
        r"\bavailable from the (?:corresponding )?authors?\b",
        (
            r"\b(?:apply|application)s?(?: form)? (?:for|to) (?:\w+ ){0,2}"
            rf"(?:access|download|obtain|{_DATA}\b)"
        ),
        rf"\brequest(?:ing)? (?:\w+ ){{0,2}}(?:access|{_DATA}|permission)\b",
        r"\b(?:application|request) form\b",
        (
            r"\baccess (?:can|must|needs?|has|have|may|should) (?:to )?be"
            r" (?:requested|applied for|approved|granted)"
        ),
        (
            rf"\baccess(?:ed|ible)?\b{_CLOSE}\b(?:subject to|requires?|after|upon|granted)\b"
            rf"{_CLOSE}\b(?:approval|application|permission|request|review)"
        ),
        r"\baccess (?:to \w+ )?(?:can|must) be requested\b",
        (
            r"\b(?:requires?|needs?|after|with|subject to) (?:\w+ ){0,3}?"
            r"(?:irb|ethics|committee) approval\b"
        ),
        rf"\bcontact (?:the )?(?:authors?|us|pi)\b{_CLOSE}\b(?:access|obtain|data)",
        r"^\W*(?:access\W+)?contact (?:the )?authors?\W*$",
        r"\brestricted scientific use\b",
        rf"\b(?:access\b{_NEAR}\bis|data (?:are|is)) (?:limited to|restricted)\b",
        rf"\b(?:available|access(?:ed)?|obtained|distributed|hosted)\b{_CLOSE}\bdbgap\b",
        r"\bdbgap (?:authori[sz]ed|controlled|application)",
        r"需要?申请|须申请|申请后|签署",
    ),
    Tier.REGISTRATION: (
        (
            rf"\b(?:requires?|required|needs?|must|have to|after|upon|with|only)\b{_CLOSE}"
            rf"\b(?:registe?r(?!\s*of)\w*|reaistration|{_LOG_IN}|accounts?)\b"
        ),
        (
            r"\b(?:registration|login|account)\b[^.;!?\n]{0,20}?"
            r"\b(?:required|needed|necessary|mandatory)\b"
        ),
        (
            rf"\bto (?:access|download|view|obtain|get)\b{_CLOSE}\b(?:{_LOG_IN}|register"
            r"|create an? (?:\w+ )?account)\b"
        ),
        r"\b(?:to|for|by) registered (?:users|members|researchers)\b",
        (
            rf"\b(?:{_LOG_IN}|register|create an account)\b[^.;!?\n]{{0,15}}?"
            r"\bto (?:access|download|view|obtain|get)\b"
        ),
        r"\bagree to share your contact information\b",
        r"\bfree registration\b",
        rf"\b(?:cannot|not|no)\b{_CLOSE}\bwithout (?:prior )?(?:regist\w+|log\w*|an account)",
        r"需要?注册|需要?登录|注册后",
    ),
    Tier.OPEN: (
        rf"\b(?:{_DATA}\b{_NEAR}|is|are)\W+(?:\w+ly )?{_FREELY}",
        r"\b(?:can|may) be (?:freely |openly )?(?:downloaded|accessed) (?:freely|by anyone)",
        rf"\bopen[ -]access {_DATA}\b",
        r"\bno (?:pesky )?(?:registration|log[ -]?in|account)s?\b",
        r"\bwithout (?:any )?(?:regist\w+|log(?:ging)?[ -]?in|an account|restrictions?)\b",
        r"\bregistration\b[^.;!?\n]{0,10}?\bnot (?:required|needed|necessary)\b",
        r"免费(?:提供|下载|开放)",
    ),
}

STEMS: dict[Tier, tuple[str, ...]] = {
    Tier.CLOSED: ("no longer", "withdrawn", "retracted", "taken down", "deaccessioned", "removed",
                  "not available", "not publicly", "cannot be", "cease hosting"),
    Tier.EMBARGOED: ("embargo", "available from", "available after", "available on"),
    Tier.CHALLENGE: ("challenge", "participa", "competition", "data download page",
                     "anonymous registration"),
    Tier.CREDENTIALED: ("credentialed", "citi "),
    Tier.APPLICATION: ("request", "agreement", "appl", "approv", "committee", "certification",
                       "dbgap", "contact", "restricted", "from the author", "from the corr",
                       "sign", "return", "execute", "access", "dac", "申请", "签署"),
    Tier.REGISTRATION: ("regist", "log", "sign", "account", "contact information", "reaist",
                        "注册", "登录"),
    Tier.OPEN: ("regist", "freely", "openly", "publicly", "open access", "open-access", "by anyone",
                "without", "no ", "免费"),
}  # fmt: skip
"""One of these stands in every phrase of a tier: what has none need not be read again."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


STATED = {tier: _any_of(pattern) for tier, pattern in _STATED.items()}
"""A host's own statement on the data of its page: the page's other words do not count then."""

SAID = {tier: _any_of(*patterns) for tier, patterns in _SAID.items()}
"""What pages say in words of their own; the tier that keeps out most counts."""

DENIED_BEFORE = _any_of(
    r"\b(?:no|not|never|without|neither|nor|cannot|isn't|aren't|doesn't|don't|didn't|instead of"
    r"|free of|rather than)\b(?! (?:only|just))[^,;:]{0,40}$"
)
DENIED_WITHIN = _any_of(
    r"^(?!.*\b(?:cannot|not|no)\b.*\bwithout\b)"
    r".*\b(?:no|not|without)\b(?! (?:only|publicly|freely|openly|yet))"
)
NOT_FREELY = _any_of(r"\b(?:not|never|no longer|isn't|aren't)\b.*(?:available|ible|able)$")
DENIED_AFTER = _any_of(
    r"[^,;.]{0,30}?\b(?:isn't|aren't|not) (?:\w+ )?"
    r"(?:required|needed|necessary|mandatory|applicable)\b"
)

OTHER_THINGS = _any_of(
    r"\b(?:code|codes|scripts?|software|supplement\w*|additional|further|other|more"
    r" (?:information|details)|materials?|models?|weights|reprints?|help|support|quote|demo"
    r"|paper|article|preprint)\b[^.;]{0,60}$"
)
"""What may be asked for, or be free, while the data are not."""

NOT_THE_DATA = _any_of(
    r"\b(?:versions?|release|server|ftp|mirror|website|web ?site|link|url|address|leader ?board"
    r"|submissions?|registration|support|interface|api|test|hidden|held-out|here)\b"
    r"|\b(?:from|at) this (?:site|page|location)\b|\bon (?:\w+ )?request\b|\brequested from\b"
)
"""What may be no longer available while the data are."""

ELSEWHERE = _any_of(
    r"\b(?:moved|migrated|zenodo|aws|amazon|mirror(?:ed)?|instead|now (?:available|hosted|found|be"
    r" found)|new (?:home|location|site))\b"
)
OVER = _any_of(r"\b(?:lifted|expired|ended|was under|were under|no embargo|not under)\b")
