"""The pages on which an agency begins and writes its standards."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tarazy.reference.drafts import content
from tarazy.reference.drafts.models import Draft
from tests.factories import make_agency, make_standards
from tests.reference.drafts.making import again, brought, open_now, rewritten, said_now, typed_criterion, typed_head, typed_standard
from tests.reference.standards.test_package import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]


def now(draft):
    """The draft as it is in the database."""
    return Draft.objects.get(pk=draft.pk)


def english_of(draft, number):
    """What stands there now, in English."""
    return (content.said_under(now(draft).content, number) or {}).get("en")


def test_an_agency_without_standards_is_shown_how_to_begin(desk):
    told = desk.get("/drafts/").text
    assert "No draft yet" in told
    assert 'href="/drafts/new/"' in told
    assert 'href="/drafts/import/"' in told


def test_the_list_tells_what_is_written_what_waits_and_what_is_published(desk, first, head):
    draft = again(first, by=head)
    told = desk.get("/drafts/").text
    assert "being written" in told
    assert "published as 2026.1" in told
    assert f'href="/drafts/new/?base={first.pk}"' in told
    open_now(draft, by=head)
    assert "open for comment until" in desk.get("/drafts/").text


@pytest.mark.parametrize("more", [0, 3])
def test_the_list_costs_the_same_for_one_draft_and_for_many(desk, first, head, django_assert_num_queries, more):
    for at in range(more):
        brought(SMALL.replace("key: small", f"key: small_{at}"), agency=first.agency, by=head)
    desk.get("/drafts/")
    with django_assert_num_queries(8):
        desk.get("/drafts/")


def test_a_set_is_copied_and_the_draft_opens(desk, base):
    asked = desk.get(f"/drafts/new/?base={base.pk}").text
    assert f'<option value="{base.pk}" selected>' in asked
    done = desk.post("/drafts/new/", {"base": base.pk, "key": "of_tst", "replaces": "on"}, follow=True)
    assert done.redirect_chain == [(f"/drafts/{Draft.objects.get().pk}/", 302)]
    assert "The draft begins as a copy." in done.text
    assert Draft.objects.get().replaces == "of_all"


def test_frames_and_sets_of_other_agencies_are_not_offered(desk, base):
    make_standards(key="frame", kind="frame")
    others = make_standards(key="others", agency=make_agency())
    told = desk.get("/drafts/new/").text
    assert ("of_all" in told, "Set frame" in told, "Set others" in told) == (True, False, False)
    answer = desk.post("/drafts/new/", {"base": others.pk, "key": "own"})
    assert (answer.status_code, "id_base_error" in answer.text, Draft.objects.exists()) == (422, True, False)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [("", "Give your set a short name."), ("Own Set", "small Latin letters"), ("of_all", "names a set of somebody else")],
)
def test_a_short_name_that_will_not_do_comes_back_with_a_sentence(desk, base, key, sentence):
    answer = desk.post("/drafts/new/", {"base": base.pk, "key": key})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert ("id_key_error" in answer.text) == (not key)
    assert f'value="{key}"' in answer.text or not key
    assert not Draft.objects.exists()


def test_the_next_version_needs_no_short_name(desk, first):
    done = desk.post("/drafts/new/", {"base": first.pk}, follow=True)
    assert done.status_code == 200
    assert Draft.objects.get(published=None).base == first


def test_a_file_is_brought_in(desk):
    file = SimpleUploadedFile("set.yaml", SMALL.encode())
    done = desk.post("/drafts/import/", {"file": file}, follow=True)
    assert "The package is a draft now." in done.text
    assert "There is one" in done.text
    draft = Draft.objects.get()
    assert f"/drafts/{draft.pk}/changes/" not in done.text  # there is nothing beside which it could be read
    assert desk.get(f"/drafts/{draft.pk}/changes/").status_code == 404


def test_what_is_wrong_with_a_file_is_told_line_by_line(desk, base):
    assert desk.get("/drafts/import/").status_code == 200
    broken = SMALL.replace("level: higher", "level: moon").replace('en: "Policy"', 'en: ""')
    answer = desk.post("/drafts/import/", {"file": BytesIO(broken.encode())})
    assert answer.status_code == 422
    assert "Line 3: level must be one of" in answer.text
    assert "Line 12: standards.1.title.en is empty." in answer.text
    taken = desk.post("/drafts/import/", {"file": BytesIO(SMALL.replace("key: small", "key: of_all").encode())})
    assert (taken.status_code, "“of_all” names a set of somebody else" in taken.text) == (422, True)
    none = desk.post("/drafts/import/", {"csrfmiddlewaretoken": "x"})
    assert (none.status_code, "id_file_error" in none.text) == (422, True)
    assert not Draft.objects.exists()


def test_a_file_with_very_many_mistakes_names_the_first_fifty(desk):
    extra = "".join(f"what{at}: x\n" for at in range(60))
    answer = desk.post("/drafts/import/", {"file": BytesIO((extra + SMALL).encode())})
    assert answer.text.count("has a key that the format does not know") == 50
    assert "and 10 more places" in answer.text


def test_the_page_of_a_draft_shows_everything_and_what_is_missing(desk, draft, head):
    told = desk.get(draft.get_absolute_url()).text
    for words in ("1. Standard 1", "Criterion 2.2", "Evidence 1.1", "Everything is there; the draft can be published."):
        assert words in told
    desk.post(f"/drafts/{draft.pk}/standards/1/criteria/2/", typed_criterion(draft, 1, 2, text_kk="", text_ru="", text_en=""))
    told = desk.get(draft.get_absolute_url()).text
    assert "Criterion 1.2, “What must hold”: nothing is written yet." in told
    assert "no text yet" in told


def test_the_head_of_a_set_is_written_and_may_lack_anything(desk, draft):
    page = f"/drafts/{draft.pk}/head/"
    assert 'value="Set of_all"' in desk.get(page).text
    done = desk.post(page, typed_head(draft, title_en="Ours", source="", summary_kk=""), follow=True)
    assert done.redirect_chain[0][0] == draft.get_absolute_url()
    for words in (
        "Kept.",
        "Ours",
        "About the set, “Source”: nothing is written yet.",
        "“For whom it is and what for”: the Kazakh text is missing.",
    ):
        assert words in done.text


def test_a_standard_is_added_and_changed(desk, draft):
    done = desk.post(f"/drafts/{draft.pk}/standards/new/", typed_standard(draft, title_en="Third"), follow=True)
    assert "3. Third" in done.text
    assert "Standard 3: it has no criterion yet." in done.text
    desk.post(f"/drafts/{draft.pk}/standards/3/", typed_standard(now(draft), 3, title_en="Last"))
    assert english_of(draft, "3") == "Last"
    assert len(now(draft).content["standards"]) == 3


def test_a_criterion_is_added_and_changed_with_lists_of_unequal_length(desk, draft):
    page = f"/drafts/{draft.pk}/standards/1/criteria/"
    lists = {"evidence_kk": "Бір\nЕкі", "evidence_ru": "Раз", "evidence_en": "One\nTwo", "asked2": "parents", "question2_en": "Why?"}
    done = desk.post(f"{page}new/", typed_criterion(draft, text_en="Third", **lists), follow=True)
    assert "Criterion 1.3, “What usually proves it”, line 2: the Russian text is missing." in done.text
    there = content.criterion_at(now(draft).content, 1, 3)
    assert there["evidence"] == [{"kk": "Бір", "ru": "Раз", "en": "One"}, {"kk": "Екі", "en": "Two"}]
    assert there["questions"][1] == {"for": "parents", "text": {"en": "Why?"}}
    assert "Екі</textarea>" in desk.get(f"{page}3/").text
    desk.post(f"{page}3/", typed_criterion(now(draft), 1, 3, text_en="Last"))
    assert english_of(draft, "1.3") == "Last"


@pytest.mark.parametrize("place", ["0", "3", "1/criteria/0", "1/criteria/3", "3/criteria/new", "0/criteria/new"])
def test_a_place_where_nothing_stands_is_not_found_and_nothing_is_written_there(desk, draft, place):
    page = f"/drafts/{draft.pk}/standards/{place}/"
    assert desk.get(page).status_code == 404
    fields = typed_criterion(draft, text_en="Lost") if "criteria" in place else typed_standard(draft, title_en="Lost")
    assert desk.post(page, fields).status_code == 404
    assert now(draft).content == draft.content


def test_a_text_that_is_too_long_comes_back_with_the_error_beside_it(desk, draft):
    answer = desk.post(f"/drafts/{draft.pk}/standards/1/criteria/1/", typed_criterion(draft, text_ru="ж" * 1001))
    assert answer.status_code == 422
    assert "id_text_ru_error" in answer.text
    assert "ж" * 1001 in answer.text
    assert now(draft).revision == 1


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ({"up": "2"}, ["Standard 2", "Standard 1"]),
        ({"down": "1"}, ["Standard 2", "Standard 1"]),
        ({"out": "1"}, ["Standard 2"]),
        ({"up": "1"}, ["Standard 1", "Standard 2"]),
    ],
)
def test_buttons_move_standards_and_take_them_out(desk, draft, button, order):
    done = desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 1, **button}, follow=True)
    assert done.status_code == 200
    assert [one["title"]["en"] for one in now(draft).content["standards"]] == order


@pytest.mark.parametrize(
    ("button", "order"), [({"up": "1.2"}, ["1.2", "1.1"]), ({"down": "1.1"}, ["1.2", "1.1"]), ({"out": "1.2"}, ["1.1"])]
)
def test_buttons_move_criteria_and_take_them_out(desk, draft, button, order):
    desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 1, **button})
    assert [one["text"]["en"] for one in now(draft).content["standards"][0]["criteria"]] == [f"Criterion {one}" for one in order]


@pytest.mark.parametrize("sent", [{"up": "9"}, {"up": "-1"}, {"out": "1.9"}, {"out": "1.0"}, {"down": "x"}, {"up": "1.x"}, {}])
def test_a_button_that_is_none_moves_nothing(desk, draft, sent):
    page = f"/drafts/{draft.pk}/arrange/"
    assert desk.post(page, {"seen": 1, **sent}).status_code == 404
    assert desk.post(page, {"up": "2", "seen": "x"}).status_code == 404
    assert desk.get(page).status_code == 405
    assert now(draft).content == draft.content


def test_a_draft_is_thrown_away_by_its_button_and_a_second_press_finds_nothing(desk, draft):
    page = f"/drafts/{draft.pk}/arrange/"
    done = desk.post(page, {"throw": 1}, follow=True)
    assert done.redirect_chain == [("/drafts/", 302)]
    assert "The draft is gone." in done.text
    assert desk.post(page, {"throw": 1}).status_code == 404


def test_a_draft_with_comments_is_not_thrown_away(desk, draft, head):
    said_now(open_now(draft, by=head))
    done = desk.post(f"/drafts/{draft.pk}/arrange/", {"throw": 1}, follow=True)
    assert "comments are kept, so the draft is too" in done.text
    assert now(draft)


def test_a_published_draft_is_shown_and_cannot_be_changed(desk, first):
    draft = first.draft
    told = desk.get(draft.get_absolute_url()).text
    assert "Published as version 2026.1" in told
    assert "Everything is there" not in told
    assert f"/drafts/{draft.pk}/arrange/" not in told
    for page in ("head", "standards/new", "standards/1", "standards/1/criteria/new", "standards/1/criteria/1", "comments/open"):
        assert (page, desk.get(f"/drafts/{draft.pk}/{page}/").status_code) == (page, 404)
        assert f"/{page}/" not in told.replace("/drafts/new/", "")
    assert desk.post(f"/drafts/{draft.pk}/arrange/", {"seen": 1, "out": "1"}).status_code == 404


def test_texts_of_a_draft_are_shown_as_they_are_written(desk, draft, head):
    draft = rewritten(draft, "<b>bold</b> & <script>alert(1)</script>", by=head)
    for page in ("", "changes/", "publish/", "standards/1/criteria/1/"):
        told = desk.get(f"/drafts/{draft.pk}/{page}").text
        assert "<b>bold" not in told
        assert "&lt;b&gt;bold" in told
