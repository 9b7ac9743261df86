"""What the hosts of the bundled lists play in the demo, and when. Not their real state."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from urllib.parse import unquote

from crawler.demo.answers import hang, in_turn, nights, page, redirect, status
from crawler.demo.host import Certificate, Hosts, host
from crawler.demo.steps import Asked, Step
from crawler.net.urls import askable
from crawler.watched import bundled, find, read_here


@cache
def _listed() -> frozenset[str]:
    """What exists in this web: what the bundled lists name, and a front page for each host."""
    lists = (read_here(source).reading for source in find((), bundled()))
    return frozenset(askable(m.url).partition("://")[2] for r in lists if r for m in r.mentions)


def any_page(asked: Asked) -> Iterable[Step]:
    """A page for any address that the lists name, called by its last step; else 404."""
    if asked.path != "/" and f"{asked.host}{asked.target}" not in _listed():
        return status(404)(asked)
    last = unquote(asked.path.rstrip("/").rpartition("/")[2]).partition(".")[0]
    name = " ".join(last.replace("-", " ").replace("_", " ").split()) or asked.host
    answer = page(
        f"{name[:1].upper()}{name[1:]} | {asked.host}",
        description=f"A page that {asked.host} plays in the miniature web.",
    )
    return answer(asked)


def to_https(asked: Asked) -> Iterable[Step]:
    """The permanent redirect of a host that has turned to https."""
    return redirect(301, f"https://{asked.host}{asked.target}")(asked)


def any_page_over_https(asked: Asked) -> Iterable[Step]:
    """A host that has turned to https for good."""
    return (any_page if asked.scheme == "https" else to_https)(asked)


HOSTS: Hosts = {
    # alive, then gone for good
    "mimic.mit.edu": host({"/": nights(page("MIMIC"), status(404)), "*": any_page}),
    "homepages.inf.ed.ac.uk": host({"*": nights(any_page, status(404))}),
    # gone since before we looked
    "www.isi.uu.nl": host({"*": status(404)}),
    "vascusynth.cs.sfu.ca": host({"*": status(410)}),
    # nobody there
    "ega-archive.org": (host({"*": any_page}), host(refuses=True)),
    "peipa.essex.ac.uk": host(refuses=True),
    # comes and goes
    "emotion-research.net": host(
        {"*": nights(any_page, status(503), any_page)}, robots="User-agent: *\nAllow: /"
    ),
    "www.nature.com": host({"*": in_turn(status(500), any_page)}),
    "cremi.org": host({"*": nights(any_page, hang)}),
    # moved
    "brain-development.org": host(
        {
            "/ixi-dataset/": redirect(301, "https://brain-development.org/data/ixi/"),
            "/data/ixi/": page("IXI"),
        }
    ),
    "archive.ics.uci.edu": host({"*": any_page_over_https}),
    "grand-challenge.org": host(
        {
            "*": redirect(302, "https://grand-challenge.org/challenges/"),
            "/challenges/": page("Challenges"),
        }
    ),
    # doors and walls
    "physionet.org": host({"*": nights(any_page, any_page, status(401))}),
    "www.kaggle.com": host({"*": status(403)}),
    "www.researchgate.net": host({"*": status(429, headers={"Retry-After": "3600"})}),
    "nihcc.app.box.com": host({"*": any_page}, robots="User-agent: *\nDisallow: /"),
    # certificates
    "medicaldecathlon.com": host({"*": any_page}),
    "adni.loni.usc.edu": host({"*": any_page}, certificate=Certificate.EXPIRED),
    "www.plant-phenotyping.org": host(
        {"*": any_page_over_https},
        certificate=Certificate.EXPIRED,
    ),
}
