"""What people comment on stays as it is: a draft that is out for comment is not changed until its comments are closed or over."""

import pytest

from tarazy.ground.foundation import clock
from tarazy.ground.foundation.errors import Refused
from tarazy.reference.drafts import services
from tarazy.reference.drafts.models import Draft
from tests.factories import DAY, NOW
from tests.reference.drafts.making import MORROW, closed, open_now, opened, rewritten, typed_criterion

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]

FIXED = "Everybody may comment on this draft until 3 March 2026, that day included. Meanwhile its text stays as it is"


@pytest.fixture
def public(draft, head):
    """The draft, put out for comment for a week."""
    return open_now(draft, by=head)


def test_a_draft_that_is_out_for_comment_is_changed_and_thrown_away_by_nobody(draft, head, coordinator):
    opened(draft, by=head)
    for by in (head, coordinator):
        for act in (
            lambda by=by: rewritten(draft, "Milder", by=by, today=DAY),
            lambda by=by: rewritten(draft, "Milder", by=by, today=MORROW),
            lambda by=by: services.throw_away(draft, by=by, now=NOW, today=DAY),
        ):
            with pytest.raises(Refused) as caught:
                act()
            assert FIXED in str(caught.value)
            assert "as soon as the head of the agency closes the comments" in str(caught.value)
    assert Draft.objects.get().content == draft.content


def test_it_is_changed_again_after_its_last_day(draft, head, coordinator):
    public = opened(draft, by=head)
    assert rewritten(public, "Milder", by=coordinator, today=MORROW.replace(day=MORROW.day + 1)).revision == 2


def test_it_is_changed_again_when_the_head_closes_the_comments_and_fixed_anew_when_it_is_put_out_again(draft, head, coordinator):
    public = closed(opened(draft, by=head), by=head)
    again = opened(rewritten(public, "Milder", by=coordinator), by=head)
    with pytest.raises(Refused, match="Meanwhile its text stays as it is"):
        rewritten(again, "Milder still", by=coordinator)


def test_the_page_of_the_draft_says_until_when_and_offers_no_change(desk, draft, head):
    at = f"/drafts/{draft.pk}/"
    changes = (f"{at}head/", f"{at}standards/new/", f"{at}standards/1/", f"{at}standards/1/criteria/1/", 'name="throw"', 'name="up"')
    told = desk.get(at).text
    assert [one for one in changes if one not in told] == []
    assert "Meanwhile its text stays as it is" not in told
    open_now(draft, by=head)
    told = desk.get(at).text
    assert [one for one in changes if one in told] == []
    assert "that day included. Meanwhile its text stays as it is" in told
    assert f"{at}comments/open/" in told
    assert f"{at}changes/" in told


@pytest.mark.parametrize("page", ["head", "standards/new", "standards/1", "standards/1/criteria/new", "standards/1/criteria/1"])
def test_a_page_on_which_it_would_be_written_leads_back_with_the_sentence(desk, draft, head, page):
    open_now(draft, by=head)
    answer = desk.get(f"/drafts/{draft.pk}/{page}/", follow=True)
    assert answer.redirect_chain == [(draft.get_absolute_url(), 302)]
    assert answer.text.count("Meanwhile its text stays as it is") == 2  # the message, and what comes next


def test_what_was_typed_before_the_draft_went_out_comes_back_with_the_sentence(desk, draft, head):
    fields = typed_criterion(draft, text_en="Typed for an hour")
    open_now(draft, by=head)
    answer = desk.post(f"/drafts/{draft.pk}/standards/1/criteria/1/", fields)
    assert answer.status_code == 422
    assert "Meanwhile its text stays as it is" in answer.text
    assert "Typed for an hour" in answer.text
    assert Draft.objects.get().content == draft.content


@pytest.mark.parametrize(
    ("language", "inside", "outside"),
    [
        ("kk", "бұл уақытта жобаның мәтіні өзгертілмейді", "оның мәтіні өзгермейді"),
        ("ru", "чтобы комментарии относились к тому, что люди прочли", "Всё это время его текст не меняется"),
        ("en", "Meanwhile its text stays as it is", "Its text stays as it is while it is open."),
    ],
)
def test_the_agency_and_the_public_read_it_in_their_language(desk, public, language, inside, outside):
    desk.cookies["django_language"] = language
    assert inside in desk.get(f"/drafts/{public.pk}/").text
    assert outside in desk.get(f"/drafts/{public.pk}/read/").text


def test_an_old_page_moves_nothing_while_people_comment(desk, draft, head):
    open_now(draft, by=head)
    done = desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 1, "up": "2"}, follow=True)
    assert "Meanwhile its text stays as it is" in done.text
    assert desk.post(f"/drafts/{draft.pk}/arrange/", {"throw": 1}, follow=True).redirect_chain == [(draft.get_absolute_url(), 302)]
    assert Draft.objects.get().content == draft.content
    assert Draft.objects.get().takes_comments(clock.today())
