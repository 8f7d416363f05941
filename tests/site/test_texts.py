"""The catalogues: what is taken from the code, what counts as whole."""

import pytest
from babel.messages.catalog import Message
from django.utils import translation
from django.utils.translation import gettext, trans_real

from tarazy.site import sourcetexts, texts


def extracted(folder):
    return {message.id: message for message in sourcetexts.extract(folder) if message.id}


def test_texts_are_found_in_code_and_templates_but_not_in_migrations(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "migrations").mkdir()
    (tmp_path / "rules.py").write_text(
        'from x import gettext as _, pgettext\n_("One")\npgettext("scale", "Full")\nngettext("%(n)s day", "%(n)s days", 2)\n'
    )
    (tmp_path / "migrations" / "0001.py").write_text('_("Never")')
    (tmp_path / "templates" / "page.html").write_text(
        "<p>It's\n   {% translate 'Two' %}</p>\n {% blocktranslate count n=n trimmed %}\n  {{ n }} case\n{% plural %}\n  {{ n }} cases\n"
        '{% endblocktranslate %}<a title="{{ _("Three") }}">',
    )
    found = extracted(tmp_path)
    assert set(found) == {"One", "Full", ("%(n)s day", "%(n)s days"), "Two", ("%(n)s case", "%(n)s cases"), "Three"}
    assert found["Full"].context == "scale"


@pytest.mark.parametrize(
    ("source", "translation", "language", "expected"),
    [
        ("Case %(number)s", "Іс %(number)s", "kk", []),
        ("Case %(number)s", "Іс", "kk", ["placeholders differ"]),
        ("{given} of {whole}", "{whole} ішінен {given}", "kk", []),
        ("100 %% sure %s", "%s 100 %%", "ru", []),
        ("Save", "", "ru", ["untranslated"]),
        (("one day", "%(n)s days"), ("бір күн", "%(n)s күн"), "kk", []),
        (("one day", "%(n)s days"), ("один день", "%(n)s дня", "%(n)s дней"), "ru", ["placeholders differ"]),
        (("%(n)s day", "%(n)s days"), ("%(n)s день", "", "%(n)s дней"), "ru", ["untranslated"]),
    ],
)
def test_a_translation_is_whole_or_its_fault_is_told(source, translation, language, expected):
    assert list(texts.faults(Message(source, string=translation), language)) == expected


def test_a_fuzzy_text_is_not_whole():
    assert list(texts.faults(Message("Save", string="Сақтау", flags={"fuzzy"}), "kk")) == ["fuzzy"]


@pytest.fixture
def house(tmp_path, monkeypatch):
    for name in ("ground/ui", "ground/people"):
        room = tmp_path / name
        room.mkdir(parents=True)
        (room / "apps.py").write_text("")
    monkeypatch.setattr(texts, "HOUSE", tmp_path)
    texts._extracted.cache_clear()
    yield tmp_path
    texts._extracted.cache_clear()


def say(house, room, code):
    (house / room / "pages.py").write_text(code)
    texts._extracted.cache_clear()


def translate(house, room, language, old, new):
    path = texts.catalogue_path(house / room, language)
    path.write_text(path.read_text().replace(old, new))


def test_an_update_adds_drops_and_keeps_and_then_changes_nothing(house):
    say(house, "ground/ui", '_("Save")\n_("Close")')
    assert len(texts.update()) == 2
    translate(house, "ground/ui", "kk", 'msgid "Save"\nmsgstr ""', 'msgid "Save"\nmsgstr "Сақтау"')
    say(house, "ground/ui", '_("Save")\n_("Open")')
    texts.update()
    written = texts.catalogue_path(house / "ground/ui", "kk").read_text()
    assert 'msgstr "Сақтау"' in written
    assert "Open" in written
    assert "Close" not in written
    assert texts.update() == []


def test_a_text_that_moves_to_another_room_takes_its_translation_along(house):
    say(house, "ground/ui", '_("Save")')
    texts.update()
    translate(house, "ground/ui", "ru", 'msgstr ""\n', 'msgstr "Сохранить"\n')
    translate(house, "ground/ui", "ru", 'msgid ""\nmsgstr "Сохранить"', 'msgid ""\nmsgstr ""')
    say(house, "ground/ui", "")
    say(house, "ground/people", '_("Save")')
    texts.update()
    assert "Сохранить" in texts.catalogue_path(house / "ground/people", "ru").read_text()
    assert not texts.catalogue_path(house / "ground/ui", "ru").exists()


def test_one_text_has_one_translation_in_all_rooms(house):
    for room in ("ground/ui", "ground/people"):
        say(house, room, '_("Save")')
    texts.update()
    for room, word in (("ground/ui", "Сақтау"), ("ground/people", "Сақта")):
        translate(house, room, "kk", 'msgid "Save"\nmsgstr ""', f'msgid "Save"\nmsgstr "{word}"')
    assert "ground/ui [kk]: differs from ground/people: 'Save'" in texts.check()


def test_what_is_missing_or_no_longer_used_is_told(house):
    say(house, "ground/ui", '_("Save")')
    assert "ground/ui [kk]: missing: 'Save'" in texts.check()
    texts.update()
    say(house, "ground/ui", "")
    assert "ground/ui [ru]: no longer used: 'Save'" in texts.check()


def test_compiling_touches_only_what_changed(house):
    say(house, "ground/ui", '_("Save")')
    texts.update()
    assert texts.compile_stale() == 2
    assert texts.compile_stale() == 0


def test_compiling_makes_this_process_read_the_catalogues_anew(house):
    with translation.override("ru"):
        gettext("Save")
    assert trans_real._translations
    say(house, "ground/ui", '_("Save")')
    texts.update()
    texts.compile_stale()
    assert not trans_real._translations


def test_djangos_own_gaps_in_kazakh_are_ours_to_fill():
    gaps = {message.id for message in sourcetexts.borrowed("kk")}
    assert "This password is too common." in gaps
    assert "This field is required." not in gaps
