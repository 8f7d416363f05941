"""What the registrar's acts leave behind."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from tarazy.external.register import services
from tarazy.external.register.models import Certificate, Entry
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.models import Entry as JournalEntry
from tarazy.ground.journal.verbs import sentence
from tests.external.register.scene import FROM, UNTIL, Scene
from tests.factories import DAY, NOW, make_agency, make_institution

pytestmark = pytest.mark.django_db


def change(scene, kind, day):
    return services.change_status(scene.decision.certificate, kind, grounds="Не представлен отчёт.", by=scene.registrar, now=NOW, day=day)


@pytest.mark.requirement("R254", "R265")
@pytest.mark.usefixtures("typeset_for_real")
def test_a_certificate_is_set_in_three_languages_with_the_term_of_the_decision():
    certificate = Scene().certify()

    assert (certificate.valid_from, certificate.valid_until) == (FROM, UNTIL)
    assert sorted(certificate.document.versions.values_list("language", flat=True)) == ["en", "kk", "ru"]
    for version in certificate.document.versions.all():
        with version.file.open("rb") as file:
            assert file.read(5) == b"%PDF-"


@pytest.mark.requirement("R254")
def test_publication_enters_the_decision_with_its_report_and_certificate():
    scene = Scene()
    certificate = scene.certify()
    entry = scene.publish()

    assert (entry.certificate, entry.report, entry.outcome, entry.valid_until) == (certificate, scene.report.document, "accredited", UNTIL)


@pytest.mark.requirement("R230")
def test_a_refusal_is_published_too_without_a_certificate():
    entry = Scene(outcome="refused").publish()

    assert (entry.outcome, entry.certificate, entry.state_on(DAY)) == ("refused", None, "refused")


def test_a_positive_decision_is_not_published_before_its_certificate():
    with pytest.raises(Refused, match=r"."):
        Scene().publish()

    assert Entry.objects.count() == 0


@pytest.mark.requirement("R256")
def test_the_ministry_was_told_on_a_day_that_has_come():
    scene = Scene()
    scene.published()
    with pytest.raises(Refused):
        services.record_ministry(scene.act("ministry", sent_on=date(2026, 3, 3), reference="1"))
    services.record_ministry(scene.act("ministry", sent_on=DAY, reference="1-17/2"))

    assert Entry.objects.get().ministry_sent_on == DAY


@pytest.mark.requirement("R255")
def test_the_number_that_deqar_gave_is_kept():
    scene = Scene()
    scene.published()
    services.record_deqar(scene.act("deqar", report_id="70123"))

    assert Entry.objects.get().deqar_report_id == "70123"


def test_a_certificate_is_suspended_resumed_and_withdrawn_each_with_its_entry_in_the_journal():
    scene = Scene()
    certificate = scene.certify()
    for kind, day in (("suspended", date(2027, 1, 1)), ("resumed", date(2027, 2, 1)), ("withdrawn", date(2027, 3, 1))):
        change(scene, kind, day)
    written = list(JournalEntry.objects.filter(verb__startswith="register.").order_by("pk"))

    assert [entry.verb for entry in written] == ["register.suspended", "register.resumed", "register.withdrawn"]
    assert certificate.number in sentence(written[0])
    assert [certificate.state_on(date(2027, month, 15)) for month in (1, 2, 3)] == ["suspended", "valid", "withdrawn"]


@pytest.mark.parametrize(
    ("earlier", "kind", "day"),
    [
        ([], "resumed", date(2027, 1, 1)),
        ([("withdrawn", date(2027, 1, 1))], "suspended", date(2027, 2, 1)),
        ([("suspended", date(2027, 1, 1))], "suspended", date(2027, 2, 1)),
        ([("suspended", date(2027, 1, 1))], "withdrawn", date(2026, 12, 1)),
        ([], "suspended", date(2032, 1, 1)),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_and_leaves_nothing(earlier, kind, day):
    scene = Scene()
    certificate = scene.certify()
    for made, when in earlier:
        change(scene, made, when)
    with pytest.raises(Refused):
        change(scene, kind, day)

    assert certificate.changes.count() == len(earlier)


def test_a_number_that_is_taken_is_passed_over():
    agency = make_agency("TAKEN")
    first = Scene(agency=agency).certify()
    Certificate.objects.filter(pk=first.pk).update(number=first.number.replace("0001", "0002"))

    assert Scene(agency=agency).certify().number.endswith("0003")


@pytest.mark.requirement("R254")
@pytest.mark.django_db(transaction=True)
def test_two_certificates_issued_at_once_have_different_numbers():
    agency = make_agency("TWICE")
    scenes = [Scene(agency=agency, institution=make_institution()) for _place in range(2)]
    together, problems = threading.Barrier(2), []

    def issue(scene):
        try:
            with transaction.atomic():
                together.wait(timeout=10)
                scene.certify()
        except Exception as problem:  # noqa: BLE001 (told to the test)
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=issue, args=[scene]) for scene in scenes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    assert len(set(Certificate.objects.values_list("number", flat=True))) == 2
