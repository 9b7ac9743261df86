"""Roles: what labels, in English and Chinese, and hosts say of a link."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.lists.mention import Role

_ROLE_WORDS: tuple[tuple[Role, str, str], ...] = (
    (Role.DOWNLOAD, r"downloads?|mirrors?|archived files|ftp|torrent|google drive|gdrive", "下载"),
    (
        Role.PAPER,
        (
            r"papers?|publications?|articles?|arxiv|preprint|doi|citations?|references?|pubmed"
            r"|journal|thesis|manuscript|bibtex|pdf|biorxiv|medrxiv"
        ),
        "论文|文章|文献|出版物|纸张|参考",
    ),
    (
        Role.DATA,
        (
            r"data|datasets?|databases?|data ?sets?|access|embeddings|corpus|corpora|images"
            r"|annotations?|explorer|catalog(?:ue)?|kaggle|figshare|zenodo|physionet"
            r"|synapse|labels|hugging ?face"
        ),
        "数据|访问|资源",
    ),
    (
        Role.CODE,
        r"code|github|gitlab|repo|repository|implementation|source|scripts?|toolbox|notebook",
        "代码|源码|仓库",
    ),
    (
        Role.CHALLENGE,
        r"challenges?|competitions?|leaderboard|benchmarks?|contest",
        "挑战赛|比赛|竞赛|榜",
    ),
    (
        Role.INFO,
        (
            r"info|information|websites?|web|homepage|home ?page|page|project|overview|docs?"
            r"|documentation|about|details|description|wiki|readme|instructions?|guide|manual|demo|tool|viewer"
            r"|video|blog|site|home|licen[cs]e|registration"
        ),
        "官网|主页|信息|说明|网站|介绍|详情|官方|资料",
    ),
    (Role.LIST, r"lists?|awesome|collections?", "列表|合集|汇总"),
)
_ROLES = tuple(
    (role, re.compile(rf"\b(?:{words})\b|{foreign}", re.IGNORECASE))
    for role, words, foreign in _ROLE_WORDS
)
_FILLING = (
    r"the|this|that|a|an|and|or|of|for|to|on|at|in|is|are|from|by|with|via|freely|publicly"
    r"|available|original|full|text|new|old|main|landing|click|also|its|their|get|view|read|can"
    r"|be|found|request|search|getting|here|more|see|official|source|links?|url|address|part"
    r"|v?\d{1,4}|[a-z]"
)
_NO_NAME = re.compile(
    rf"\b(?:{_FILLING}|{'|'.join(words for _, words, _ in _ROLE_WORDS)})\b"
    rf"|[的和与及此处这里：:]|链接|地址|{'|'.join(foreign for _, _, foreign in _ROLE_WORDS)}"
    r"|[\W_]+",
    re.IGNORECASE,
)
_LONGEST_LABEL = 80
_PAPER_HOSTS = frozenset(
    [
        "arxiv.org",
        "doi.org",
        "pubmed.ncbi.nlm.nih.gov",
        "nature.com",
        "ieeexplore.ieee.org",
        "sciencedirect.com",
        "link.springer.com",
        "biorxiv.org",
        "medrxiv.org",
        "openaccess.thecvf.com",
        "aclanthology.org",
        "dl.acm.org",
        "onlinelibrary.wiley.com",
        "academic.oup.com",
        "mdpi.com",
        "frontiersin.org",
        "journals.plos.org",
        "papers.nips.cc",
        "proceedings.mlr.press",
        "openreview.net",
        "researchgate.net",
        "semanticscholar.org",
        "hindawi.com",
        "bmj.com",
        "thelancet.com",
        "jamanetwork.com",
        "pnas.org",
        "science.org",
        "cell.com",
    ]
)
_CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "gist.github.com")
_DATA_HOSTS = frozenset(
    [
        "zenodo.org",
        "figshare.com",
        "datadryad.org",
        "data.mendeley.com",
        "physionet.org",
        "dataverse.harvard.edu",
        "openneuro.org",
        "synapse.org",
        "huggingface.co",
        "cancerimagingarchive.net",
        "ieee-dataport.org",
        "osf.io",
        "archive.ics.uci.edu",
        "kaggle.com",
    ]
)
# DOIs that archives of data give out; all others are a paper's more often than not.
_DATA_DOI = re.compile(
    r"/10\.(?:5061|5281|7910|17632|13026|7937|6084|5524|21227|18112|24432|17605|15468|3334)/"
)
_FILE = re.compile(
    r"\.(?:zip|t?gz|tar|bz2|xz|7z|rar|csv|tsv|xlsx?|nii|mat|h5|hdf5|parquet)$", re.IGNORECASE
)
_PAPER_PATH = re.compile(r"/(?:pubmed|pmc/articles)/|\.pdf$", re.IGNORECASE)
_CHALLENGE_PATH = re.compile(r"^/c/|^/competitions/", re.IGNORECASE)


_BEHIND_MAIN_WORD = re.compile(r"\s(?:for|of|in|on|to)\s")


def generic(text: str) -> bool:
    """Whether a label says only what a link is (`here`, `Paper`, `2019`), not what it is about."""
    return len(text) <= _LONGEST_LABEL and not _NO_NAME.sub("", text)


def role_of_words(text: str) -> Role | None:
    """The role that a label's words give to a link, if any."""
    # English puts the main word before `for` and `of`, Chinese behind 的.
    main = _BEHIND_MAIN_WORD.split(text, maxsplit=1)[0].rsplit("的", 1)[-1]
    for part in (main, text):
        role = next((role for role, words in _ROLES if words.search(part)), None)
        if role is not None:
            return role
    return None


def role_of_host(url: str) -> Role | None:
    """The role that an address itself shows, if any: journals, code hosts, archives, files."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host, path = (parts.hostname or "").removeprefix("www."), parts.path
    if _FILE.search(path):
        return Role.DOWNLOAD
    if host.endswith("doi.org") and _DATA_DOI.match(path):
        return Role.DATA
    if _under(host, _PAPER_HOSTS) or _PAPER_PATH.search(path):
        return Role.PAPER
    if host in _CODE_HOSTS:
        return Role.CODE
    if "challenge" in host or (host == "kaggle.com" and _CHALLENGE_PATH.match(path)):
        return Role.CHALLENGE
    return Role.DATA if _under(host, _DATA_HOSTS) else None


def _under(host: str, hosts: frozenset[str]) -> bool:
    """Whether a host is one of these or lies below one: its endings are few, the hosts many."""
    steps = host.split(".")
    return any(".".join(steps[at:]) in hosts for at in range(len(steps)))
