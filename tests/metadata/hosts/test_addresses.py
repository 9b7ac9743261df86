from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.hosts import host_of
from crawler.metadata.hosts import ADAPTERS, question_about, question_about_fields

EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
GAP = "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi"
ENTITY = "https://repo-prod.prod.sagebase.org/repo/v1/entity"
DOI = "https://doi.org/api/handles"
PHYSIONET = "https://physionet.org/api/v1/project/published"
COLLECTION = "https://cancerimagingarchive.net/api/v1/collections/?slug="
WANTED = (
    "&_fields=id,slug,link,collection_title,collection_doi,collection_summary,"
    "collection_page_accessibility,collection_downloads,version_number,date_updated,cancer_types,"
    "cancer_locations,species,data_types,title"
)
UUID = "01234567-89ab-cdef-0123-456789abcdef"
VERSIONS = "/api/datasets/:persistentId/versions"

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
    "https://figshare.com/articles/dataset/A/4401/2":
        "https://api.figshare.com/v2/articles/4401/versions/2",
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
    "https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=GSE301650":
        f"{EUTILS}/esummary.fcgi?db=gds&id=200301650&retmode=json",
    "https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?view=full&acc=gds5826&x=y":
        f"{EUTILS}/esummary.fcgi?db=gds&id=5826&retmode=json",
    "https://www.ncbi.nlm.nih.gov/bioproject/PRJNA1263211/":
        f"{EUTILS}/esummary.fcgi?db=bioproject&id=1263211&retmode=json",
    "https://physionet.org/content/birdsong-icu/2.0.1/": f"{PHYSIONET}/birdsong-icu/2.0.1/",
    "http://www.physionet.org/content/birdsong-icu/#files": f"{PHYSIONET}/birdsong-icu/",
    "https://openneuro.org/datasets/ds004242": "https://openneuro.org/crn/graphql?ds004242",
    "https://openneuro.org/datasets/ds004242/versions/1.0.0/file-display/a/b.json":
        "https://openneuro.org/crn/graphql?ds004242:1.0.0",
    "https://www.cancerimagingarchive.net/collection/bird-lungs/":
        f"{COLLECTION}bird-lungs{WANTED}",
    "https://wiki.cancerimagingarchive.net/display/Public/BIRD+Lungs#x":
        f"{COLLECTION}bird-lungs{WANTED}",
    "https://archive.ics.uci.edu/dataset/145/heron+disease":
        "https://archive.ics.uci.edu/api/dataset?id=145",
    "https://Heronseg.grand-challenge.org/Home/":
        "https://grand-challenge.org/api/v1/challenges/heronseg/",
    "https://kit.figshare.example/articles/dataset/Sparrow_Atlas/44015":
        "https://api.figshare.com/v2/articles/44015",
    f"https://data.4tu.nl/articles/_/{UUID}/1":
        f"https://data.4tu.nl/v2/articles/{UUID}/versions/1",
    f"https://data.4tu.nl/datasets/{UUID}": f"https://data.4tu.nl/v2/articles/{UUID}",
    "https://data.mendeley.com/datasets/abc123def4":
        "https://data.mendeley.com/public-api/datasets/abc123def4",
    "https://data.mendeley.com/datasets/abc123def4/3":
        "https://data.mendeley.com/public-api/datasets/abc123def4/snapshot/3",
    "https://doi.pangaea.de/10.1594/PANGAEA.4501":
        "https://doi.pangaea.de/10.1594/PANGAEA.4501?format=metadata_jsonld",
    "https://www.openml.org/d/61": "https://www.openml.org/api/v1/json/data/61",
    "https://openml.org/search?type=data&sort=runs&id=61&status=active":
        "https://www.openml.org/api/v1/json/data/61",
    "https://data.example.edu:8443/records/a1b2c-3d4e5":
        "https://data.example.edu:8443/api/records/a1b2c-3d4e5",
    "https://data.example.edu/dataset.xhtml?persistentId=doi:10.5072/FK2/AB12CD":
        f"https://data.example.edu{VERSIONS}/:latest-published?persistentId=doi:10.5072/FK2/AB12CD",
    "http://www.data.example.edu/dvn/dataset.xhtml?version=2.0&persistentId=doi%3A10.5072%2FFK2%2FA":
        f"http://www.data.example.edu/dvn{VERSIONS}/2.0?persistentId=doi:10.5072/FK2/A",
    "https://data.example.edu/citation?persistentId=hdl:1902.1/ABC":
        f"https://data.example.edu{VERSIONS}/:latest-published?persistentId=hdl:1902.1/ABC",
    "https://data.example.org/en/dataset/bird-counts":
        "https://data.example.org/api/3/action/package_show?id=bird-counts",
    "https://open.canada.ca/data/en/dataset/bird-counts":
        "https://open.canada.ca/data/api/3/action/package_show?id=bird-counts",
    "https://opendata.swiss/de/dataset/bird-counts/resource/0a1b":
        "https://opendata.swiss/api/3/action/package_show?id=bird-counts",
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
    "https://physionet.org/about/", "https://physionet.org/files/birdsong-icu/2.0.1/RECORDS",
    "https://openneuro.org/", "https://openneuro.org/datasets/ds4242",
    "https://www.cancerimagingarchive.net/browse-collections/",
    "https://wiki.cancerimagingarchive.net/display/Public/Wiki%2F..",
    "https://archive.ics.uci.edu/ml/datasets/Heron+Disease", "https://archive.ics.uci.edu/datasets",
    "https://grand-challenge.org/challenges/", "https://heronseg.grand-challenge.org/Data/",
    "https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=XYZ1",
    "https://data.mendeley.com/", "https://data.mendeley.com/research-data/", "https://www.pangaea.de/",
    "https://www.openml.org/search?type=flow&id=61", "https://www.openml.org/t/61",
    "https://records.example/records/12345", "https://data.example.edu/dataverse/birds",
    "https://data.example.edu/dataset.xhtml", "https://shop.example/dataset/bird-counts",
    "https://data.example.org/dataset", "https://news.example/articles/media/sparrows/44015",
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


# fmt: off
ASKED_FOR_FIELDS = {
    "https://birds.github.io/atlas/": "https://api.github.com/repos/birds/atlas?pages",
    "https://heronseg.grand-challenge.org/Data/":
        "https://grand-challenge.org/api/v1/challenges/heronseg/?page",
    "https://doi.org/10.48550/arXiv.2101.01234":
        "https://export.arxiv.org/api/query?id_list=2101.01234&max_results=1",
    "https://doi.org/10.18112/openneuro.ds004242.v1.0.0":
        "https://openneuro.org/crn/graphql?ds004242:1.0.0",
    "https://zenodo.org/records/42": "https://zenodo.org/api/records/42",
    "https://doi.org/10.5281/zenodo.42": "https://zenodo.org/api/records/42",
    "https://doi.org/10.5281/ZENODO.42": "https://zenodo.org/api/records/42",
    "https://zenodo.org/doi/10.5281/zenodo.42": "https://zenodo.org/api/records/42",
    "https://doi.org/10.6084/m9.figshare.c.4406.v1":
        "https://api.figshare.com/v2/collections/4406/versions/1",
    "https://x.figshare.com/collections/Songs/4406":
        "https://api.figshare.com/v2/collections/4406",
    "https://doi.org/10.6084/m9.figshare.4401": "https://api.figshare.com/v2/articles/4401",
    "https://doi.org/10.6084/m9.figshare.4401.v2":
        "https://api.figshare.com/v2/articles/4401/versions/2",
    f"https://doi.org/10.4121/{UUID}.v1": f"https://data.4tu.nl/v2/articles/{UUID}/versions/1",
    "http://dx.doi.org/10.5061/dryad.abc12":
        "https://datadryad.org/api/v2/datasets/doi%3A10.5061%2Fdryad.abc12",
    "https://doi.org/10.17632/abc123def4.2":
        "https://data.mendeley.com/public-api/datasets/abc123def4/snapshot/2",
    "https://doi.org/10.17605/OSF.IO/ABC22": "https://api.osf.io/v2/guids/abc22/",
    "https://doi.org/10.1594/PANGAEA.4501":
        "https://doi.pangaea.de/10.1594/PANGAEA.4501?format=metadata_jsonld",
    "https://doi.org/10.7910/DVN/AB12CD":
        f"https://dataverse.harvard.edu{VERSIONS}/:latest-published?persistentId=doi:10.7910/DVN/AB12CD",
    "https://doi.org/10.21227/abcd-1234": "https://api.datacite.org/dois/10.21227/abcd-1234",
    "https://doi.org/10.1038/s1": "https://api.crossref.org/works/10.1038/s1",
    "https://doi.org/10.1002/(SICI)1%3C1::AID-1%3E3.0.CO;2-1":
        "https://api.crossref.org/works/10.1002/(SICI)1%3C1::AID-1%3E3.0.CO;2-1",
}
# fmt: on


@pytest.mark.parametrize(("link", "address"), ASKED_FOR_FIELDS.items())
def test_of_what_a_link_holds_its_host_is_asked_rather_than_a_register(
    link: str, address: str
) -> None:
    question = question_about_fields(link)
    assert question
    assert question.address == address


@pytest.mark.parametrize("link", ["https://doi.org/10/gf6m7k", "https://hdl.handle.net/1/2", ""])
def test_a_name_that_no_register_describes_is_asked_for_by_nobody(link: str) -> None:
    assert question_about_fields(link) is None


def test_every_adapter_is_asked() -> None:
    asked = {
        adapter.source
        for adapter in ADAPTERS
        for link in {**ASKED, **ASKED_FOR_FIELDS}
        if adapter.address(link)
    }
    assert asked == {adapter.source for adapter in ADAPTERS}


SOURCES = {host_of(address) for address in (*ASKED.values(), *ASKED_FOR_FIELDS.values())}
PIECES = st.sampled_from(["/", "?", "#", "@", ":", "..", "%2F", "\\", "\n", "é", "10.5555", "syn1"])


@given(st.sampled_from(sorted(ASKED)), st.lists(PIECES | st.text(max_size=9)).map("".join))
@example("https://doi.org/10.5555/1", "\r\nHost: evil.example")
def test_a_link_never_chooses_whom_we_ask(link: str, more: str) -> None:
    for written in (link + more, more + link, link.replace("/", "/" + more, 3)):
        for question in (question_about(written), question_about_fields(written)):
            asked = host_of(question.address) if question else None
            assert asked in SOURCES | {None, host_of(written)}


@given(st.text())
def test_any_text_can_be_a_link(text: str) -> None:
    assert question_about(text) is None
    assert question_about_fields(text) is None
