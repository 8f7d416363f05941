"""Beginning a draft from a set, changing it, throwing it away; who may."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.models import Entry
from tarazy.reference.drafts import content, queries, services
from tarazy.reference.drafts.gaps import gaps_in
from tarazy.reference.drafts.models import Draft
from tarazy.reference.standards.queries import package_from
from tests.factories import DAY, NOW, appoint, make_agency, make_standards
from tests.reference.drafts.making import again, answered, brought, opened, rewritten, said
from tests.reference.standards.test_package import SMALL

pytestmark = pytest.mark.django_db


def copied(base, agency, by, **how):
    """A copy on the tests' day."""
    return services.copy_set(base, agency=agency, by=by, now=NOW, today=DAY, **how)


def test_a_copy_has_everything_of_the_set_under_the_agencys_name(draft, base, agency, coordinator):
    was = package_from(base).content
    assert draft.content["standards"] == was["standards"]
    assert {name for name in was if draft.content[name] != was[name]} == {"key", "owner", "version"}
    assert (draft.content["key"], draft.content["owner"], draft.content["version"]) == ("of_tst", "tst", "2026.1")
    assert (draft.agency, draft.base, draft.replaces, draft.revision, draft.begun_by) == (agency, base, "of_all", 1, coordinator)
    entry = Entry.objects.get()
    assert (entry.verb, entry.after, entry.audience) == ("drafts.begun", {"key": "of_tst"}, ["agency"])


def test_a_copy_stands_beside_the_set_where_nobody_says_that_it_replaces_it(base, agency, head):
    assert copied(base, agency, head, key="beside").replaces == ""


def test_the_next_version_keeps_the_key_and_what_the_set_replaces(first, head):
    draft = again(first, by=head)
    assert (draft.key, draft.replaces, draft.base, draft.content["version"]) == ("of_tst", "of_all", first, "2026.2")


@pytest.mark.parametrize("key", ["", "x", "9lives", "Own", "own-set", "жинақ", "own set", "own\n", "a" * 61])
def test_a_short_name_that_is_not_written_as_one_is_refused(base, agency, head, key):
    with pytest.raises(Refused, match="small Latin letters"):
        copied(base, agency, head, key=key)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("key", ["find", "correspondences"])
def test_a_set_is_not_named_as_a_page_of_the_library(base, agency, head, key):
    with pytest.raises(Refused, match=f"“{key}” is a page of the library"):
        copied(base, agency, head, key=key)


def test_the_name_of_a_set_of_somebody_else_is_refused(base, agency, head, first):
    with pytest.raises(Refused, match="“of_all” names a set of somebody else"):
        copied(base, agency, head, key="of_all")
    other = make_agency()
    with pytest.raises(Refused, match="“of_tst” names a set of somebody else"):
        copied(base, other, appoint(None, other, "agency_head"), key="of_tst")


def test_one_draft_of_a_set_is_written_at_a_time_by_whichever_agency(draft, base, agency, head):
    other = make_agency()
    for owner, by in ((agency, head), (other, appoint(None, other, "agency_head"))):
        with pytest.raises(Refused, match="A draft of “of_tst” is being written already"):
            copied(base, owner, by, key="of_tst")
    assert Draft.objects.count() == 1


def test_an_international_framework_is_not_copied(agency, head):
    with pytest.raises(Refused, match="framework is there for comparison"):
        copied(make_standards(key="frame", kind="frame"), agency, head, key="own")


@pytest.mark.parametrize(
    ("acronym", "owner"), [("IQAA", "iqaa"), ("QA-1", "qa1"), ("БҚСА", "agency_{pk}"), ("Q", "agency_{pk}"), ("1A", "agency_{pk}")]
)
def test_packages_name_the_agency_by_its_acronym_or_its_number(base, acronym, owner):
    agency = make_agency(acronym)
    made = copied(base, agency, appoint(None, agency, "agency_head"), key="own")
    assert made.content["owner"] == owner.format(pk=agency.pk)
    assert gaps_in(made) == []


def test_a_change_is_counted_and_says_who_made_it(draft, head):
    changed = rewritten(draft, "Stricter", by=head)
    assert (changed.revision, changed.changed_by, content.said_under(changed.content, "1.1")["en"]) == (2, head, "Stricter")
    assert Draft.objects.get() == changed
    assert draft.content["version"] == "2026.1"


def test_the_same_content_again_is_no_change_whatever_page_it_comes_from(draft, head):
    changed = rewritten(draft, "Stricter", by=head)
    for seen in (1, 2):
        assert services.change(draft, changed.content, seen=seen, by=head, now=NOW, today=DAY).revision == 2


def test_who_saves_over_what_somebody_changed_meanwhile_is_told_who_did(draft, head, coordinator):
    rewritten(draft, "Stricter", by=head)
    for new in (content.without(draft.content, 1), None):
        with pytest.raises(Stale, match="Айгерим Сейтова changed the draft after you opened this page"):
            services.change(draft, new, seen=1, by=coordinator, now=NOW, today=DAY)
    assert content.said_under(Draft.objects.get().content, "1.1")["en"] == "Stricter"


def test_a_place_that_is_gone_is_never_written_even_from_the_newest_page(draft, head):
    with pytest.raises(Stale):
        services.change(draft, None, seen=1, by=head, now=NOW, today=DAY)


def test_a_published_draft_is_not_changed_any_more(draft, first, head):
    for act in (lambda: rewritten(draft, "Late", by=head), lambda: services.throw_away(draft, by=head, now=NOW, today=DAY)):
        with pytest.raises(Refused, match="This draft is published"):
            act()
    assert Draft.objects.get().published == first


def test_a_draft_is_thrown_away_once_and_its_name_is_free_again(draft, base, agency, head):
    for _ in range(2):
        services.throw_away(draft, by=head, now=NOW, today=DAY)
    assert not Draft.objects.exists()
    assert [entry.verb for entry in Entry.objects.all()] == ["drafts.begun", "drafts.thrown_away"]
    assert copied(base, agency, head, key="of_tst").pk != draft.pk


def test_a_draft_on_which_the_public_commented_is_kept(draft, head):
    remark = said(opened(draft, by=head))
    answered(remark, by=head)
    with pytest.raises(Refused, match="comments are kept, so the draft is too"):
        services.throw_away(draft, by=head, now=NOW, today=DAY)
    assert draft.comments.get() == remark


@pytest.mark.parametrize("role", ["analyst", "secretary", "registrar", "council_member", "expert", "appeals_member"])
def test_nobody_else_of_the_agency_writes_its_standards(draft, base, agency, role):
    by = appoint(None, agency, role)
    for act in (
        lambda: copied(base, agency, by, key="own"),
        lambda: brought(SMALL, agency=agency, by=by),
        lambda: rewritten(draft, "Theirs", by=by),
        lambda: services.throw_away(draft, by=by, now=NOW, today=DAY),
    ):
        with pytest.raises(NotYours, match="Only the agency’s head and its coordinators"):
            act()
    assert (Draft.objects.get().revision, Draft.objects.count()) == (1, 1)


@pytest.mark.parametrize("role", ["agency_head", "coordinator", None])
def test_nobody_of_another_agency_and_no_visitor_writes_them(draft, base, agency, role):
    by = appoint(None, make_agency(), role) if role else None
    for act in (
        lambda: copied(base, agency, by, key="own"),
        lambda: brought(SMALL, agency=agency, by=by),
        lambda: rewritten(draft, "Theirs", by=by),
        lambda: services.throw_away(draft, by=by, now=NOW, today=DAY),
    ):
        with pytest.raises(NotYours):
            act()
    assert (Draft.objects.get().revision, Draft.objects.count()) == (1, 1)


def test_versions_are_numbered_by_the_year_and_within_it(first):
    assert queries.next_version("of_tst", DAY) == "2026.2"
    assert queries.next_version("of_tst", date(2027, 1, 5)) == "2027.1"
    make_standards(key="long", version="2026.9")
    make_standards(key="long", version="2026.10", is_latest=False)
    assert queries.next_version("long", DAY) == "2026.11"


@pytest.mark.django_db(transaction=True)
def test_two_who_begin_the_same_draft_at_once_make_one(base, agency, head, coordinator):
    together, ends = Barrier(2), []

    def begin(by):
        together.wait()
        try:
            ends.append(copied(base, agency, by, key="of_tst"))
        except Refused as refused:
            ends.append(str(refused))
        finally:
            connection.close()

    threads = [Thread(target=begin, args=[by]) for by in (head, coordinator)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(end) is str for end in ends) == [False, True]
    assert Draft.objects.count() == 1
