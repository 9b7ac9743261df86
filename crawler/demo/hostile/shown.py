"""Pages as real servers write them, kept as files beside this one and filled when asked for."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from crawler.demo.replies import Headers, text
from crawler.demo.steps import Answer, Asked, Step

_PAGES = Path(__file__).parent / "pages"
_SUBJECTS = ("rivers", "owls", "ferns", "clouds", "tides", "mosses", "bridges", "kites", "comets")


def shown(
    name: str,
    *,
    status: int = 200,
    headers: Headers = (),
    content_type: str = "text/html; charset=utf-8",
) -> Answer:
    """Answer the page of that name; what differs with every request differs here too.

    `@host@` and `@path@` are those asked for, `@id@` is new each time, `@number@` a new number,
    `@else@` a handful of recommendations drawn by lot.
    """

    def answer(asked: Asked) -> tuple[Step, ...]:
        content = _filled(_read(name), asked)
        reply = text(content, content_type, status=status, headers=headers, conditional=False)
        return reply(asked)

    return answer


@cache
def _read(name: str) -> str:
    return (_PAGES / name).read_text("utf-8")


def _filled(content: str, asked: Asked) -> str:
    lot = random.Random(f"{asked.host} {asked.number}")  # noqa: S311
    others = "".join(
        f'<li><a href="/{word}/{lot.randrange(10**4)}">More about {word}</a></li>\n'
        for word in lot.sample(_SUBJECTS, 4)
    )
    filled = {
        "@host@": asked.host,
        "@path@": asked.path,
        "@id@": f"{lot.getrandbits(64):016x}",
        "@number@": str(lot.randrange(10**17, 10**18)),
        "@else@": others,
    }
    for mark, value in filled.items():
        content = content.replace(mark, value)
    return content
