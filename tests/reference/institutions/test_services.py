"""Regions, authorised bodies, and what changes in an organisation."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import translation

from tarazy.ground.foundation.errors import NotYours, Refused
from tarazy.ground.foundation.text import Text
from tarazy.ground.journal.models import Entry
from tarazy.reference.institutions import codes, queries, services
from tarazy.reference.institutions.models import Authority, Institution, Region
from tests.factories import DAY, NOW, appoint, make_agency, make_bin, make_institution, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def school():
    """A school."""
    return make_institution("secondary", "state", name="Гимназия")


@pytest.fixture
def head(school):
    """The appointment of its head."""
    return appoint("Әсел Оразбай", school, "institution_head")


def test_the_20_regions_come_in_once_with_three_names_each():
    call_command("load_regions")
    call_command("load_regions")
    assert Region.objects.count() == 20
    assert [region.code for region in Region.objects.filter(is_city=True)] == ["71", "75", "79"]
    assert all(region.name.is_whole() for region in Region.objects.all())
    assert Authority.objects.count() == 2


@pytest.mark.parametrize(
    ("level", "name"),
    [
        ("higher", "Ministry of Science and Higher Education of the Republic of Kazakhstan"),
        *(
            (level, "Ministry of Education of the Republic of Kazakhstan")
            for level in ("preschool", "secondary", "vocational", "additional")
        ),
    ],
)
def test_the_authorised_body_depends_on_the_level_and_the_day(level, name):
    services.load_regions()
    assert queries.authority_for(level, date(2022, 8, 19)).name.en == name
    assert queries.authority_for(level, date(2022, 8, 18)) is None


def register(**changes):
    """Register an organisation with these changes."""
    values = {
        "bin": make_bin(),
        "name": Text("Колледж", "Колледж", "College"),
        "level": "vocational",
        "ownership": "private",
        "region": make_region(),
    }
    return services.register_institution(**{"by": None, "now": NOW, **values, **changes})


def test_an_agency_registers_an_organisation_and_the_search_finds_it():
    made = register(by=appoint(None, make_agency(), "coordinator"))
    assert list(queries.search_institutions("colege")) == list(queries.search_institutions("college")) == [made]
    assert Entry.objects.get().verb == "institutions.registered"


def test_a_wrong_or_a_taken_bin_is_refused(school, head):
    for number, sentence in (
        ("123456789012", "This is not a valid BIN. Check its twelve digits."),
        (school.bin, "An organisation with this BIN is on the platform already."),
    ):
        with pytest.raises(ValidationError) as caught:
            register(bin=number)
        assert caught.value.message_dict == {"bin": [sentence]}
    with pytest.raises(NotYours):
        register(by=head)
    assert Institution.objects.count() == 1


def test_the_head_changes_the_profile_and_the_journal_keeps_what_changed(school, head):
    links = [{"title": {"kk": "Жарғы", "ru": "Устав", "en": "Charter"}, "url": "https://school.example.kz/charter"}]
    changed = services.edit_profile(
        school, {"phone": "+7 700 000 00 00", "head_name": school.head_name, "public_links": links}, by=head, now=NOW
    )
    school.refresh_from_db()
    assert (changed, school.phone, school.public_links) == (["phone", "public_links"], "+7 700 000 00 00", links)
    entry = Entry.objects.get()
    assert (entry.before["phone"], entry.after["phone"], entry.subject) == ("", "+7 700 000 00 00", f"institution:{school.pk}")
    assert services.edit_profile(school, {"phone": "+7 700 000 00 00"}, by=head, now=NOW) == []


def test_only_its_own_head_changes_a_profile(school):
    strangers = [appoint(None, make_institution(), "institution_head"), appoint(None, school, "quality_officer"), None]
    for by in strangers:
        with pytest.raises(NotYours):
            services.edit_profile(school, {"phone": "1"}, by=by, now=NOW)


def test_a_new_name_is_found_at_once(school, head):
    services.edit_profile(school, {"name": Text("Жаңа мектеп", "Новая школа", "New School")}, by=head, now=NOW)
    assert list(queries.search_institutions("жана мектеп")) == [school]


@pytest.mark.parametrize(
    ("code", "level", "right"),
    [
        ("6B01101", "higher", True),
        ("7M07501", "higher", True),
        ("8D05101", "higher", True),
        ("6В01101", "higher", False),  # a Cyrillic letter
        ("06130100", "higher", False),
        ("6B0110", "higher", False),
        ("06130100", "vocational", True),
        ("4S06130103", "vocational", True),
        ("", "vocational", False),
        ("a b", "additional", False),
    ],
)
def test_a_programme_code_is_judged_by_its_level(code, level, right):
    assert (codes.fault(code, level) == "") is right


def test_a_stricter_pattern_of_codes_is_a_setting(settings):
    settings.PROGRAMME_CODES = {"vocational": r"\d{8}"}
    assert codes.fault("4S06130103", "vocational") != ""
    assert codes.fault("06130100", "vocational") == ""


def test_programmes_and_licences_are_kept_by_the_organisation_itself(school, head):
    officer = appoint(None, school, "quality_officer")
    services.add_programme(school, by=officer, now=NOW, code="G-1", name=Text("Бір", "Один", "One"))
    with pytest.raises(ValidationError, match="already"):
        services.add_programme(school, by=head, now=NOW, code="G-1", name=Text("Бір", "Один", "One"))
    services.add_licence(school, by=head, now=NOW, number="KZ00", issued_on=DAY)
    with pytest.raises(Refused, match="on the list already"):
        services.add_licence(school, by=head, now=NOW, number="KZ00", issued_on=DAY)
    services.add_licence(school, by=head, now=NOW, number="KZ00", annex="1", issued_on=DAY)
    with pytest.raises(NotYours):
        services.add_licence(school, by=appoint(None, make_agency(), "coordinator"), now=NOW, number="KZ01", issued_on=DAY)
    assert (school.programmes.count(), school.licences.count(), Entry.objects.count()) == (1, 2, 3)
