"""Whoever sends a page that time has passed by is told so, and finds everything that they typed."""

import pytest

from tarazy.ground.foundation import clock
from tarazy.reference.drafts import content, services
from tarazy.reference.drafts.models import Comment, Draft
from tests.factories import DAY, NOW
from tests.reference.drafts.making import (
    agree,
    answered,
    closed,
    open_now,
    rewritten,
    said_now,
    typed_criterion,
    typed_head,
    typed_standard,
)

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]

CHANGED = "Нурлан Ахметов changed the draft after you opened this page."
PAGES = {
    "head": (typed_head, "title_en"),
    "standards/new": (typed_standard, "title_en"),
    "standards/2": (typed_standard, "title_en"),
    "standards/2/criteria/new": (typed_criterion, "text_en"),
    "standards/2/criteria/1": (typed_criterion, "text_en"),
}
BY_PLACE = [page for page in PAGES if page.startswith("standards/2")]


def sent(desk, draft, page):
    """A page that was opened when the draft was new, sent now with something typed."""
    fields, name = PAGES[page]
    return desk.post(f"/drafts/{draft.pk}/{page}/", fields(draft, **{name: "Typed for an hour"}))


def gone(draft, by):
    """A colleague takes out the second standard."""
    return services.change(draft, content.without(draft.content, 2), seen=1, by=by, now=NOW, today=DAY)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_colleague_changed_meanwhile_is_not_overwritten(desk, draft, coordinator, page):
    changed = rewritten(draft, "Theirs", by=coordinator)
    answer = sent(desk, draft, page)
    assert answer.status_code == 422
    assert CHANGED in answer.text
    assert "Typed for an hour" in answer.text
    assert 'name="seen" value="1"' in answer.text  # pressing again does not overwrite either
    assert Draft.objects.get().content == changed.content


@pytest.mark.parametrize("page", BY_PLACE)
def test_a_text_for_a_place_that_a_colleague_took_out_comes_back(desk, draft, coordinator, page):
    changed = gone(draft, coordinator)
    answer = sent(desk, draft, page)
    assert answer.status_code == 422
    assert CHANGED in answer.text
    assert "Typed for an hour" in answer.text
    assert Draft.objects.get().content == changed.content


@pytest.mark.parametrize("page", PAGES)
def test_a_text_for_a_draft_that_was_published_meanwhile_comes_back(desk, draft, head, page):
    agree(draft, by=head)
    answer = sent(desk, draft, page)
    assert answer.status_code == 422
    assert "This draft is published. Begin a new one from the published set." in answer.text
    assert "Typed for an hour" in answer.text


def test_a_second_press_of_keep_is_no_quarrel(desk, draft):
    for _ in range(2):
        answer = sent(desk, draft, "standards/2/criteria/1")
        assert answer.status_code == 302
    assert Draft.objects.get().revision == 2


@pytest.mark.parametrize("button", [{"out": "2"}, {"up": "2.1"}, {"up": "2"}])
def test_a_button_of_an_old_page_moves_nothing(desk, draft, coordinator, button):
    changed = gone(draft, coordinator)
    done = desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 1, **button}, follow=True)
    assert CHANGED in done.text
    assert Draft.objects.get().content == changed.content


def test_a_second_press_of_take_out_takes_out_one(desk, draft):
    for _ in range(2):
        desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 1, "out": "1"})
    assert [one["title"]["en"] for one in Draft.objects.get().content["standards"]] == ["Standard 2"]


def test_a_comment_that_comes_too_late_comes_back_with_its_words(english, draft, head):
    public = open_now(draft, by=head)
    page, fields = f"/drafts/{draft.pk}/read/1.1/", {"name": "Ирина К.", "text": "Written for an hour"}
    Draft.objects.update(comments_from=DAY, comments_until=DAY)
    answer = english.post(page, fields)
    assert answer.status_code == 422
    assert "The time for comments on this draft is over." in answer.text
    assert "Written for an hour" in answer.text
    assert (english.get(page).status_code, Comment.objects.exists(), public.pk) == (404, False, draft.pk)


def test_a_comment_on_what_was_taken_out_meanwhile_comes_back_with_its_words(english, draft, head):
    gone(closed(open_now(draft, by=head), by=head, today=clock.today()), head)
    open_now(draft, by=head)
    answer = english.post(f"/drafts/{draft.pk}/read/2.1/", {"name": "Ирина К.", "text": "Written for an hour"})
    assert answer.status_code == 422
    assert "The draft has no 2.1 any more." in answer.text
    assert "Written for an hour" in answer.text
    assert not Comment.objects.exists()


def test_an_answer_that_somebody_gave_first_leaves_the_words_on_the_page(desk, draft, head, coordinator):
    remark = said_now(open_now(draft, by=head))
    answered(remark, by=coordinator)
    answer = desk.post(f"/drafts/{draft.pk}/comments/{remark.pk}/", {"answer": "Mine, written for an hour"})
    assert answer.status_code == 422
    assert "Somebody answered this comment before you." in answer.text
    assert "Mine, written for an hour" in answer.text
    assert Comment.objects.get().answer == "We made it milder."
