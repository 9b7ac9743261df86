"""Answers that choose among others: by night, by turn, by what the request says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from crawler.demo.replies import status
from crawler.demo.steps import Answer, Asked, Step

Condition = Callable[[Asked], bool]


def nights(*answers: Answer) -> Answer:
    """Answer the first on night 1, the second on night 2, and so on; the last one stays."""

    def answer(asked: Asked) -> Iterable[Step]:
        return answers[min(asked.night, len(answers)) - 1](asked)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """Answer the first request of a night with the first, and so on; the last one stays."""

    def answer(asked: Asked) -> Iterable[Step]:
        return answers[min(asked.nth, len(answers)) - 1](asked)

    return answer


def when(condition: Condition, answer: Answer, otherwise: Answer) -> Answer:
    """Answer one thing to requests for which the condition holds, another to the rest."""

    def chosen(asked: Asked) -> Iterable[Step]:
        return (answer if condition(asked) else otherwise)(asked)

    return chosen


def header(name: str, pattern: str = "") -> Condition:
    """Hold when a header is there and the pattern is found in it, whatever the case."""
    wanted = re.compile(pattern, re.IGNORECASE)

    def condition(asked: Asked) -> bool:
        value = asked.headers.get(name.lower())
        return value is not None and wanted.search(value) is not None

    return condition


def asks(method: str) -> Condition:
    """Hold for requests of one method: `asks("HEAD")`."""
    return lambda asked: asked.method == method


def over(scheme: str) -> Condition:
    """Hold for requests of one scheme: `over("http")`."""
    return lambda asked: asked.scheme == scheme


def method_not_allowed(answer: Answer, method: str = "HEAD") -> Answer:
    """Answer 405 to one method, as servers do that only know GET."""
    return when(asks(method), status(405, headers={"Allow": "GET"}), answer)
