"""The journal: written with its act, never changed, read as far as each may see."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import ProgrammingError, connection, transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from hypothesis import given
from hypothesis import strategies as st

from tarazy.ground.foundation.text import Text
from tarazy.ground.journal import verbs
from tarazy.ground.journal.models import Entry
from tarazy.ground.journal.queries import entries_for, verify
from tarazy.ground.journal.seals import seal_of
from tarazy.ground.journal.services import write, write_each
from tarazy.ground.people.models import Appointment, Body, Person

NOW = datetime(2026, 5, 28, 9, 30, tzinfo=UTC)
CASE = "case:12"


@pytest.fixture
def head():
    body = Body.objects.create(kind="institution", name=Text("Колледж", "Колледж", "College"))
    person = Person.objects.create_user("head@example.org", name="Дана Кайрат")
    return Appointment.objects.create(person=person, body=body, role="institution_head", since=NOW.date())


def note(**changes):
    return write(**{"subject": CASE, "verb": "tests.noted", "by": None, "now": NOW, "audience": ["agency"], **changes})


def tamper(entry, **values):
    """Change a row as somebody with the rights of the database's owner could."""
    table = connection.ops.quote_name(Entry._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        Entry.objects.filter(pk=entry.pk).update(**values) if values else Entry.objects.filter(pk=entry.pk).delete()
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@pytest.mark.django_db
def test_an_entry_keeps_who_acted_as_they_were_that_day(head):
    entry = note(by=head, before={"seats": 4}, after={"name": Text("а", "б", "c"), "day": NOW.date()}, why=_("Because"))

    head.person.name = "Somebody else"
    head.person.save()
    entry.refresh_from_db()

    assert entry.who == {"name": "Дана Кайрат", "role": "institution_head", "body": head.body.name.as_dict()}
    assert (entry.person_id, entry.appointment_id) == (head.person_id, head.pk)
    assert entry.before == {"seats": 4}
    assert entry.after == {"name": {"kk": "а", "ru": "б", "en": "c"}, "day": "2026-05-28"}


@pytest.mark.django_db
def test_the_database_refuses_to_change_an_entry():
    entry = note()
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(why="something else")
    entry.refresh_from_db()
    assert entry.why == ""


@pytest.mark.django_db
def test_the_database_refuses_to_remove_an_entry():
    entry = note()
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).delete()
    assert Entry.objects.filter(pk=entry.pk).exists()


@pytest.mark.django_db
def test_an_act_that_is_undone_leaves_no_entry():
    with transaction.atomic():
        note()
        transaction.set_rollback(True)
    assert Entry.objects.count() == 0


@pytest.mark.django_db
def test_one_act_on_many_subjects_seals_each_to_its_own_forerunner(head, django_assert_max_num_queries):
    note()
    acts = [{"subject": "case:13", "after": {"seats": 4}}, {"subject": CASE}, {"subject": "case:13", "before": {"seats": 4}}]
    with django_assert_max_num_queries(6):
        entries = write_each(*acts, verb="tests.noted", by=head, now=NOW, why=_("Because"), audience=["agency"])
    assert [entry.subject for entry in entries] == ["case:13", CASE, "case:13"]
    assert list(entries_for("case:13", {"agency"})) == [entries[2], entries[0]]
    assert (entries[0].after, entries[2].before, entries[1].after) == ({"seats": 4}, {"seats": 4}, {})
    assert {entry.why for entry in entries} == {"Because"}
    assert (verify(CASE), verify("case:13")) == (None, None)


@pytest.mark.django_db
def test_readers_see_the_entries_of_their_sides_newest_first():
    first, second = note(audience=["agency", "panel"]), note(audience=["institution", "panel"])
    note(subject="case:13", audience=["panel"])

    assert list(entries_for(CASE, {"panel"})) == [second, first]
    assert list(entries_for(CASE, {"agency"})) == [first]
    assert list(entries_for(CASE, {"institution", "agency"})) == [second, first]


@pytest.mark.django_db
def test_somebody_on_no_side_sees_nothing_but_what_they_wrote_themselves(head):
    note()
    own = note(by=head)

    assert list(entries_for(CASE, frozenset())) == []
    assert list(entries_for(CASE, frozenset(), appointment=head)) == [own]


@pytest.mark.django_db
def test_what_was_written_in_one_appointment_is_not_read_in_another(head):
    note(by=head)
    other = Appointment.objects.create(person=head.person, body=head.body, role="expert", since=NOW.date())

    assert list(entries_for(CASE, frozenset(), appointment=other)) == []


@pytest.mark.django_db
def test_seals_hold_in_whatever_time_zone_the_moment_was_given():
    note(now=NOW.astimezone(ZoneInfo("Asia/Almaty")), after={"days": 10, "share": 0.25, "text": "Қазақ \u2028 тілі"})
    note(now=NOW + timedelta(microseconds=1))
    assert verify(CASE) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"why": "nicer"},
        {"at": NOW - timedelta(days=1)},
        {"audience": []},
        {"person_id": 7},
        {"who": {"name": "X"}},
        {"after": {"outcome": "accept"}},
    ],
)
def test_the_first_changed_entry_is_named(change):
    note()
    changed = note(after={"outcome": "refuse"})
    note()
    tamper(changed, **change)
    assert verify(CASE) == changed


@pytest.mark.django_db
def test_a_removed_entry_shows_at_the_one_after_it():
    note()
    removed, after = note(), note()
    tamper(removed)
    assert verify(CASE) == after


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_different_reasons_never_have_the_same_seal(one, other):
    def entry(why):
        return Entry(at=NOW, subject=CASE, verb="tests.noted", why=why)

    assert (seal_of(entry(one), "") == seal_of(entry(other), "")) == (one == other)


@pytest.fixture
def vocabulary(monkeypatch):
    """Sentences of the test's own, gone after it."""
    monkeypatch.setattr(verbs, "_sentences", dict(verbs._sentences))
    monkeypatch.setattr(verbs, "_explanations", {})


@pytest.mark.usefixtures("vocabulary")
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Дана: “Visit” – Done"), ("ru", "Дана: «Visit» – Done"), ("kk", "Дана: «Visit» – Done")],
)
def test_a_step_is_told_by_its_title_and_its_outcome(language, said):
    verbs.explain("workflow.step_taken", lambda _entry: {"step": "Visit", "outcome": "Done"})
    entry = Entry(verb="workflow.step_taken", who={"name": "Дана"}, after={"step": "visit", "outcome": "done"})
    with translation.override(language):
        assert entry.sentence == said


@pytest.mark.usefixtures("vocabulary")
def test_an_outcome_without_a_name_is_left_out():
    verbs.explain("workflow.step_taken", lambda _entry: {"step": "Visit", "outcome": ""})
    entry = Entry(verb="workflow.step_taken", who={"name": "Dana"}, after={"step": "visit", "outcome": "done"})
    with translation.override("en"):
        assert entry.sentence == "Dana: “Visit”"


@pytest.mark.usefixtures("vocabulary")
def test_texts_in_three_languages_are_said_in_the_readers():
    verbs.register({"tests.named": "%(who)s: %(expert)s, %(lost)s"})
    entry = Entry(verb="tests.named", after={"expert": {"kk": "сарапшы", "ru": "эксперт", "en": "expert"}})
    with translation.override("kk"):
        assert entry.sentence == "Tarazy: сарапшы, –"


def test_a_verb_without_a_sentence_shows_itself():
    with translation.override("en"):
        assert Entry(verb="tests.unheard_of", who={"name": "Dana"}).sentence == "Dana: tests.unheard_of"


def test_the_list_escapes_what_people_typed():
    entry = Entry(verb="tests.x", at=NOW, who={"name": "<b>Dana</b>"}, why="<script>")
    with translation.override("ru"):
        page = render_to_string("journal/entries.html", {"entries": [entry]})
    assert "&lt;b&gt;Dana&lt;/b&gt;" in page
    assert "<script>" not in page
    assert '<time datetime="2026-05-28' in page
    assert "28 мая</time>" in page
