"""What is sealed stays as it was, and everybody can count its hash again."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarazy.ground.documents.services import store
from tarazy.internal.selfassessment import services
from tarazy.internal.selfassessment.models import Submission
from tarazy.internal.selfassessment.queries import versions_in
from tests.factories import NOW
from tests.ground.documents.files import a_pdf
from tests.internal.selfassessment.conftest import answer_all
from tests.internal.selfassessment.test_services import acted, said

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy


def turned(value):
    """The same content with every mapping written in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(one) for one in value] if isinstance(value, list) else value


@PATIENT
@given(JSON)
def test_the_order_in_which_a_mapping_is_written_does_not_change_the_seal(content):
    assert services.seal_of(turned(content)) == services.seal_of(content)


@PATIENT
@given(JSON)
def test_the_seal_survives_being_stored_and_read(content):
    assert services.seal_of(json.loads(json.dumps(content))) == services.seal_of(content)


@PATIENT
@given(JSON, JSON)
def test_different_contents_have_different_seals(first, second):
    same = json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)

    assert (services.seal_of(first) == services.seal_of(second)) == same


def evidence_of(college):
    file = SimpleUploadedFile("plan.pdf", a_pdf())
    return services.add_evidence(institution=college.institution, title="Plan", file=file, answers=college.answers[:1], **acted(college))


@pytest.mark.requirement("R237", "R239")
def test_what_is_written_after_sealing_leaves_the_sealed_report_as_it_was(college):
    answer_all(college.assessment)
    piece = evidence_of(college)
    version = piece.document.latest
    sealed = services.seal(college.assessment, by=college.head, now=NOW)
    before = json.dumps(sealed.content, sort_keys=True)

    services.write_answer(college.answers[0], **said(text="Otherwise"), by=college.head, now=NOW)
    services.remove_citation(college.answers[0], piece, by=college.head)
    store(SimpleUploadedFile("plan.pdf", a_pdf() + b"\n"), title="", by=college.head, now=NOW, document=piece.document)
    sealed.refresh_from_db()

    assert json.dumps(sealed.content, sort_keys=True) == before
    assert services.is_intact(sealed)
    assert versions_in(sealed) == {version.pk}
    cited = sealed.content["standards"][0]["criteria"][0]["evidence"][0]
    assert (cited["title"], cited["sha256"]) == ("Plan", version.sha256)


def test_the_sealed_report_has_standards_and_criteria_in_order_with_the_names_of_the_levels(college):
    answer_all(college.assessment)
    content = services.seal(college.assessment, by=college.head, now=NOW).content
    first = content["standards"][0]["criteria"][0]

    assert [standard["number"] for standard in content["standards"]] == ["1", "2"]
    assert [one["number"] for standard in content["standards"] for one in standard["criteria"]] == ["1.1", "1.2", "2.1", "2.2"]
    assert (first["rating"], first["rating_name"]["en"], first["answer"]) == ("full", "Full", "So it is.")


def test_each_sealing_has_the_next_number_and_a_seal_of_its_own(college):
    first = services.seal(college.assessment, by=college.head, now=NOW)
    services.write_answer(college.answers[0], **said(), by=college.head, now=NOW)
    second = services.seal(college.assessment, by=college.head, now=NOW)

    assert (first.number, second.number) == (1, 2)
    assert first.seal != second.seal
    assert (second.sealed_at, second.sealed_by) == (NOW, college.head)


@pytest.mark.parametrize("tamper", [lambda sealed: sealed.update(content={}), lambda sealed: sealed.delete()])
def test_the_database_itself_refuses_to_change_or_remove_a_sealed_report(college, tamper):
    sealed = services.seal(college.assessment, by=college.head, now=NOW)

    with pytest.raises(DatabaseError), transaction.atomic():
        tamper(Submission.objects.filter(pk=sealed.pk))
    sealed.refresh_from_db()
    assert services.is_intact(sealed)


def test_content_that_was_changed_no_longer_fits_its_seal(college):
    sealed = services.seal(college.assessment, by=college.head, now=NOW)
    sealed.content["standards"][0]["criteria"][0]["rating"] = "none"

    assert not services.is_intact(sealed)
