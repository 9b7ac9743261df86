"""Access: the words in which a list says that data are not simply there."""

from __future__ import annotations

import re

_ACCESS = re.compile(
    r"\b(?:requires?|needs?|after|upon|with|free)\b[^.\n;。；|]{0,40}?\b(?:regist\w+|reaistration"
    r"|log ?in|approval|application|agreement|request\w*|account|credential\w*|permission)\b"
    r"|\bregistration (?:is )?(?:required|needed)\b|\bsigning (?:a )?data use agreement\b"
    r"|\b(?:on|upon|by) request\b|\bcontact (?:the )?authors?\b"
    r"|\baccess (?:can|must|needs?|need)\b[^.\n;。；|]{0,40}?\brequest\w*"
    r"|\brestricted (?:access|scientific use)\b|\bdata use agreement\b"
    r"|需要?注册|需要?申请|需要?登录|须申请|注册后|申请后|签署",
    re.IGNORECASE,
)
_SENTENCE_ENDS = ".\n;。；|"
_LONGEST_HINT = 160


def access_of(text: str) -> str | None:
    """The words in which an entry says that its data are not simply there, or None."""
    found = _ACCESS.search(text)
    if found is None:
        return None
    first = max(0, found.start() - _LONGEST_HINT)
    start = max(text.rfind(mark, first, found.start()) for mark in _SENTENCE_ENDS) + 1
    if start == 0 and first:
        start = found.start()
    ends = (text.find(mark, found.end(), found.end() + _LONGEST_HINT) for mark in _SENTENCE_ENDS)
    end = min((end for end in ends if end >= 0), default=found.end())
    return text[max(start, first) : end].strip(" *_,，:：")
