"""Packages come into the library: unchanged ones not at all, changed ones only as a new version."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import translation

from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.models import Entry
from tarazy.reference.standards import queries, services
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import PACKAGES, PackageInvalid, parse
from tarazy.reference.standards.services import loading
from tests.factories import NOW
from tests.reference.standards.test_package import SMALL

pytestmark = pytest.mark.django_db


def load(text=SMALL):
    """Load this text."""
    return services.load_package(text.encode(), now=NOW)


def test_a_package_becomes_a_set_with_its_standards_and_criteria_in_order():
    made = load().set
    assert (made.key, made.version, made.levels, made.is_latest, made.checksum) == (
        "small",
        "1.0",
        ["higher"],
        True,
        parse(SMALL.encode()).checksum,
    )
    criterion = Criterion.objects.get(standard__set=made)
    assert (criterion.standard.number, criterion.number, criterion.text.kk, criterion.proofs[0].en) == ("1", "1.1", "Бар", "An order")
    assert Entry.objects.get().after == {"key": "small", "version": "1.0", "checksum": made.checksum}


def test_the_same_content_again_changes_nothing(django_assert_max_num_queries):
    first = load()
    with django_assert_max_num_queries(6):
        again = load(SMALL.replace('"tests"', "tests  "))
    assert (first.is_new, again.is_new, again.set) == (True, False, first.set)
    assert Entry.objects.count() == 1


def test_changed_content_under_a_known_version_is_refused_with_a_sentence():
    load()
    with pytest.raises(Refused) as caught, translation.override("en"):
        load(SMALL.replace("Почему?", "Зачем?"))
    assert str(caught.value) == "Version 1.0 of “small” is in the library with other content. Give the changed package a new version."
    assert Criterion.objects.get().asked[0][1].ru == "Почему?"


def test_a_new_version_stands_beside_the_old_one_which_stays_as_it_was():
    old = load().set
    new = load(SMALL.replace('"1.0"', '"1.1"').replace("Почему?", "Зачем?")).set
    old.refresh_from_db()
    assert (old.is_latest, new.is_latest) == (False, True)
    assert [one.asked[0][1].ru for one in Criterion.objects.order_by("pk")] == ["Почему?", "Зачем?"]
    assert queries.set_in_version("small") == new
    assert queries.set_in_version("small", "1.0") == old


def test_an_older_version_that_comes_late_does_not_become_the_newest():
    newest = load(SMALL.replace('"1.0"', '"2022.10"')).set
    late = load(SMALL.replace('"1.0"', '"2022.9"')).set
    assert (late.is_latest, queries.set_in_version("small")) == (False, newest)


def test_a_broken_package_leaves_no_trace():
    with pytest.raises(PackageInvalid):
        load(SMALL.replace("level: higher", "level: moon"))
    assert (StandardsSet.objects.count(), Standard.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_a_broken_file_in_a_folder_is_named(tmp_path, monkeypatch):
    (tmp_path / "broken.yaml").write_text("key: small")
    with pytest.raises(PackageInvalid) as caught:
        services.load_all(now=NOW, folder=tmp_path)
    assert caught.value.__notes__ == ["broken.yaml"]


def test_the_command_says_which_file_is_wrong(tmp_path, monkeypatch):
    (tmp_path / "broken.yaml").write_text("key: small")
    monkeypatch.setattr(loading, "PACKAGES", tmp_path)
    with pytest.raises(CommandError, match=r"^broken\.yaml"):
        call_command("load_standards")


def test_the_whole_library_loads_once_and_is_quick_the_second_time(capsys, django_assert_max_num_queries):
    call_command("load_standards")
    assert len(capsys.readouterr().out.splitlines()) == len(list(PACKAGES.glob("*.yaml"))) == StandardsSet.objects.count()
    assert {one.key: one.standards.count() for one in StandardsSet.objects.all()} == {
        "preschool_internal": 9,
        "secondary_internal": 10,
        "vocational_internal": 9,
        "higher_internal": 10,
        "higher_external": 7,
        "additional_internal": 8,
        "teacher_education": 8,
        "iqaa_school": 6,
        "agency_duties": 20,
        "esg_1": 10,
        "esg_2": 7,
        "esg_3": 7,
        "eqavet": 4,
        "eqavet_indicators": 10,
    }
    with django_assert_max_num_queries(20):
        call_command("load_standards")
    assert capsys.readouterr().out == ""


def test_a_set_written_out_again_is_the_package_it_came_from():
    services.load_all(now=NOW)
    for one in StandardsSet.objects.all():
        assert queries.package_from(one).checksum == one.checksum, one.key


def test_sets_for_a_level_are_the_complete_ones_that_hold_today_without_what_only_agencies_answer_for():
    services.load_all(now=NOW)
    assert [one.key for one in queries.sets_for("preschool", NOW.date())] == ["preschool_internal", "iqaa_school"]
    assert [one.key for one in queries.sets_for("higher", NOW.date())] == ["higher_internal"]
    assert not queries.sets_for("agency", NOW.date()).exists()
