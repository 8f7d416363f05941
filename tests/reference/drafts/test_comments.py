"""What the public says of a draft: when it may, how often, who reads it, and what the agency answers."""

import random

import pytest
from django.utils import translation

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal.models import Entry
from tarazy.reference.drafts import content, queries, services
from tarazy.reference.drafts.models import Comment, Draft
from tests.factories import DAY, NOW, appoint, make_agency, make_institution
from tests.reference.drafts.making import MORROW, YESTERDAY, agree, answered, closed, opened, rewritten, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    """Somebody with an account, of an organisation that the agency accredits."""
    return appoint("Ерлан Қасымов", make_institution(), "institution_head")


@pytest.fixture
def public(draft, head):
    """The draft, put out for comment until tomorrow."""
    return opened(draft, by=head)


def test_the_public_comments_from_the_day_on_which_it_is_put_out_until_the_last_one(public):
    assert [public.takes_comments(day) for day in (YESTERDAY, DAY, MORROW)] == [False, True, True]
    assert list(queries.put_out(DAY)) == list(queries.put_out(MORROW)) == [public]
    late = MORROW.replace(day=MORROW.day + 1)
    assert not queries.put_out(late).exists()
    for day in (YESTERDAY, late):
        with pytest.raises(Refused, match="The time for comments on this draft is over"):
            said(public, today=day)
    assert said(public, today=MORROW).text == "Too strict."


def test_a_draft_that_is_not_put_out_takes_no_comment(draft):
    with pytest.raises(Refused, match="The time for comments"):
        said(draft)
    assert not queries.put_out(DAY).exists()


def test_putting_out_is_journalled_for_everybody_and_moving_the_last_day_keeps_the_first(public, head):
    later = opened(public, by=head, until=MORROW.replace(day=20), today=MORROW)
    assert (later.comments_from, later.comments_until) == (DAY, MORROW.replace(day=20))
    entries = Entry.objects.filter(verb="drafts.opened")
    assert [(entry.after["until"], entry.audience) for entry in entries] == [("2026-03-03", ["public"]), ("2026-03-20", ["public"])]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "жобасы 2026 ж. 3 наурыз күніне дейін жария талқылауға шығарылды."),
        ("ru", "вынесен на публичное обсуждение до 3 марта 2026 года."),
        ("en", "was put out for public comment until 3 March 2026."),
    ],
)
def test_the_journal_says_until_when_as_the_reader_writes_it_with_one_full_stop(public, language, said):
    with translation.override(language):
        sentence = Entry.objects.get(verb="drafts.opened").sentence
    assert said in sentence
    assert "2026-03-03" not in sentence
    assert ".." not in sentence


def test_a_last_day_that_is_past_and_a_draft_with_gaps_are_refused(draft, head):
    with pytest.raises(Refused, match="The last day for comments is past"):
        opened(draft, by=head, until=YESTERDAY)
    gap = services.change(draft, content.with_standard(draft.content, {}), seen=1, by=head, now=NOW, today=DAY)
    with pytest.raises(Refused, match="the public would comment on gaps"):
        opened(gap, by=head)
    assert Draft.objects.get().comments_from is None


def test_the_head_alone_puts_out_and_closes(draft, head, coordinator):
    stranger = appoint(None, make_agency(), "agency_head")
    for by in (coordinator, stranger, None):
        with pytest.raises(NotYours, match="Only the head of the agency"):
            opened(draft, by=by)
    public = opened(draft, by=head)
    for by in (coordinator, stranger, None):
        with pytest.raises(NotYours):
            services.close_comments(public, by=by, now=NOW, today=DAY)
    assert Draft.objects.get().takes_comments(DAY)


def test_closed_comments_take_none_and_stay_readable_and_a_second_time_changes_nothing(public, head):
    remark = answered(said(public), by=head)
    for _ in range(2):
        closed = services.close_comments(public, by=head, now=NOW, today=DAY)
    assert (closed.takes_comments(DAY), closed.was_put_out(DAY)) == (False, True)
    assert list(queries.shown_comments(closed)) == [remark]
    assert Entry.objects.filter(verb="drafts.closed").count() == 1
    with pytest.raises(Refused):
        said(closed, "Too late.")
    assert opened(closed, by=head).takes_comments(DAY)


def test_a_visitor_says_a_name_and_is_read_when_the_agency_has_answered(public, head):
    remark = said(public, "  Too strict. ", name="  Ирина\n К. ")
    assert (remark.name, remark.text, remark.appointment, remark.said_of["en"]) == ("Ирина К.", "Too strict.", None, "Criterion 1.1")
    assert not queries.shown_comments(public).exists()
    answered(remark, by=head)
    assert list(queries.shown_comments(public)) == [remark]


def test_who_has_an_account_speaks_under_their_own_name_and_is_read_at_once(public, reader):
    remark = said(public, by=reader, name="Somebody Else")
    assert (remark.name, remark.appointment) == ("Ерлан Қасымов", reader)
    assert list(queries.shown_comments(public)) == [remark]


@pytest.mark.parametrize("number", ["1", "1.1", "2.2"])
def test_everything_that_has_a_number_can_be_commented_on(public, number):
    assert said(public, number=number).said_of == content.said_under(public.content, number)


@pytest.mark.parametrize("number", ["3", "1.3", "", "1.1.1"])
def test_what_has_no_number_cannot(public, number):
    with pytest.raises(Refused, match=f"The draft has no {number} any more"):
        said(public, number=number)


@pytest.mark.parametrize("words", [{"text": " \n"}, {"name": " "}])
def test_without_a_name_or_words_there_is_no_comment(public, words):
    with pytest.raises(Refused, match="Say your name and what you think"):
        said(public, **words)
    assert not Comment.objects.exists()


def test_a_comment_sent_twice_is_one_comment(public, reader):
    for by in (None, reader):
        assert said(public, by=by) == said(public, by=by)
    assert said(public, number="1.2") != said(public, name="Олег Ким")
    assert Comment.objects.count() == 4


def test_a_comment_may_be_as_long_as_the_page_lets_it_be(public):
    text = "".join(random.Random(7).choices("әіңғүұқөһабвгдежзийклмнопрстуфхцчшщъыьэюя", k=2000))  # noqa: S311 (no secret: words that do not repeat)
    assert said(public, text) == said(public, text)
    assert Comment.objects.get().text == text


def test_a_flood_of_visitors_is_stopped_and_others_still_speak(public, reader, head):
    remark = said(public)
    one = {"draft": public, "number": "1.1", "name": "Bot", "language": "en", "made_at": NOW}
    Comment.objects.bulk_create(Comment(text=f"Buy {at}", **one) for at in range(499))
    with pytest.raises(Refused, match="Too many comments wait for an answer"):
        said(public, "One more.")
    assert said(public, "One more.", by=reader).appointment == reader
    answered(remark, by=head)
    assert said(public, "One more.").appointment is None


def test_an_answer_is_journalled_for_everybody_and_given_once(public, head, coordinator):
    remark = said(public)
    for _ in range(2):
        done = answered(remark, "  We made it milder. ", by=coordinator)
    assert (done.answer, done.answered_by, done.answered_at) == ("We made it milder.", coordinator, NOW)
    for by, answer in ((coordinator, "Something else."), (head, "We made it milder.")):
        with pytest.raises(Stale, match="Somebody answered this comment before you"):
            answered(remark, answer, by=by)
    entry = Entry.objects.get(verb="drafts.answered")
    assert (entry.after, entry.audience) == ({"key": "of_tst", "number": "1.1"}, ["public"])


def test_an_answer_needs_a_sentence_and_somebody_who_writes_the_standards(public, agency, head, reader):
    remark = said(public)
    with pytest.raises(Refused, match="Answer in a sentence"):
        answered(remark, "  ", by=head)
    for by in (reader, appoint(None, agency, "analyst"), appoint(None, make_agency(), "agency_head"), None):
        with pytest.raises(NotYours):
            answered(remark, by=by)
    assert Comment.objects.get().answered_at is None


def test_comments_stay_with_the_words_that_they_were_made_on(public, head, reader):
    moving, changing, going, staying = (said(public, number=number, by=reader) for number in ("1.1", "2.2", "2", "1"))
    public = closed(public, by=head)
    moved = services.change(public, content.moved(public.content, 1, 1, up=False), seen=1, by=head, now=NOW, today=DAY)
    changed = rewritten(moved, "Milder", place=2, part=2, by=head)
    retitled = content.with_standard(changed.content, {"title": {"en": "Another"}}, 2)
    there, earlier = queries.remarks_of(services.change(changed, retitled, seen=3, by=head, now=NOW, today=DAY))
    assert there == {"1.2": [moving], "1": [staying]}
    assert [(one, words.en) for one, words in earlier] == [(changing, "Criterion 2.2"), (going, "Standard 2")]


def test_of_equal_words_the_comment_stays_with_those_that_it_was_made_on(public, head, reader):
    public = closed(public, by=head)
    for place, part in ((1, 1), (2, 2)):
        public = rewritten(public, "The same", place=place, part=part, by=head)
    remark = said(opened(public, by=head), by=reader)
    assert queries.remarks_of(public) == ({"1.1": [remark]}, [])


def test_the_agency_reads_first_what_waits_for_its_answer(public, head, reader):
    done = answered(said(public), by=head)
    waiting = said(public, "And unclear.", by=reader)
    assert list(queries.all_comments(public)) == [waiting, done]
    assert queries.drafts_of(public.agency).get().waiting == 1


def test_comments_and_answers_stay_when_the_draft_is_published(public, head):
    remark = answered(said(public), by=head)
    closed = services.close_comments(public, by=head, now=NOW, today=DAY)
    agree(closed, by=head)
    published = Draft.objects.get()
    assert (published.was_put_out(DAY), published.takes_comments(DAY)) == (True, False)
    assert queries.remarks_of(published) == ({"1.1": [remark]}, [])
    assert not queries.put_out(DAY).exists()
