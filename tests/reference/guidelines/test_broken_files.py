"""A file of the room that is broken is refused with its name, the line and a sentence."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from tarazy.reference.guidelines import provisions, services
from tarazy.reference.search.models import Entry
from tarazy.reference.standards.package import PackageInvalid

LEVEL = """\
level: general
title: {kk: "Тақырып", ru: "Тема", en: "Title"}
summary: {kk: "Қысқаша", ru: "Кратко", en: "Summary"}
groups:
  - key: aims
    kind: task
    actor: everyone
    title: {kk: "Мақсат", ru: "Цель", en: "Aim"}
    source: "Guidelines ¶26"
    requirement: R020
    items:
      - text: {kk: "Бір", ru: "Один", en: "One"}
"""
PARAGRAPHS = """\
paragraphs:
  - number: "1"
    gist: {kk: "Бір", ru: "Один", en: "One"}
    requirements: [R001]
"""


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A folder in place of the room's own, read anew; each level in it is the small one."""
    for module in (provisions, services):
        monkeypatch.setattr(module, "LEVELS", tmp_path)
        monkeypatch.setattr(module, "PARAGRAPHS", tmp_path / "paragraphs.yaml")
    for key in provisions.LEVEL_ORDER:
        (tmp_path / f"{key}.yaml").write_text(LEVEL.replace("general", key), encoding="utf-8")
    (tmp_path / "paragraphs.yaml").write_text(PARAGRAPHS, encoding="utf-8")
    for cached in (provisions.levels, provisions.paragraphs):
        cached.cache_clear()
    yield tmp_path
    for cached in (provisions.levels, provisions.paragraphs):
        cached.cache_clear()


def refused(read):
    """What is said about what cannot be read, sentence by sentence."""
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        read()
    return str(caught.value).splitlines()


def test_a_room_of_good_files_is_read(room):
    assert [one.key for one in provisions.levels().values()] == list(provisions.LEVEL_ORDER)
    assert provisions.levels()["higher"].groups[0].provisions[0].text.kk == "Бір"
    assert provisions.paragraphs()["1"].requirements == ("R001",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: task", "kind: wish", "Line 6: higher.yaml: groups.1.kind must be one of: value, principle, "),
        ("actor: everyone", "actor: nobody", "Line 7: higher.yaml: groups.1.actor must be one of: everyone, organisation, "),
        ('kk: "Мақсат", ', "", "Line 8: higher.yaml: “kk” is missing in groups.1.title."),
        ('en: "One"', 'en: " "', "Line 12: higher.yaml: groups.1.items.1.text.en is empty."),
        ('en: "One"', f'en: "{"o" * 601}"', "Line 12: higher.yaml: groups.1.items.1.text.en is longer than 600."),
        ("    source:", "    colour: red\n    source:", "Line 5: higher.yaml: groups.1 has a key that the format does not know: colour."),
        ("key: aims", "key: aims\n    key: ends", "Line 6: higher.yaml: The key “key” stands here a second time."),
        ("level: higher", "level: a: b", "Line 1: higher.yaml: This is not valid YAML: "),
        ("level: higher", "level: &a higher\nmore: *a", "Line 2: higher.yaml: Aliases (*name) are not allowed. Write the text out."),
        ("level: higher", "level: !!python/name:os.system higher", "Line 1: higher.yaml: Tags (!name) are not allowed."),
    ],
)
def test_a_broken_level_is_refused_with_the_name_of_its_file_and_the_line(room, old, new, said):
    (room / "higher.yaml").write_text(LEVEL.replace("general", "higher").replace(old, new), encoding="utf-8")
    sentences = refused(provisions.levels)
    assert [one for one in sentences if one.startswith(said)] == sentences


def test_broken_paragraphs_are_refused_with_the_name_of_their_file_and_every_line(room):
    broken = PARAGRAPHS.replace('number: "1"', 'number: "one"').replace("[R001]", "[R1]")
    (room / "paragraphs.yaml").write_text(broken, encoding="utf-8")
    assert refused(provisions.paragraphs) == [
        "Line 2: paragraphs.yaml: paragraphs.1.number is not written as the format asks.",
        "Line 4: paragraphs.yaml: paragraphs.1.requirements.1 is not written as the format asks.",
    ]


def test_a_file_that_is_not_utf_8_is_refused_by_its_name(room):
    (room / "paragraphs.yaml").write_bytes(b"paragraphs:\n  - \xff\n")
    assert refused(provisions.paragraphs) == ["Line 2: paragraphs.yaml: The file is not written in UTF-8."]


@pytest.mark.django_db
def test_the_command_says_which_file_is_broken_and_leaves_the_search_as_it_was(room):
    call_command("load_guidelines", stdout=StringIO())
    known = list(Entry.objects.values_list("pk", flat=True))
    (room / "teacher.yaml").write_text(LEVEL.replace("general", "moon"), encoding="utf-8")
    provisions.levels.cache_clear()
    with translation.override("en"), pytest.raises(CommandError, match=r"^Line 1: teacher\.yaml: level must be one of: general, "):
        call_command("load_guidelines", stdout=StringIO())
    assert list(Entry.objects.values_list("pk", flat=True)) == known


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ("Guidelines ¶47", {"47"}),
        ("Guidelines ¶47, ¶49–51", {"47", "49", "50", "51"}),
        ("Guidelines ¶73bis, ¶76", {"73bis", "76"}),
        ("Guidelines ¶53, standard 2", {"53"}),
        ("ESG 1.10", set()),
    ],
)
def test_a_source_names_its_paragraphs(source, numbers):
    assert provisions.paragraphs_in(source) == numbers
