"""What the public reads of a draft and says of it, before it is put out, meanwhile and afterwards."""

import pytest

from tarazy.ground.foundation import clock
from tarazy.reference.drafts import content, services
from tarazy.reference.drafts.models import Comment, Draft
from tests.factories import DAY, NOW, appoint, make_institution, make_person
from tests.reference.drafts.making import agree, answered, closed, open_now, rewritten, said_now

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]

WORDS = {"name": "Ирина К.", "text": "Too strict for a village school."}


@pytest.fixture
def public(draft, head):
    """The draft, put out for comment for a week."""
    return open_now(draft, by=head)


@pytest.fixture
def page(draft):
    """Where everybody reads the draft when it is put out."""
    return f"/drafts/{draft.pk}/read/"


def test_a_draft_that_is_not_put_out_is_not_there(english, draft, page):
    assert english.get(page).status_code == english.get(f"{page}1.1/").status_code == english.post(f"{page}1.1/", WORDS).status_code == 404
    told = english.get("/drafts/open/").text
    assert "Nothing is open for comment" in told
    assert "of_all" not in told


def test_a_draft_that_is_put_out_is_found_and_read_by_everybody(english, public, page):
    told = english.get("/drafts/open/").text
    assert f'href="{page}"' in told
    assert "Agency TST" in told
    told = english.get(page).text
    for words in ("A draft, open for comment until", "Standard 1", "Criterion 2.2", "Evidence 1.1", "What to look at 1.2"):
        assert words in told
    for number in ("1", "1.1", "2.2"):
        assert f'href="{page}{number}/"' in told
    assert public.get_absolute_url() not in told.replace(page, "")


def test_a_draft_can_be_read_in_kazakh(client, public, page):
    client.cookies["django_language"] = "kk"
    told = client.get(page).text
    assert "Критерий 2.2" in told
    assert "Criterion 2.2" not in told


def test_a_visitor_comments_and_is_shown_when_the_agency_has_answered(english, public, page, head):
    asked = english.get(f"{page}1.1/").text
    assert "Criterion 1.1" in asked
    assert 'name="name"' in asked
    done = english.post(f"{page}1.1/", WORDS, follow=True)
    assert done.redirect_chain == [(f"{page}#c1.1", 302)]
    assert "Your comment is shown when the agency has answered it." in done.text
    assert WORDS["text"] not in english.get(page).text
    answered(Comment.objects.get(), "We made it milder.", by=head)
    told = english.get(page).text
    for words in (*WORDS.values(), "We made it milder.", head.person.name):
        assert words in told


def test_who_has_an_account_is_not_asked_for_a_name_and_is_shown_at_once(english, public, page):
    reader = appoint("Ерлан Қасымов", make_institution(), "institution_head")
    english.force_login(reader.person)
    assert 'name="name"' not in english.get(f"{page}1.1/").text
    done = english.post(f"{page}1.1/", {**WORDS, "name": "Somebody Else"}, follow=True)
    for words in ("Your comment is public.", WORDS["text"], "Ерлан Қасымов"):
        assert words in done.text
    assert "Somebody Else" not in done.text


def test_an_account_without_an_appointment_speaks_as_a_visitor(english, public, page):
    english.force_login(make_person())
    assert "when the agency has answered it" in english.post(f"{page}1.1/", WORDS, follow=True).text
    assert Comment.objects.get().name == WORDS["name"]


def test_a_comment_sent_twice_is_shown_once(english, public, page):
    for _ in range(2):
        assert english.post(f"{page}1.1/", WORDS).status_code == 302
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(("name", "value"), [("name", ""), ("name", "x" * 121), ("text", " "), ("text", "ж" * 2001)])
def test_a_comment_that_lacks_something_comes_back_with_the_error_beside_the_field(english, public, page, name, value):
    answer = english.post(f"{page}1.1/", {**WORDS, name: value})
    assert answer.status_code == 422
    assert f"id_{name}_error" in answer.text
    assert all(words in answer.text for key, words in WORDS.items() if key != name)
    assert not Comment.objects.exists()


def test_a_flood_is_stopped_with_a_sentence(english, public, page):
    one = {"draft": public, "number": "1.1", "name": "Bot", "language": "en", "made_at": NOW}
    Comment.objects.bulk_create(Comment(text=f"Buy {at}", **one) for at in range(500))
    answer = english.post(f"{page}1.1/", WORDS)
    assert answer.status_code == 422
    assert "Too many comments wait for an answer." in answer.text
    assert WORDS["text"] in answer.text


@pytest.mark.parametrize("number", ["3", "1.3", "x", "1.1.1"])
def test_what_the_draft_does_not_have_cannot_be_commented_on(english, public, page, number):
    assert english.get(f"{page}{number}/").status_code == 404
    assert english.post(f"{page}{number}/", WORDS).status_code == 422
    assert not Comment.objects.exists()


def test_what_people_write_is_text_and_nothing_else(english, public, page, head):
    tag = "<script>alert(1)</script>"
    english.post(f"{page}1.1/", {"name": f"Ирина{tag}", "text": f"{tag}\n& <b>so on</b>"})
    answered(Comment.objects.get(), f"No {tag}", by=head)
    rewritten(closed(public, by=head, today=clock.today()), f"Words{tag}", place=2, by=head)
    open_now(public, by=head)
    english.force_login(head.person)
    for at in (page, f"/drafts/{public.pk}/comments/", f"/drafts/{public.pk}/comments/{Comment.objects.get().pk}/", f"{page}2.1/"):
        told = english.get(at).text
        assert tag not in told
        assert "&lt;script&gt;alert(1)" in told
        assert "<b>so on" not in told


def test_each_text_says_in_which_language_it_was_written(english, client, public, page, head):
    client.cookies["django_language"] = "kk"
    client.post(f"{page}1.1/", {"name": "Гүлнұр", "text": "Тым қатаң."})
    answered(Comment.objects.get(), by=head)
    client.cookies["django_language"] = "ru"
    told = client.get(page).text
    assert '<p lang="kk">Тым қатаң.</p>' in told
    assert '<blockquote lang="en">' in told


def test_the_last_day_is_the_last_day(english, public, page):
    Draft.objects.update(comments_until=clock.today())
    assert english.get(f"{page}1.1/").status_code == 200
    assert f'href="{page}"' in english.get("/drafts/open/").text
    Draft.objects.update(comments_from=DAY, comments_until=DAY)
    assert english.get(f"{page}1.1/").status_code == 404


def test_when_comments_are_closed_the_draft_stays_readable_with_what_was_said(english, public, page, head):
    answered(said_now(public, WORDS["text"]), by=head)
    closed(public, by=head, today=clock.today())
    told = english.get(page).text
    assert "A draft; the time for comments is over." in told
    assert WORDS["text"] in told
    assert f"{page}1.1/" not in told
    assert page not in english.get("/drafts/open/").text


def test_when_the_draft_is_published_its_comments_lead_to_the_set(english, public, page, head):
    answered(said_now(public, WORDS["text"]), by=head)
    made = agree(closed(public, by=head, today=clock.today()), by=head, on=clock.today(), today=clock.today())
    told = english.get(page).text
    assert "Published; these are the comments that were made on the draft." in told
    assert f'href="{made.get_absolute_url()}"' in told
    assert WORDS["text"] in told
    assert english.post(f"{page}1.1/", WORDS).status_code == 422


def test_a_draft_published_without_public_comment_has_no_public_page(english, draft, page, head):
    agree(draft, by=head)
    assert english.get(page).status_code == 404


def test_a_comment_goes_with_the_words_that_it_was_made_on(english, public, page, head):
    for number in ("1.1", "2.1"):
        answered(said_now(public, f"Of {number}.", number=number), by=head)
    public = closed(public, by=head, today=clock.today())
    moved = services.change(public, content.moved(public.content, 1, 1, up=False), seen=1, by=head, now=NOW, today=DAY)
    rewritten(moved, "Milder", place=2, by=head)
    told = english.get(page).text
    before, after = told.split('id="earlier"')
    assert before.index("Of 1.1.") > before.index('id="c1.2"')
    assert "Of 2.1." not in before
    assert after.index("Criterion 2.1") < after.index("Of 2.1.")


def test_the_page_of_a_draft_costs_the_same_for_many_comments_as_for_one(english, public, page, head, django_assert_max_num_queries):
    for at in range(10):
        answered(said_now(public, f"Comment {at}."), by=head)
    with django_assert_max_num_queries(4):
        assert "Comment 9." in english.get(page).text
