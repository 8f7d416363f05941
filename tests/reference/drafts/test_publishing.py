"""A draft becomes a version: what is refused, what holds when, what becomes of the version before."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.models import Entry
from tarazy.reference.drafts import content, queries, services
from tarazy.reference.drafts.gaps import gaps_in
from tarazy.reference.drafts.models import Draft
from tarazy.reference.search.models import Entry as Found
from tarazy.reference.standards.compare import counted
from tarazy.reference.standards.models import Criterion, StandardsSet
from tarazy.reference.standards.queries import in_force, package_from, set_in_version, sets_for
from tarazy.reference.standards.services import load_package
from tests.factories import DAY, NOW, appoint, in_three_languages, make_agency, make_standards
from tests.reference.drafts.making import MORROW, YESTERDAY, again, agree, answered, compared, opened, rewritten, said
from tests.reference.standards.test_package import SMALL

pytestmark = pytest.mark.django_db


def refused(draft, head, **how):
    """The sentences with which its publication is refused; nothing comes into the library."""
    before = StandardsSet.objects.count()
    with pytest.raises(Refused) as caught:
        agree(draft, by=head, **how)
    assert (StandardsSet.objects.count(), Draft.objects.get(pk=draft.pk).published) == (before, None)
    return [str(reason.text) for reason in caught.value.reasons]


@pytest.mark.requirement("R221")
def test_a_draft_becomes_a_set_of_the_agency_content_for_content(draft, agency, head):
    draft = rewritten(draft, "Stricter", by=head)
    made = agree(draft, by=head)
    assert (made.key, made.version, made.agency, made.owner, made.is_latest) == ("of_tst", "2026.1", agency, "tst", True)
    assert (made.replaces, made.in_force_from, made.usable_until) == ("of_all", DAY, None)
    assert package_from(made).content == Draft.objects.get().content == {**draft.content, "version": "2026.1"}
    assert Criterion.objects.get(standard__set=made, number="1.1").text.en == "Stricter"
    entry = Entry.objects.get(verb="drafts.published")
    assert (entry.after, entry.audience) == ({"key": "of_tst", "version": "2026.1"}, ["public"])


def test_a_second_press_of_the_button_gives_the_same_version(draft, head):
    first = agree(draft, by=head)
    assert agree(draft, by=head, version="2026.2") == first
    assert (StandardsSet.objects.filter(key="of_tst").count(), Entry.objects.filter(verb="drafts.published").count()) == (1, 1)


def test_the_head_of_the_agency_alone_publishes_before_and_after(draft, head, agency, coordinator):
    others = (coordinator, appoint(None, agency, "analyst"), appoint(None, make_agency(), "agency_head"), None)
    for by in others:
        with pytest.raises(NotYours, match="Only the head of the agency publishes"):
            agree(draft, by=by)
    agree(draft, by=head)
    for by in others:
        with pytest.raises(NotYours):
            agree(draft, by=by)


def test_what_was_changed_after_the_page_was_opened_is_not_published_unseen(draft, head, coordinator):
    changed = rewritten(draft, "Changed in the last minute", by=coordinator)
    with pytest.raises(Stale, match="The draft was changed after you opened this page"):
        agree(changed, by=head, seen=1)
    assert refused(changed, head, seen=1)
    assert agree(changed, by=head, seen=2).version == "2026.1"


def test_a_draft_with_gaps_is_refused_with_every_one_of_them(draft, head):
    gap = services.change(
        draft, content.with_standard(draft.content, {"title": in_three_languages("T")}), seen=1, by=head, now=NOW, today=DAY
    )
    assert refused(gap, head) == [one.text for one in gaps_in(gap)] != []


def test_comments_that_wait_and_comments_that_may_still_come_are_refused(draft, head):
    public = opened(draft, by=head)
    remark = said(public)
    waiting, still = refused(public, head)
    assert waiting == "Comments that wait for an answer: 1. Answer them first."
    assert still == "The public may still comment. Close the comments, or wait for their last day."
    answered(remark, by=head)
    assert refused(public, head) == [still]
    after = MORROW + timedelta(days=1)
    assert agree(public, by=head, today=after, on=after).version == "2026.1"


@pytest.mark.parametrize("version", ["2026.1", "2026.0.9", "2025.12", "2026"])
def test_a_version_that_is_not_newer_is_refused(first, head, version):
    sentence = "Version 2026.1 is in the library; a new one needs a higher number."
    assert refused(again(first, by=head), head, version=version) == [sentence]


@pytest.mark.parametrize("version", ["2026.1.1", "2026.2", "2026.10", "2027"])
def test_a_version_is_newer_by_its_numbers(first, head, version):
    assert agree(again(first, by=head), by=head, version=version).is_latest


def test_days_that_do_not_fit_are_refused_all_at_once(first, head):
    draft = again(first, by=head)
    assert refused(draft, head, version="2026.2", on=YESTERDAY) == ["A version cannot hold from a day that is past."]
    assert refused(draft, head, version="2026.2", on=MORROW, until=DAY) == [
        "The version before is usable at least until the new one holds."
    ]
    assert len(refused(draft, head, on=YESTERDAY, until=YESTERDAY - timedelta(days=1))) == 3


def test_a_name_that_somebody_else_took_meanwhile_is_refused(draft, head):
    load_package(SMALL.replace("key: small", "key: of_tst").encode(), now=NOW)
    assert refused(draft, head, version="2026.1") == ["“of_tst” names a set of somebody else. Choose another short name."]


def test_the_set_stands_for_the_agency_in_the_place_of_the_one_it_replaces(draft, base, agency, head):
    made = agree(draft, by=head, on=MORROW)
    assert (in_force("of_all", DAY, agency), in_force("of_all", MORROW, agency)) == (base, made)
    assert in_force("of_all", MORROW, make_agency()) == in_force("of_all", MORROW) == base


def test_a_set_that_replaces_nothing_judges_nothing_by_itself(base, agency, head):
    draft = services.copy_set(base, agency=agency, key="beside", by=head, now=NOW, today=DAY)
    made = agree(draft, by=head)
    assert (in_force("of_all", DAY, agency), in_force("beside", DAY, agency)) == (base, made)


def test_the_version_before_holds_until_the_new_one_does_and_may_be_chosen_until_its_day(first, base, agency, head):
    later = MORROW + timedelta(days=30)
    second = agree(again(first, by=head), by=head, version="2026.2", on=MORROW, until=later)
    first.refresh_from_db()
    assert (first.is_latest, first.usable_until, second.usable_until) == (False, later, None)
    assert (in_force("of_all", DAY, agency), in_force("of_all", MORROW, agency)) == (first, second)
    chosen = {day: set(sets_for("higher", day)) for day in (DAY, MORROW, later, later + timedelta(days=1))}
    assert list(chosen.values()) == [{base, first}, {base, first, second}, {base, first, second}, {base, second}]


def test_the_version_before_ends_when_the_new_one_begins_where_no_day_is_given(first, base, head):
    second = agree(again(first, by=head), by=head, version="2026.2", on=MORROW)
    assert (set(sets_for("higher", DAY)), set(sets_for("higher", MORROW))) == ({base, first}, {base, second})


def test_the_old_version_keeps_its_old_text_to_the_letter(first, head):
    was, checksum = package_from(first), first.checksum
    agree(rewritten(again(first, by=head), "Stricter", by=head), by=head, version="2026.2")
    kept = set_in_version("of_tst", "2026.1")
    assert (package_from(kept), kept.checksum) == (was, checksum)
    assert kept.checksum == was.checksum


def test_the_search_finds_the_new_text_and_no_longer_the_old_one(first, head):
    assert Found.objects.filter(path__contains="/of_tst/2026.1/").exists()
    agree(rewritten(again(first, by=head), "Жаңғырту", by=head), by=head, version="2026.2")
    titles = [one.title.kk for one in Found.objects.filter(path__contains="/of_tst/2026.2/").order_by("pk")]
    assert "Жаңғырту" in titles
    assert "Критерий 1.1" not in titles
    assert not Found.objects.filter(path__contains="/of_tst/2026.1/").exists()


def test_what_a_draft_changes_is_told_beside_what_was_before_it_also_when_it_is_published(first, base, head):
    assert compared(first.draft)[0] == base
    draft = rewritten(again(first, by=head), "Criterion 1.1 stricter", by=head)
    for made in (draft, agree(draft, by=head, version="2026.2").draft):
        before, changes = compared(Draft.objects.get(pk=made.pk))
        assert (before, counted(changes)["changed"], counted(changes)["same"]) == (first, 1, 3)


def test_a_standard_without_a_title_can_be_compared(first, head):
    draft = again(first, by=head)
    draft = services.change(draft, content.with_standard(draft.content, {"title": {}, "purpose": {}}), seen=1, by=head, now=NOW, today=DAY)
    _before, changes = compared(draft)
    assert [(one.own.kind, str(one.own.text)) for one in changes] == [("same", "Standard 1"), ("same", "Standard 2"), ("added", "")]


def test_a_published_draft_is_not_put_out_again(draft, first, head):
    for act in (lambda: opened(draft, by=head), lambda: services.close_comments(draft, by=head, now=NOW, today=DAY)):
        with pytest.raises(Refused, match="This draft is published"):
            act()


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_publish_one_version(draft, head):
    together, made = Barrier(2), []

    def press():
        together.wait()
        made.append(agree(draft, by=head).pk)
        connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [StandardsSet.objects.get(key="of_tst").pk] * 2
    assert Entry.objects.filter(verb="drafts.published").count() == 1


def test_sets_of_the_agency_are_the_newest_of_its_own(first, agency, head):
    make_standards(key="of_others", agency=make_agency())
    assert list(queries.sets_of(agency)) == [first]
    second = agree(again(first, by=head), by=head, version="2026.2")
    assert list(queries.sets_of(agency)) == [second]
