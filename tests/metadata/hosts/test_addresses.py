from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.hosts import host_of
from crawler.metadata.hosts import ADAPTERS, question_about

EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
GAP = "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi"
ENTITY = "https://repo-prod.prod.sagebase.org/repo/v1/entity"
DOI = "https://doi.org/api/handles"

# fmt: off
ASKED = {
    "https://doi.org/10.5555/12345678": f"{DOI}/10.5555/12345678",
    "http://dx.doi.org/10.5555/12345678": f"{DOI}/10.5555/12345678",
    "https://WWW.DOI.ORG/10.1000/182?nosfx=y": f"{DOI}/10.1000/182",
    "https://doi.org/10.1002/(SICI)1%3C1::AID-1%3E3.0.CO;2-1":
        f"{DOI}/10.1002/(SICI)1%3C1::AID-1%3E3.0.CO;2-1",
    "https://doi.org/10.1000.10/a/b": f"{DOI}/10.1000.10/a/b",
    "https://doi.org/10/gf6m7k": f"{DOI}/10/gf6m7k",
    "https://hdl.handle.net/11234/1-5502": "https://hdl.handle.net/api/handles/11234/1-5502",
    "http://hdl.handle.net/20.500.12/a#x": "https://hdl.handle.net/api/handles/20.500.12/a",
    "https://arxiv.org/abs/1502.02072":
        "https://export.arxiv.org/api/query?id_list=1502.02072&max_results=1",
    "https://arxiv.org/pdf/1901.07042.pdf":
        "https://export.arxiv.org/api/query?id_list=1901.07042&max_results=1",
    "http://www.arxiv.org/abs/cs.CV/0601001v2":
        "https://export.arxiv.org/api/query?id_list=cs.CV/0601001v2&max_results=1",
    "https://pubmed.ncbi.nlm.nih.gov/111/?from=x":
        f"{EUTILS}/esummary.fcgi?db=pubmed&id=111&retmode=json",
    "http://www.ncbi.nlm.nih.gov/pubmed/111":
        f"{EUTILS}/esummary.fcgi?db=pubmed&id=111&retmode=json",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC333/":
        f"{EUTILS}/esummary.fcgi?db=pmc&id=333&retmode=json",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/pmc333":
        f"{EUTILS}/esummary.fcgi?db=pmc&id=333&retmode=json",
    f"{GAP}?study_id=phs000007.v1.p1":
        f"{EUTILS}/esearch.fcgi?db=gap&term=phs000007&retmode=json&retmax=1",
    f"{GAP}?a=b&study_id=phs000007&c=d#e":
        f"{EUTILS}/esearch.fcgi?db=gap&term=phs000007&retmode=json&retmax=1",
    "https://github.com/birds/atlas": "https://api.github.com/repos/birds/atlas",
    "http://www.github.com/birds/atlas.git/": "https://api.github.com/repos/birds/atlas",
    "https://github.com/birds/a.t-l_as#readme": "https://api.github.com/repos/birds/a.t-l_as",
    "https://huggingface.co/datasets/birds/atlas":
        "https://huggingface.co/api/datasets/birds/atlas",
    "https://huggingface.co/datasets/squad": "https://huggingface.co/api/datasets/squad",
    "https://hf.co/birds/song": "https://huggingface.co/api/models/birds/song",
    "https://www.kaggle.com/datasets/birds/atlas":
        "https://www.kaggle.com/api/v1/datasets/view/birds/atlas",
    "https://www.kaggle.com/birds/atlas":
        "https://www.kaggle.com/api/v1/datasets/view/birds/atlas",
    "https://zenodo.org/record/42#.X": "https://zenodo.org/api/records/42",
    "https://www.zenodo.org/records/42/": "https://zenodo.org/api/records/42",
    "https://figshare.com/articles/dataset/A/4401/2": "https://api.figshare.com/v2/articles/4401",
    "https://springernature.figshare.com/articles/A/4401":
        "https://api.figshare.com/v2/articles/4401",
    "https://datadryad.org/stash/dataset/doi:10.5061/dryad.abc12":
        "https://datadryad.org/api/v2/datasets/doi%3A10.5061%2Fdryad.abc12",
    "https://datadryad.org/dataset/doi%3A10.5061%2Fdryad.abc12/":
        "https://datadryad.org/api/v2/datasets/doi%3A10.5061%2Fdryad.abc12",
    "http://datadryad.org/resource/doi:10.5061/dryad.jp917":
        "https://datadryad.org/api/v2/datasets/doi%3A10.5061%2Fdryad.jp917",
    "https://osf.io/abc22": "https://api.osf.io/v2/guids/abc22/",
    "https://osf.io/abc22/files/osfstorage": "https://api.osf.io/v2/guids/abc22/",
    "https://www.synapse.org/#!Synapse:syn3193805/wiki/217789": f"{ENTITY}/syn3193805",
    "https://www.synapse.org/Synapse:syn22.1": f"{ENTITY}/syn22",
    "https://ega-archive.org/studies/EGAS00001000001":
        "https://metadata.ega-archive.org/studies/EGAS00001000001",
}

NOT_ASKED = [
    "", "https://", "http://[x", "mailto:birds@doi.org", "ftp://doi.org/10.5555/1",
    "https://doi.org/", "https://doi.org/the-identifier/resources", "https://doi.org.example/10.5555/1",
    "https://doi.org/api/handles/10.5555/1", "https://hdl.handle.net/", "https://mydoi.org/10.5555/1",
    "https://arxiv.org/list/cs.CV/recent", "https://arxiv.org/abs/", "https://info.arxiv.org/abs/1502.02072",
    "https://pubmed.ncbi.nlm.nih.gov/?term=birds", "https://www.ncbi.nlm.nih.gov/gap/",
    f"{GAP}?study_id=phs1", "https://github.com/birds", "https://github.com/",
    "https://github.com/birds/atlas/tree/main/data", "https://gist.github.com/birds/0a1b",
    "https://birds.github.io/atlas", "https://huggingface.co/datasets",
    "https://huggingface.co/datasets/birds/atlas/tree/main", "https://huggingface.co/docs",
    "https://www.kaggle.com/c/birds", "https://www.kaggle.com/competitions/birds",
    "https://www.kaggle.com/birds", "https://www.kaggle.com/birds/atlas/code",
    "https://zenodo.org/", "https://zenodo.org/communities/birds", "https://zenodo.org/records/42/files/a.zip",
    "https://figshare.com/authors/A/4401", "https://datadryad.org/", "https://osf.io/",
    "https://osf.io/login", "https://osf.io/preprints/birds/abc22", "https://www.synapse.org/",
    "https://ega-archive.org/", "https://ega-archive.org/datasets/EGAD1",
    "https://evil.example/https://doi.org/10.5555/1", "https://evil.example/#@doi.org/10.5555/1",
    "https://doi.org@evil.example/10.5555/1",
]
# fmt: on


@pytest.mark.parametrize(("link", "address"), ASKED.items())
def test_a_link_of_a_source_is_asked_for_there(link: str, address: str) -> None:
    question = question_about(link)
    assert question
    assert question.address == address


@pytest.mark.parametrize("link", NOT_ASKED)
def test_any_other_link_is_not(link: str) -> None:
    assert question_about(link) is None


def test_every_adapter_is_asked() -> None:
    asked = {adapter.source for adapter in ADAPTERS for link in ASKED if adapter.address(link)}
    assert asked == {adapter.source for adapter in ADAPTERS}


SOURCES = {host_of(address) for address in ASKED.values()}
PIECES = st.sampled_from(["/", "?", "#", "@", ":", "..", "%2F", "\\", "\n", "é", "10.5555", "syn1"])


@given(st.sampled_from(sorted(ASKED)), st.lists(PIECES | st.text(max_size=9)).map("".join))
@example("https://doi.org/10.5555/1", "\r\nHost: evil.example")
def test_a_link_never_chooses_whom_we_ask(link: str, more: str) -> None:
    for written in (link + more, more + link, link.replace("/", "/" + more, 3)):
        question = question_about(written)
        assert question is None or host_of(question.address) in SOURCES


@given(st.text())
def test_any_text_can_be_a_link(text: str) -> None:
    assert question_about(text) is None
