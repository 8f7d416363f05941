"""The pages on which an agency puts a draft out, answers the public, publishes; and what everybody sees then."""

from datetime import timedelta

import pytest

from tarazy.ground.foundation import clock
from tarazy.reference.drafts import services
from tarazy.reference.drafts.models import Comment, Draft
from tarazy.reference.standards.models import StandardsSet
from tests.factories import DAY, NOW
from tests.reference.drafts.making import again, agree, answered, closed, open_now, rewritten, said_now

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


def day(days=0):
    """A day from today on, as a form sends it."""
    return (clock.today() + timedelta(days=days)).isoformat()


def publication(draft, **changes):
    """What the form of publication sends; days are written out or counted from today."""
    fields = {"version": "2026.1", "in_force_from": 0, "previous_until": "", **changes}
    days = {name: day(value) for name, value in fields.items() if isinstance(value, int) and name != "seen"}
    return {"seen": draft.revision, **fields, **days}


def test_the_head_puts_a_draft_out_moves_the_last_day_and_closes(desk, draft):
    page = f"/drafts/{draft.pk}/comments/open/"
    assert 'name="close"' not in desk.get(page).text
    for days in (7, 14):
        done = desk.post(page, {"until": day(days)}, follow=True)
        assert "Everybody can read the draft now and comment on it." in done.text
        assert f"/drafts/{draft.pk}/read/" in done.text
        assert Draft.objects.get().comments_until.isoformat() == day(days)
    assert f'value="{day(14)}"' in desk.get(page).text
    for _ in range(2):
        done = desk.post(page, {"close": "1"}, follow=True)
        assert "Comments are closed; those that were made stay readable." in done.text
    assert "Nobody can comment at the moment." in done.text
    assert 'name="close"' not in desk.get(page).text


@pytest.mark.parametrize(
    ("until", "sentence", "beside"), [("", "", True), ("soon", "", True), (-1, "The last day for comments is past.", False)]
)
def test_a_last_day_that_is_none_comes_back_with_a_sentence(desk, draft, until, sentence, beside):
    answer = desk.post(
        f"/drafts/{draft.pk}/comments/open/", {"until": until if isinstance(until, str) else day(until), "csrfmiddlewaretoken": "x"}
    )
    assert answer.status_code == 422
    assert sentence in answer.text
    assert ("id_until_error" in answer.text) == beside
    assert not Draft.objects.get().was_put_out(clock.today())


def test_the_agency_reads_every_comment_and_answers_it(english, draft, head, coordinator):
    remark = said_now(open_now(draft, by=head), "Too strict.")
    english.force_login(coordinator.person)
    page = f"/drafts/{draft.pk}/comments/"
    assert f'href="{page}"' in english.get("/drafts/").text
    assert "1 waits" in english.get(draft.get_absolute_url()).text
    told = english.get(page).text
    for words in ("Too strict.", "Ирина К.", "1.1 Criterion 1.1", f'href="{page}{remark.pk}/"'):
        assert words in told
    assert "Too strict." in english.get(f"{page}{remark.pk}/").text
    done = english.post(f"{page}{remark.pk}/", {"answer": "We made it milder."}, follow=True)
    for words in ("The answer is public.", "We made it milder.", coordinator.person.name):
        assert words in done.text
    assert f"{page}{remark.pk}/" not in done.text
    assert english.post(f"{page}{remark.pk}/", {"answer": "We made it milder."}).status_code == 302


@pytest.mark.parametrize("answer", [" ", "ж" * 2001])
def test_an_answer_that_will_not_do_comes_back_with_the_error_beside_it(desk, draft, head, answer):
    remark = said_now(open_now(draft, by=head))
    told = desk.post(f"/drafts/{draft.pk}/comments/{remark.pk}/", {"answer": answer})
    assert (told.status_code, "id_answer_error" in told.text) == (422, True)
    assert Comment.objects.get().answered_at is None


def test_without_comments_the_page_says_so(desk, draft):
    assert "No comments" in desk.get(f"/drafts/{draft.pk}/comments/").text


def test_what_changes_is_shown_by_criterion_and_word(desk, draft, head):
    assert "Nothing differs." in desk.get(f"/drafts/{draft.pk}/changes/").text
    rewritten(draft, "Criterion 1.1 stricter", by=head)
    for page in ("changes", "publish"):
        told = desk.get(f"/drafts/{draft.pk}/{page}/").text
        assert "<ins>stricter</ins>" in told
        assert "Beside “Set of_all”, version 1." in told
        assert "Criterion 2.2" not in told


def test_another_title_and_source_of_the_set_are_shown_before_its_standards(desk, draft, head):
    new = draft.content | {"title": draft.content["title"] | {"en": "Set of our own"}, "source": "Order 5"}
    services.change(draft, new, seen=draft.revision, by=head, now=NOW, today=DAY)
    for page in ("changes", "publish"):
        told = desk.get(f"/drafts/{draft.pk}/{page}/").text
        assert "The set as a whole" in told
        assert "<ins>of our own</ins>" in told
        assert "<ins>Order 5</ins>" in told
        assert "Nothing differs" not in told


def test_the_page_of_publication_says_what_it_means(desk, draft):
    told = desk.get(f"/drafts/{draft.pk}/publish/").text
    for words in ("For running cases: nothing.", "it stands in place of “of_all”", f'value="{clock.today().year}.1"', f'value="{day()}"'):
        assert words in told


def test_the_head_publishes_and_a_second_press_leads_to_the_same_version(desk, draft):
    page = f"/drafts/{draft.pk}/publish/"
    done = desk.post(page, publication(draft), follow=True)
    made = StandardsSet.objects.get(key="of_tst")
    assert done.redirect_chain == [(made.get_absolute_url(), 302)]
    assert "Version 2026.1 is published." in done.text
    assert desk.post(page, publication(draft, version="2026.2")).url == desk.get(page).url == made.get_absolute_url()
    assert StandardsSet.objects.filter(key="of_tst").count() == 1


@pytest.mark.parametrize(
    ("changes", "beside", "sentence"),
    [
        ({"version": "next"}, "id_version_error", "Write numbers parted by points, as 2026.1."),
        ({"version": ""}, "id_version_error", ""),
        ({"in_force_from": "soon"}, "id_in_force_from_error", ""),
        ({"previous_until": "later"}, "id_previous_until_error", ""),
        ({"in_force_from": -1}, "", "A version cannot hold from a day that is past."),
        ({"seen": 7}, "", "The draft was changed after you opened this page."),
        ({"previous_until": 0, "in_force_from": 1}, "", "The version before is usable at least until the new one holds."),
    ],
)
def test_a_publication_that_will_not_do_comes_back_with_its_reason(desk, draft, changes, beside, sentence):
    answer = desk.post(f"/drafts/{draft.pk}/publish/", publication(draft, **changes))
    assert answer.status_code == 422
    assert beside in answer.text
    assert sentence in answer.text
    assert not StandardsSet.objects.filter(key="of_tst").exists()


def test_every_reason_against_a_publication_is_told_at_once(desk, draft, head):
    said_now(open_now(draft, by=head))
    closed(draft, by=head, today=clock.today())
    desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 1, "out": "1.1"})
    desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 2, "out": "1.1"})
    draft.refresh_from_db()
    assert "It cannot be published yet." in desk.get(f"/drafts/{draft.pk}/publish/").text
    answer = desk.post(f"/drafts/{draft.pk}/publish/", publication(draft, in_force_from=-1))
    for words in (
        "Standard 1: it has no criterion yet.",
        "Comments that wait for an answer: 1.",
        "A version cannot hold from a day that is past.",
    ):
        assert words in answer.text.split("<form method")[0]


@pytest.fixture
def second(first, head):
    """The second version: the words of one criterion are other ones, in Kazakh too."""
    return agree(rewritten(again(first, by=head), "Criterion 1.1 трансформатор", by=head), by=head, version="2026.2")


def test_the_old_version_stays_readable_with_its_old_text(english, second):
    old, new = (english.get(f"/standards/of_tst/{version}/1/").text for version in ("2026.1", "2026.2"))
    assert ("Criterion 1.1" in old, "трансформатор" in old, "трансформатор" in new) == (True, False, True)
    assert "There is a newer version" in english.get("/standards/of_tst/2026.1/").text
    assert "2026.1" in english.get("/standards/of_tst/versions/").text


@pytest.mark.parametrize(
    ("language", "gone", "come"),
    [
        ("en", "", "<ins>трансформатор</ins>"),
        ("kk", "<del>Критерий</del>", "<ins>Criterion</ins>"),
        ("ru", "<del>Критерий</del>", "<ins>Criterion</ins>"),
    ],
)
def test_the_page_of_differences_shows_the_changed_words_in_the_readers_language(client, second, language, gone, come):
    client.cookies["django_language"] = language
    told = client.get("/standards/of_tst/versions/2026.1/2026.2/").text
    assert come in told
    assert gone in told
    assert ("<del>" in told) == bool(gone)
    assert told.count('<article class="change') == 1


def test_the_search_finds_the_new_text(english, second):
    told = english.get("/standards/find/", {"q": "трансформатор"}).text
    assert "/standards/of_tst/2026.2/1/#c1.1" in told


def test_the_old_text_of_a_criterion_is_no_longer_found(english, first, head):
    where = "/standards/of_tst/2026.1/1/#c1.1"
    draft = rewritten(again(first, by=head), "Трансформатор", by=head)
    assert where in english.get("/standards/find/", {"q": "Criterion 1.1"}).text
    agree(draft, by=head, version="2026.2")
    told = english.get("/standards/find/", {"q": "Criterion 1.1"}).text
    assert where not in told


def test_the_library_names_the_agency_whose_set_it_is(english, first, second):
    told = english.get("/standards/").text
    assert ("TST" in told, "/standards/of_tst/" in told, "2026.1" in told) == (True, True, False)


def test_comments_that_were_answered_stay_with_the_published_draft(desk, draft, head):
    answered(said_now(open_now(draft, by=head), "Too strict."), by=head)
    desk.post(f"/drafts/{draft.pk}/comments/open/", {"close": "1"})
    desk.post(f"/drafts/{draft.pk}/publish/", publication(draft))
    assert Draft.objects.get().published
    told = desk.get(f"/drafts/{draft.pk}/comments/").text
    assert "Too strict." in told
    assert f"/drafts/{draft.pk}/comments/open/" not in told
