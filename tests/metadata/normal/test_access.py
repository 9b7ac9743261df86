from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.metadata.fields import Tier
from crawler.metadata.normal.access import access_tier, is_access_word
from crawler.metadata.normal.access_text import STRENGTH, access_in_text

OPEN, REGISTRATION, APPLICATION = Tier.OPEN, Tier.REGISTRATION, Tier.APPLICATION
CREDENTIALED, CHALLENGE, EMBARGOED = Tier.CREDENTIALED, Tier.CHALLENGE, Tier.EMBARGOED
CLOSED, METADATA_ONLY = Tier.CLOSED, Tier.METADATA_ONLY

TOLD: dict[str, tuple[object, Tier | None]] = {
    "a tier": (Tier.CREDENTIALED, CREDENTIALED),
    "Zenodo, open": ("open", OPEN),
    "Zenodo, embargoed": ("embargoed", EMBARGOED),
    "Zenodo, restricted": ("restricted", APPLICATION),
    "Zenodo, closed": ("closed", CLOSED),
    "InvenioRDM, metadata only": ("metadata-only", METADATA_ONLY),
    "InvenioRDM: a page for everybody, files for few": (
        {"record": "public", "files": "restricted", "status": "restricted"},
        APPLICATION,
    ),
    "InvenioRDM, open": ({"record": "public", "files": "public", "status": "open"}, OPEN),
    "Hugging Face, no gate": ({"gated": False, "private": False}, OPEN),
    "Hugging Face, a gate that opens itself": ({"gated": "auto"}, REGISTRATION),
    "Hugging Face, a gate with a keeper": ({"gated": "manual"}, APPLICATION),
    "Hugging Face, private": ({"gated": False, "private": True}, CLOSED),
    "Hugging Face, disabled": ({"gated": False, "disabled": True}, CLOSED),
    "Synapse, open": ("OPEN", OPEN),
    "Synapse, terms": ("RESTRICTED_BY_TERMS_OF_USE", REGISTRATION),
    "Synapse, a committee": ({"restrictionLevel": "CONTROLLED_BY_ACT"}, APPLICATION),
    "Dataverse, a file to ask for": (
        {"restricted": True, "fileAccessRequest": True},
        APPLICATION,
    ),
    "Dataverse, a file nobody may ask for": (
        {"restricted": True, "fileAccessRequest": False},
        CLOSED,
    ),
    "Dataverse, nothing restricted": ({"restricted": False, "fileAccessRequest": True}, None),
    "Dataverse: one file of two is restricted": (
        [{"restricted": False}, {"restricted": True, "fileAccessRequest": True}],
        APPLICATION,
    ),
    "figshare, embargoed": ({"is_embargoed": True, "is_metadata_record": False}, EMBARGOED),
    "figshare, confidential": ({"is_confidential": True}, CLOSED),
    "figshare, metadata only": ({"is_metadata_record": True}, METADATA_ONLY),
    "OSF, not public": ({"public": False}, CLOSED),
    "OSF, public: the page is, the files perhaps": ({"public": True}, None),
    "grand-challenge, a keeper": ("MANUAL_REVIEW", APPLICATION),
    "grand-challenge, anybody who joins": ("ACCEPT_ALL", REGISTRATION),
    "DCAT, public": (
        "http://publications.europa.eu/resource/authority/access-right/PUBLIC",
        OPEN,
    ),
    "DCAT, restricted": (
        "https://publications.europa.eu/resource/authority/access-right/RESTRICTED",
        APPLICATION,
    ),
    "DCAT, not public": (
        {"@id": "http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC"},
        CLOSED,
    ),
    "DCAT-US, restricted public": ({"accessLevel": "restricted public"}, APPLICATION),
    "DCAT-US, non-public": ("non-public", CLOSED),
    "COAR, open": ("http://purl.org/coar/access_right/c_abf2", OPEN),
    "COAR, embargoed": ("http://purl.org/coar/access_right/c_f1cf", EMBARGOED),
    "COAR, restricted": (
        "http://vocabularies.coar-repositories.org/access_rights/c_16ec/",
        APPLICATION,
    ),
    "COAR, metadata only": ("https://purl.org/coar/access_right/c_14cb", METADATA_ONLY),
    "info:eu-repo, open": ("info:eu-repo/semantics/openAccess", OPEN),
    "info:eu-repo, restricted": ("info:eu-repo/semantics/restrictedAccess", APPLICATION),
    "info:eu-repo, embargoed": ("info:eu-repo/semantics/embargoedAccess", EMBARGOED),
    "info:eu-repo, closed": ("info:eu-repo/semantics/closedAccess", CLOSED),
    "schema.org: costs nothing, which is not to say open": ({"isAccessibleForFree": True}, None),
    "schema.org: costs something": ({"isAccessibleForFree": False}, REGISTRATION),
    "schema.org: words": (
        {"isAccessibleForFree": True, "conditionsOfAccess": "Access is granted upon approval."},
        APPLICATION,
    ),
    "a bare yes says nothing": (True, None),
    "a bare no says nothing": (False, None),
    "a licence is no access": ("CC-BY-4.0", None),
    "an unknown word": ("perhaps", None),
    "nothing": (None, None),
    "the strongest of several": (["open", "embargoed", "restricted"], EMBARGOED),
    "too deep": ([[[[[["open"]]]]]], None),
}

PHYSIONET = "Only registered users who sign the specified data use agreement can access the files."
REVIEW = "In addition, users must have individual studies reviewed by the contributor."
DUA = "Only credentialed users who sign the DUA can access the files."

TEXTS: dict[str, tuple[str, Tier | None]] = {
    "PhysioNet, open": (
        (
            "Anyone can access the files, as long as they conform to the terms of the specified"
            " license."
        ),
        OPEN,
    ),
    "PhysioNet, registered: its own sentence counts, not the heading below": (
        f"Access Policy:\n{PHYSIONET}\nLicense:\nData Use Agreement:\nRestricted 1.5.0",
        REGISTRATION,
    ),
    "PhysioNet, credentialed": (DUA, CREDENTIALED),
    "PhysioNet, badge and sentence disagree": (f"Restricted Access\n{DUA} {REVIEW}", CREDENTIALED),
    "PhysioNet, training": (
        "Required training: CITI Data or Specimens Only Research",
        CREDENTIALED,
    ),
    "PhysioNet, embargoed": (
        "The files are under embargo until: Jan. 1, 2031.",
        EMBARGOED,
    ),
    "PhysioNet, withdrawn": ("The files for this project are no longer available.", CLOSED),
    "Hugging Face": (
        "You need to agree to share your contact information to access this dataset",
        REGISTRATION,
    ),
    "a user agreement": ("You must register and agree to user agreement", REGISTRATION),
    "a research use agreement": ("Stanford Research Use Agreement", APPLICATION),
    "a data use agreement": (
        "The images are free to all researchers after signing a data use agreement.",
        APPLICATION,
    ),
    "a button": ("Request access", APPLICATION),
    "a committee": ("Apply to the Data Access Committee.", APPLICATION),
    "dbGaP": ("The genotypes are available through dbGaP.", APPLICATION),
    "a committee's short name": (
        "Data can be accessed via EGA after approval by the DAC.",
        APPLICATION,
    ),
    "an ethics board": ("Use of the data requires IRB approval.", APPLICATION),
    "an application form": ("Fill in the application form.", APPLICATION),
    "data upon request": ("The data are available upon reasonable request.", APPLICATION),
    "data from the authors": (
        "Data are available from the corresponding author on reasonable request.",
        APPLICATION,
    ),
    "a request form": ("To obtain the data fill out the request form.", APPLICATION),
    "approved people": ("Data access is limited to approved investigators.", APPLICATION),
    "to be requested": ("Access needs to be requested for each data set.", APPLICATION),
    "only the authors to ask": ("Contact authors.", APPLICATION),
    "a challenge: a page after approval": (
        "After approval of your request, you will be granted access to the Data Download page.",
        CHALLENGE,
    ),
    "a challenge: real names": ("Anonymous registration is NOT allowed.", CHALLENGE),
    "a challenge: nobody else": (
        "The images may not be used in publications without prior participation in this challenge.",
        CHALLENGE,
    ),
    "a challenge: join": ("Please join the challenge to download the data.", CHALLENGE),
    "a challenge: join first": (
        "Participants must join the challenge before downloading the training data.",
        CHALLENGE,
    ),
    "withdrawn": ("This dataset has been withdrawn at the request of its authors.", CLOSED),
    "no longer there": ("The dataset is no longer available.", CLOSED),
    "not for the public": ("These data are not available to the public.", CLOSED),
    "a host gives up": ("TCIA will cease hosting controlled access data.", CLOSED),
    "an embargo period": ("Embargo Period: 2031-01-01", EMBARGOED),
    "available from a day": ("Available from 2031-01-01", EMBARGOED),
    "registration": ("Requires registration.", REGISTRATION),
    "registration in the list's own spelling": ("Requires reaistration.", REGISTRATION),
    "a login": ("Please log in to download the files.", REGISTRATION),
    "an account": ("To download the dataset, create a free account.", REGISTRATION),
    "a login, said otherwise": ("Login is needed to see file contents", REGISTRATION),
    "members": ("Images are available to registered users only.", REGISTRATION),
    "a broken line": ("Users must\nregister before they download.", REGISTRATION),
    "Chinese: registration": ("该数据集需要注册。", REGISTRATION),
    "Chinese: application": ("数据需申请。", APPLICATION),
    "free": ("The data are freely available.", OPEN),
    "the strongest wins": (
        "The data are freely available. Registration is required. Sign the data use agreement.",
        APPLICATION,
    ),
    # what only sounds like a door
    "no door": ("No registration required.", OPEN),
    "no door, said otherwise": ("Registration is not required.", OPEN),
    "without a door": ("Download everything without registration.", OPEN),
    "not without a door": ("The files cannot be downloaded without registration.", REGISTRATION),
    "no agreement": ("A data use agreement is not required.", None),
    "not restricted": ("Access is not restricted.", None),
    "no need to ask": ("There is no need to request access.", None),
    "not freely": ("The data are not freely available.", None),
    "code upon request": ("Source code is available upon request.", None),
    "further details upon request": ("Further information on the data is given on request.", None),
    "free data of others": ("A great source for publicly available data sets.", None),
    "free, in other words": ("OASIS is freely available to everybody.", OPEN),
    "a free paper": ("The paper is freely available.", None),
    "registration of images": ("Landmarks for evaluating image registration.", None),
    "registered nurses": ("It was annotated by registered nurses.", None),
    "an application of learning": ("Applications in diagnosis and treatment.", None),
    "a door of yesterday": ("It no longer requires registration.", None),
    "patients agree": ("All patients signed a consent agreement.", None),
    "agreement of readers": ("The agreement between two readers was high.", None),
    "blood is drawn": ("Blood samples were withdrawn from the patients.", None),
    "people withdraw": ("Two patients have withdrawn consent.", None),
    # what ended, and is still there
    "a challenge that ended": ("The challenge has ended.", None),
    "registration that ended": ("Registration for the challenge is no longer available.", None),
    "submissions that ended": ("Submission of files is no longer available.", None),
    "an old version": ("Version 1 of the data set is no longer available.", None),
    "moved": ("The data are no longer available on this disk. They moved to Zenodo.", None),
    "not to the public, but upon request": (
        "The data are not publicly available but can be had on request.",
        APPLICATION,
    ),
    "an embargo that is over": ("The embargo period has ended.", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("raw", "tier"), TOLD.values(), ids=TOLD)
def test_a_source_tells(raw: object, tier: Tier | None) -> None:
    assert access_tier(raw) == tier


@pytest.mark.parametrize(("text", "tier"), TEXTS.values(), ids=TEXTS)
def test_a_text_tells(text: str, tier: Tier | None) -> None:
    told = access_in_text(text)
    assert (told and told[0]) == tier


SENTENCES: dict[str, tuple[str, str]] = {
    "of several the deciding one": (
        f"Heart rates of many. {DUA} {REVIEW} Please cite us.",
        DUA,
    ),
    "a line of its own": (f"Access Policy:\n{PHYSIONET}\nLicense", PHYSIONET),
    "white space folded": ("Requires\u00a0 registration.", "Requires registration."),
    "bold": ("**Requires registration**.", "Requires registration**."),
    "an endless sentence is cut": (
        "word " * 200 + "requires registration " + "word " * 200,
        "word " * 30 + "requires registration " + "word " * 30,
    ),
}


@pytest.mark.parametrize(("text", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_the_deciding_sentence_is_kept(text: str, sentence: str) -> None:
    told = access_in_text(text)
    assert told is not None
    assert told[1].split() == sentence.split()


def test_every_tier_has_its_strength() -> None:
    assert sorted(STRENGTH) == sorted(Tier)
    assert [tier for tier in Tier if access_tier(tier) != tier] == []


@pytest.mark.parametrize("text", ["CC0", "CC-BY-4.0", "MIT", "Public Domain", "other"])
def test_a_licence_is_no_access_word(text: str) -> None:
    assert not is_access_word(text)


CODES = st.sampled_from([raw for raw, _ in TOLD.values() if isinstance(raw, str)])


@given(CODES, st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from([" ", "\n", ""]))
def test_case_and_white_space_do_not_matter(code: str, recased: object, space: str) -> None:
    assert callable(recased)
    assert access_tier(space + recased(code) + space) == access_tier(code)


SAID = st.sampled_from(
    [
        "no",
        "not",
        "without",
        "The",
        "data",
        "files",
        "access",
        "requires",
        "required",
        "registration",
        "request",
        "upon",
        "agreement",
        ".",
        ",",
        "\n",
        "until",
        "embargo",
        "only",
        "challenge",
        "participants",
        "withdrawn",
        "longer",
        "available",
        "sign",
    ]
)


@given(st.lists(SAID, max_size=40).map(" ".join) | st.text(max_size=80))
@example("\ud800 requires registration")
@example("." * 5000)
@example("access sign " * 5000)
def test_any_text_tells_a_sentence_of_its_own_or_nothing(text: str) -> None:
    told = access_in_text(text)
    assert told is None or (0 < len(told[1]) <= 400 and "\n" not in told[1])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | CODES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["gated", "restricted", "public", "status", "@id"]) | st.text(),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_a_source_tells_is_a_tier_or_nothing(raw: object) -> None:
    tier = access_tier(raw)
    assert tier is None or access_tier(str(tier)) is tier
