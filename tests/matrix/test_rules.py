"""The rules that matter most, each read from the tables: so a table that breaks one cannot be kept by mistake."""

import pytest

from tests.matrix import tables
from tests.matrix.people import COLUMNS
from tests.matrix.test_tables import PARTS

MOMENTS = [moment for _story, moments in PARTS.values() for moment in moments]
OUTSIDERS = {"public", "nobody", "former", "rival", "coord2", "pool", "appeals2", "agency2", "ministry"}
OFFICE = {"a_head", "coord", "analyst", "secret", "regist"}
INSTITUTION = {"head", "officer"}
SHOWN = set("+A>")
# Pages on which nothing that belongs to the case alone may stand; the pool of experts and the register have tables of their own.
OWN_PAGES = (
    "procedure:case",
    "procedure:step",
    "procedure:journal",
    "cases:",
    "reviews:",
    "visits:",
    "decisions:",
    "redress:complaint ",
    "monitoring:plan",
)


def readers_of(moment, start):
    """Who can read the texts whose names begin so: `{text: columns}`."""
    return {
        row: {column for column in signs if signs[column] == "+"}
        for (kind, row), signs in tables.read(moment).items()
        if kind == "TEXT" and row.startswith(start)
    }


def every_reader_of(*starts):
    """Everybody who reads one of these texts at any moment."""
    return {column for moment in MOMENTS for start in starts for columns in readers_of(moment, start).values() for column in columns}


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_page_of_a_case_opens_for_somebody_whom_it_does_not_concern(moment):
    opened = {
        (row, column)
        for (kind, row), signs in tables.read(moment).items()
        for column in OUTSIDERS
        if kind == "GET" and row.startswith(OWN_PAGES) and row not in ("procedure:cases", "decisions:sessions") and signs[column] in SHOWN
    }

    assert {one for one in opened if not one[0].startswith("decisions:session")} == set()


@pytest.mark.requirement("R224")
@pytest.mark.parametrize(("moment", "invited"), [("03 invited, some signed", "slow"), ("05 replacement invited", "stand_in")])
def test_an_expert_who_has_not_signed_opens_nothing_of_the_case_but_the_declaration(moment, invited):
    opened = {
        row for (kind, row), signs in tables.read(moment).items() if kind == "GET" and row.startswith(OWN_PAGES) and signs[invited] in SHOWN
    }

    assert opened == {"procedure:step declarations", "procedure:cases"}
    assert {text for text, columns in readers_of(moment, "").items() if invited in columns} <= {f"name: {invited}"}


@pytest.mark.requirement("R224")
@pytest.mark.parametrize(
    ("moment", "gone"),
    [("04 challenge pending", "challeng"), ("06 report being written", "challeng"), ("04 challenge pending", "conflict")],
)
def test_a_challenged_or_conflicted_expert_reads_no_text_of_the_case(moment, gone):
    assert {text for text, columns in readers_of(moment, "").items() if gone in columns} <= {f"name: {gone}"}


@pytest.mark.requirement("R226")
@pytest.mark.parametrize("moment", MOMENTS[7:])
def test_a_recused_member_of_the_council_reads_no_text_that_is_not_public(moment):
    public = {text for text, columns in readers_of(moment, "").items() if "public" in columns}
    for recused in {"kin", "aside"} if moment < "12" else {"kin"}:
        assert {text for text, columns in readers_of(moment, "").items() if recused in columns} <= public


def test_the_papers_of_the_council_are_read_by_the_agency_the_council_and_the_appeals_commission_alone():
    assert every_reader_of("conclusion", "presentation", "council_vote") <= OFFICE | {"member", "aside", "appeals"}


def test_votes_are_read_by_nobody_while_the_ballot_is_open():
    notes = readers_of("08 council voting", "council_vote: note")

    assert all(columns <= {"member"} for columns in notes.values())
    assert readers_of("09 decided, not told", "council_vote: note") != {}


def test_the_draft_report_is_read_by_the_panel_alone():
    assert set().union(*readers_of("06 report being written", "draft report").values()) == {"chair", "expert", "slow", "stand_in"}


def test_grounds_of_a_decision_reach_the_institution_with_the_notice_and_not_before():
    assert not set().union(*readers_of("09 decided, not told", "council_decision").values()) & (INSTITUTION | {"public", "chair", "expert"})
    assert set().union(*readers_of("10 appeal pending", "council_decision").values()) >= INSTITUTION


@pytest.mark.requirement("R224")
def test_a_named_conflict_is_read_by_the_agency_alone():
    assert every_reader_of("declarations: conflict") <= OFFICE | {"conflict"}


@pytest.mark.requirement("R226")
def test_a_complaint_is_read_by_its_author_and_by_whoever_answers_it():
    assert every_reader_of("complaint: about the coordinator") == INSTITUTION | {"a_head"}
    assert every_reader_of("complaint: about the agency's head") <= INSTITUTION | {"appeals"}


def test_messages_stay_between_the_institution_and_the_agency():
    assert every_reader_of("message") == INSTITUTION | OFFICE


def test_names_of_experts_are_kept_from_the_institution_until_the_panel_is_announced():
    before = [columns for moment in MOMENTS[:3] for columns in readers_of(moment, "name").values()]

    assert not set().union(*before) & (INSTITUTION | {"public", "rival", "ministry"})
    assert all(
        readers_of("06 report being written", f"name: {key}")[f"name: {key}"] >= INSTITUTION
        for key in ("chair", "expert", "slow", "stand_in")
    )


PUBLISHED = ("draft report", "evaluation_report", "factual_", "council_decision", "certificate", "monitoring_", "action_plan", "name: ")


def test_the_public_reads_only_what_the_register_published():
    before = {text for moment in MOMENTS[:10] for text, columns in readers_of(moment, "").items() if "public" in columns}
    after = {text for moment in MOMENTS[10:] for text, columns in readers_of(moment, "").items() if "public" in columns}

    assert before == set()
    assert {text for text in after if not text.startswith(PUBLISHED)} == set()


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_column_of_a_table_is_a_person_and_every_cell_a_sign(moment):
    found = tables.read(moment)

    assert found != {}
    assert all(set(signs) == set(COLUMNS) and set(signs.values()) <= {*"+AxL.->!", ""} for signs in found.values())
