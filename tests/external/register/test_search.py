"""The public's search."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarazy.external.register import queries
from tarazy.external.register.models import Certificate, Entry, StatusChange
from tarazy.external.register.queries import Asked
from tarazy.external.register.states import STATES
from tarazy.ground.documents.models import Document
from tests.external.register.scene import Scene
from tests.factories import DAY, NOW, in_three_languages, make_agency, make_institution

pytestmark = pytest.mark.django_db
ULGI = in_three_languages("«Үлгі» колледжі", "Колледж «Улги»", "Ulgi College")


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr("tarazy.ground.foundation.clock.now", lambda: NOW)


def light(scene, number):
    """The scene published with a certificate that nobody typeset."""
    Certificate.objects.create(
        number=number,
        decision=scene.decision,
        institution=scene.institution,
        agency=scene.agency,
        valid_from=scene.decision.valid_from,
        valid_until=scene.decision.valid_until,
        document=Document.objects.create(title=number),
        issued_at=NOW,
        issued_by=scene.registrar,
    )
    return scene.publish()


def names(**asked):
    entries = queries.found(Asked(on=asked.pop("on", DAY), **asked))
    return [str(row.institution.name.en) for row in queries.rows(entries, number=1, on=DAY)[1]]


@pytest.mark.requirement("R254", "R022")
@pytest.mark.parametrize("typed", ["Үлгі", "улги", "УЛГИ колледж", "Ulgi", "college ulg", "УЛГІ", "«Үлгі» колледжі"])
def test_an_organisation_is_found_by_its_name_in_any_language_and_spelling(typed):
    light(Scene(name=ULGI), "A-1")
    light(Scene(name="Другая школа"), "A-2")

    assert names(q=typed) == ["Ulgi College"]


def test_it_is_found_by_its_bin_and_by_the_number_of_its_certificate():
    entry = light(Scene(name=ULGI), "DEMO-HIG-2026-0007")
    light(Scene(name="Другая школа"), "A-2")

    assert names(q=entry.institution.bin) == names(q=" demo-hig-2026-0007 ") == ["Ulgi College"]


def test_signs_of_the_query_language_are_plain_signs():
    light(Scene(name=ULGI), "A-1")

    assert names(q="Ulgi & ! ( ':* |") == ["Ulgi College"]
    assert names(q="& | !") == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"region": "47"}, ["B"]),
        ({"level": "vocational"}, ["B"]),
        ({"outcome": "conditional"}, ["C"]),
        ({"state": "refused"}, ["R"]),
        ({"state": "suspended"}, ["B"]),
        ({"state": "valid"}, ["C", "A"]),
        ({"state": "not_yet", "on": date(2026, 3, 2)}, ["C", "B", "A"]),
        ({"state": "expired", "on": date(2035, 1, 1)}, ["C", "B", "A"]),
        ({"on": date(2026, 3, 1)}, []),
    ],
)
def test_each_filter_leaves_what_answers_it(asked, found):
    light(Scene(name="A"), "N-1")
    suspended = light(Scene(name="B", region="47", level="vocational"), "N-2")
    light(Scene(name="C", outcome="conditional"), "N-3")
    Scene(name="R", outcome="refused").publish()
    StatusChange.objects.create(
        certificate=suspended.certificate, kind="suspended", day=date(2026, 4, 1), grounds="x", by=suspended.certificate.issued_by, at=NOW
    )

    assert sorted(names(**{"on": date(2026, 5, 1), **asked})) == sorted(found)


def test_an_agency_is_a_filter_too():
    agency = make_agency("ONE")
    light(Scene(name="A", agency=agency), "N-1")
    light(Scene(name="B"), "N-2")

    assert names(agency=str(agency.pk)) == ["A"]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(["suspended", "resumed", "withdrawn"]), st.dates(date(2026, 1, 1), date(2032, 1, 1))), max_size=5),
    st.dates(date(2026, 1, 1), date(2032, 1, 1)),
)
def test_the_database_and_the_rule_agree_on_the_state(made, day):
    entry = Entry.objects.filter(certificate__isnull=False).first() or light(Scene(), "N-1")
    entry.certificate.changes.all().delete()
    for kind, when in made:
        StatusChange.objects.create(certificate=entry.certificate, kind=kind, day=when, grounds="x", by=entry.certificate.issued_by, at=NOW)

    state = Entry.objects.get(pk=entry.pk).state_on(day)

    assert Entry.objects.with_state(day).get(pk=entry.pk).state == state
    assert [name for name in STATES if Entry.objects.in_state(name, day).filter(pk=entry.pk)] == [state]


@pytest.mark.requirement("R254")
def test_the_map_counts_decisions_in_force_and_its_table_says_the_same(client):
    light(Scene(region="47"), "N-1")
    light(Scene(region="47"), "N-2")
    light(Scene(region="71"), "N-3")
    Scene(region="71", outcome="refused").publish()
    page = client.get(reverse("register:search"), {"on": "2026-05-01"})

    assert page.context["in_force"] == 3
    assert [(region.code, count) for region, count in page.context["by_region"][:2]] == [("47", 2), ("71", 1)]
    assert {tile.code: tile.count for tile in page.context["tiles"]} == {"47": 2, "71": 1}


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_organisation_and_for_three(client, count, django_assert_max_num_queries):
    for place in range(count):
        light(Scene(name=f"Школа {place}"), f"N-{place}")
    with django_assert_max_num_queries(10) as asked:
        page = client.get(reverse("register:search"), {"q": "школа", "on": "2026-05-01"})

    assert len(page.context["rows"]) == count
    assert len(asked) == 10


def test_an_organisation_with_many_decisions_is_one_line(client):
    institution = make_institution()
    for place in range(5):
        light(Scene(institution=institution), f"N-{place}")
    rows = client.get(reverse("register:search")).context["rows"]

    assert [(len(row.entries), row.more) for row in rows] == [(3, 2)]


@pytest.mark.parametrize("asked", [{"on": "yesterday"}, {"level": "moon"}, {"region": "99"}, {"agency": "x"}])
def test_what_makes_no_sense_is_answered_beside_its_field(client, asked):
    page = client.get(reverse("register:search"), asked)

    assert page.status_code == 422
    assert set(page.context["form"].errors) == set(asked)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_empty_register_says_so_in_each_language(client, language):
    page = client.get(reverse("register:search"), {"lang": language}, follow=True)

    assert page.status_code == 200
    assert page.context["rows"] == []
