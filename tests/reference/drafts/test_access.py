"""Who does not see a draft and cannot act on it, page by page; what it says leaks nowhere before it is put out."""

import pytest
from django.urls import reverse

from tarazy.ground.foundation import clock
from tarazy.ground.journal.models import Entry
from tarazy.reference.drafts import services
from tarazy.reference.drafts.models import Comment, Draft
from tarazy.reference.standards.models import StandardsSet
from tests.factories import DAY, NOW, appoint, make_agency, make_authority, make_institution, make_standards
from tests.reference.drafts.making import open_now, rewritten, said_now, typed_criterion, typed_head, typed_standard

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]

SECRET = "Zebrafish pedagogy"
OWN = ("list", "begin", "import")
OF_THE_DRAFT = {
    **dict.fromkeys(("draft", "head", "new_standard", "changes", "comments", "put_out", "publish"), ()),
    "standard": (1,),
    "new_criterion": (1,),
    "criterion": (1, 1),
    "answer": ("comment",),
}
PUBLIC = {"read": (), "comment": ("1.1",)}
HEADS = ("put_out", "publish")
INSIDE = ("analyst", "secretary", "registrar", "council_member", "appeals_member", "expert")
BODIES = {
    **dict.fromkeys(("agency_head", "coordinator"), make_agency),
    **dict.fromkeys(("institution_head", "quality_officer"), make_institution),
    "ministry_officer": make_authority,
}


@pytest.fixture
def hidden(draft, coordinator):
    """A draft with words that are nowhere else."""
    return rewritten(draft, SECRET, by=coordinator)


@pytest.fixture
def hidden_comment(hidden, head):
    """A visitor's comment on it that nobody has answered; the time for comments is over again."""
    said_now(open_now(hidden, by=head), f"{SECRET}!")
    Draft.objects.update(comments_from=None, comments_until=None)
    return Comment.objects.get()


@pytest.fixture
def first_of_another():
    """A set of another agency."""
    return make_standards(key="of_another", agency=make_agency())


def address(name, draft, more, comment=None):
    """Where the page is."""
    return reverse(f"drafts:{name}", args=[draft.pk, *(comment.pk if one == "comment" else one for one in more)])


def pages_of(draft, comment):
    """Every page of the draft, those of the public too."""
    return {name: address(name, draft, more, comment) for name, more in (OF_THE_DRAFT | PUBLIC).items()}


def acts_on(draft, comment):
    """Everything that can be sent to change the draft, as somebody who may would send it: `[(address, fields)]`."""
    pages, seen = pages_of(draft, comment), draft.revision
    pressed = [{"seen": seen, "up": "2"}, {"seen": seen, "down": "1.1"}, {"seen": seen, "out": "1"}, {"throw": "1"}]
    return [
        (pages["head"], typed_head(draft, title_en="Taken")),
        (pages["new_standard"], typed_standard(draft)),
        (pages["standard"], typed_standard(draft, title_en="Taken")),
        (pages["new_criterion"], typed_criterion(draft)),
        (pages["criterion"], typed_criterion(draft, text_en="Taken")),
        *((address("arrange", draft, ()), fields) for fields in pressed),
        (pages["put_out"], {"until": clock.today().isoformat()}),
        (pages["put_out"], {"close": "1"}),
        (pages["answer"], {"answer": "Taken"}),
        (pages["publish"], {"seen": seen, "version": "2026.1", "in_force_from": clock.today().isoformat()}),
        (pages["comment"], {"name": "X", "text": "Taken"}),
    ]


def everything():
    """All that an act could have changed."""
    return [list(model.objects.order_by("pk").values()) for model in (Draft, Comment, StandardsSet, Entry)]


def refused(client, draft, comment, status):
    """Every page and every act is answered so, with nothing of the draft in the answer and nothing of it changed."""
    before = everything()
    for name, page in pages_of(draft, comment).items():
        answer = client.get(page)
        assert (name, answer.status_code) == (name, 404 if name in PUBLIC else status)
        assert SECRET not in answer.text, name
    for page, fields in acts_on(draft, comment):
        answer = client.post(page, fields)
        assert (page, answer.status_code) == (page, 404 if "/read/" in page else status)
        assert SECRET not in answer.text, page
    assert everything() == before


@pytest.mark.parametrize("role", BODIES)
def test_nobody_of_another_body_finds_a_draft_or_acts_on_it(english, hidden, hidden_comment, role):
    english.force_login(appoint(None, BODIES[role](), role).person)
    refused(english, hidden, hidden_comment, 404)


@pytest.mark.parametrize("role", INSIDE)
def test_who_does_not_write_standards_in_the_agency_is_refused(english, agency, hidden, hidden_comment, role):
    english.force_login(appoint(None, agency, role).person)
    refused(english, hidden, hidden_comment, 403)


def test_a_visitor_is_asked_to_sign_in(english, hidden, hidden_comment):
    refused(english, hidden, hidden_comment, 302)


def test_who_is_no_longer_coordinator_is_refused(english, agency, hidden, hidden_comment, coordinator):
    english.force_login(coordinator.person)
    assert english.get(hidden.get_absolute_url()).status_code == 200
    type(coordinator).objects.filter(pk=coordinator.pk).update(until=clock.today().replace(year=clock.today().year - 1))
    refused(english, hidden, hidden_comment, 404)


@pytest.mark.parametrize("name", HEADS)
def test_a_coordinator_writes_and_does_not_publish_or_put_out(english, hidden, hidden_comment, coordinator, name):
    english.force_login(coordinator.person)
    before, page = everything(), address(name, hidden, ())
    assert english.get(page).status_code == 403
    for at, fields in acts_on(hidden, hidden_comment):
        if at == page:
            assert english.post(page, fields).status_code == 403
    assert everything() == before
    told = english.get(hidden.get_absolute_url()).text
    assert page not in told
    assert "The head of the agency puts it out for comment and publishes it." in told


@pytest.mark.parametrize(
    ("body", "role", "status"),
    [
        *((make_agency, role, 403) for role in INSIDE),
        (make_institution, "institution_head", 404),
        (make_authority, "ministry_officer", 404),
        (None, None, 302),
    ],
)
def test_beginning_a_draft_is_for_those_who_write_standards(english, base, body, role, status):
    if role:
        english.force_login(appoint(None, body(), role).person)
    for name in OWN:
        assert (name, english.get(reverse(f"drafts:{name}")).status_code) == (name, status)
    for name, fields in (("begin", {"base": base.pk, "key": "own"}), ("import", {})):
        assert (name, english.post(reverse(f"drafts:{name}"), fields).status_code) == (name, status)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("role", ["agency_head", "coordinator"])
def test_another_agency_has_a_list_of_its_own_without_the_draft(english, hidden, first_of_another, role):
    english.force_login(appoint(None, first_of_another.agency, role).person)
    told = english.get(reverse("drafts:list")).text
    assert "of_another" in told
    assert "of_tst" not in told
    assert "of_tst" not in english.get(reverse("drafts:begin")).text


def test_no_public_page_says_a_word_of_a_draft(english, hidden, hidden_comment):
    for page in ("/standards/", "/standards/of_all/", "/standards/of_all/1/1/", "/standards/find/?q=Zebrafish", "/drafts/open/"):
        answer = english.get(page)
        assert answer.status_code == 200
        assert "of_tst" not in answer.text
        assert SECRET not in answer.text
    assert english.get("/standards/of_tst/").status_code == 404


def test_an_answer_is_given_to_a_comment_on_this_very_draft(desk, base, hidden, hidden_comment, head):
    other = services.copy_set(base, agency=hidden.agency, key="second", by=head, now=NOW, today=DAY)
    page = reverse("drafts:answer", args=[other.pk, hidden_comment.pk])
    assert desk.get(page).status_code == desk.post(page, {"answer": "Taken"}).status_code == 404
    assert Comment.objects.get().answered_at is None
