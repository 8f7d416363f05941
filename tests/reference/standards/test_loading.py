"""Whatever is brought, the library is as the file says or as it was before."""

import hashlib
from pathlib import Path

import pytest
from django.utils import translation

from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal.models import Entry
from tarazy.reference.search.models import Entry as Found
from tarazy.reference.search.models import Volume, Word
from tarazy.reference.search.queries import find
from tarazy.reference.standards import services
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import Package, PackageInvalid, parse
from tarazy.reference.standards.services import reading
from tests.factories import NOW
from tests.reference.standards.test_package import SMALL, changed

pytestmark = pytest.mark.django_db
BOMB = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))


def state():
    """Everything that the library holds, as it would be read."""
    rows = [list(model.objects.order_by("pk").values()) for model in (StandardsSet, Standard, Criterion, Found, Entry)]
    return repr(rows)


@pytest.fixture
def loaded():
    """The small package in the library."""
    return services.load_package(SMALL.encode(), now=NOW).set


UNKNOWN = "the file has a key that the format does not know: colour."
ALIAS, TAG = "Aliases (*name) are not allowed. Write the text out.", "Tags (!name) are not allowed."
UNWRITABLE = "The file has a character that cannot stand in a text."
RUN = "!!python/object/apply:os.system [id]"
BAD = {
    "a wrong number of a standard": (changed('number: "1"\n', 'number: "3"\n'), 11, "Here stands number 3; the next standard is 1."),
    "a wrong number of a criterion": (changed('"1.1"', '"2.1"'), 16, "Here stands number 2.1; the next criterion is 1.1."),
    "a missing language": (changed('ru: "Есть", ', ""), 18, "“ru” is missing in standards.1.criteria.1.text."),
    "an empty language": (changed('"Есть"', '" "'), 18, "standards.1.criteria.1.text.ru is empty."),
    "a key twice": (changed("level: higher", "level: higher\nlevel: secondary"), 4, "The key “level” stands here a second time."),
    "an unknown key": (changed("complete: true", "complete: true\ncolour: red"), 1, UNKNOWN),
    "an alias": (changed('source: "tests"\n', 'source: &x "tests"\n') + "owner: *x\n", 22, ALIAS),
    "a bomb": (BOMB, 2, ALIAS),
    "a tag that builds an object": (changed("complete: true", f"complete: {RUN}"), 9, TAG),
    "a tag of its own": (changed('"tests"', '!secret "tests"'), 8, TAG),
    "a zero": (changed('"There is one"', '"There is\\0 one"'), 18, UNWRITABLE),
    "a bell": (changed('source: "tests"\n', 'source: "te\\asts"\n'), 8, UNWRITABLE),
    "no letter at all": (changed('"There is one"', '"There is \\uFFFE one"'), 18, UNWRITABLE),
    "a long text": (changed('"There is one"', f'"{"x" * 1001}"'), 18, "standards.1.criteria.1.text.en is longer than 1000."),
    "a day for a version": (changed('"1.0"', "2026-11-28"), 2, "version must be a text; put a number in quotation marks."),
    "nothing": ("", 0, "The file is empty."),
    "a list": ("- a", 1, "the file must have keys and values."),
}


@pytest.mark.parametrize(("source", "line", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_package_is_refused_with_line_and_sentence_and_the_library_stays_as_it_was(loaded, source, line, sentence):
    before = state()
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        services.load_package(source.replace('version: "1.0"', 'version: "2.0"').encode(), now=NOW)
    assert (line, sentence) in [(one.line, one.text) for one in caught.value.problems], caught.value.problems
    assert state() == before


@pytest.mark.parametrize("size", [2 * 1024 * 1024 + 1, 50 * 1024 * 1024])
def test_a_huge_file_is_refused_before_it_is_read(loaded, tmp_path, size):
    before, path = state(), tmp_path / "huge.yaml"
    path.write_bytes(SMALL.encode() + b"#" * (size - len(SMALL.encode())))
    with translation.override("en"), pytest.raises(PackageInvalid) as caught:
        services.load_package(path, now=NOW)
    assert str(caught.value) == "The file is larger than 2 MB."
    assert state() == before


def test_a_package_is_taken_as_path_bytes_or_package(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    made = services.load_package(path, now=NOW)
    assert made.is_new
    for source in (SMALL.encode(), parse(SMALL.encode())):
        assert isinstance(source, (bytes, Package))
        again = services.load_package(source, now=NOW)
        assert (again.is_new, again.set) == (False, made.set)


def test_what_is_loaded_is_found_and_what_a_newer_version_dropped_is_not(loaded):
    assert [entry.kind for entry in find("policy").entries] == ["standard"]
    services.load_package(SMALL.replace('"1.0"', '"2.0"').replace("Policy", "Elephants").encode(), now=NOW)
    assert find("policy").total == 0
    assert [entry.path for entry in find("elephant").entries] == ["/standards/small/2.0/1/"]


def test_an_older_version_that_comes_late_does_not_change_what_is_found(loaded):
    services.load_package(SMALL.replace('"1.0"', '"0.9"').replace("Policy", "Elephants").encode(), now=NOW)
    assert (find("policy").total, find("elephant").total) == (1, 0)


@pytest.fixture
def folder(tmp_path):
    """A folder with two packages, `one` and `two`."""
    for key in ("one", "two"):
        (tmp_path / f"{key}.yaml").write_text(SMALL.replace("key: small", f"key: {key}"))
    return tmp_path


def rewrite(path, old, new):
    """Change the file in one place."""
    path.write_text(path.read_text().replace(old, new))


def test_files_whose_bytes_came_in_before_are_not_read_again(folder, monkeypatch, django_assert_max_num_queries):
    first = services.load_all(now=NOW, folder=folder)
    assert [(one.set.key, one.is_new) for one in first] == [("one", True), ("two", True)]
    read: list[bytes] = []
    monkeypatch.setattr(reading, "parse", lambda source: read.append(source) or parse(source))
    rewrite(folder / "two.yaml", '"1.0"', '"1.1"')
    again = services.load_all(now=NOW, folder=folder)
    assert [(str(one.set), one.is_new) for one in again] == [("one 1.0", False), ("two 1.1", True)]
    assert read == [(folder / "two.yaml").read_bytes()]
    with django_assert_max_num_queries(10):
        services.load_all(now=NOW, folder=folder)
    assert len(read) == 1


def test_a_file_in_another_layout_is_read_once_more_and_then_known(folder):
    services.load_all(now=NOW, folder=folder)
    rewrite(folder / "one.yaml", "level: higher", "level: 'higher'")
    assert not any(one.is_new for one in services.load_all(now=NOW, folder=folder))
    one = StandardsSet.objects.get(key="one")
    assert one.file_checksum == hashlib.sha256((folder / "one.yaml").read_bytes()).hexdigest()


@pytest.fixture(params=["one process", "several"])
def processes(request, monkeypatch):
    """Files read by one process, or by several as if there were much to read."""
    if request.param == "several":
        monkeypatch.setattr(reading, "MUCH", 0)


@pytest.mark.parametrize(("old", "new", "error"), [("level: higher", "level: moon", PackageInvalid), ("Почему?", "Зачем?", Refused)])
def test_one_bad_file_leaves_the_library_as_it_was_and_is_named(folder, processes, old, new, error):
    services.load_all(now=NOW, folder=folder)
    before = state()
    rewrite(folder / "one.yaml", '"1.0"', '"2.0"')
    rewrite(folder / "two.yaml", old, new)
    with pytest.raises(error) as caught:
        services.load_all(now=NOW, folder=folder)
    assert caught.value.__notes__ == ["two.yaml"]
    assert state() == before


def test_what_several_processes_read_is_what_one_reads(folder, monkeypatch):
    """Words are met by one process before the other: none may be lost."""

    def library():
        found = {word: [entry.path for entry in find(word).entries] for word in ("policy", "қол", "директор", "polisy", "gjkbnbrf")}
        return found, list(StandardsSet.objects.order_by("key").values_list("key", "checksum", "file_checksum"))

    services.load_all(now=NOW, folder=folder)
    alone = library()
    assert sum(map(len, alone[0].values()))
    for model in (StandardsSet, Volume, Word):
        model.objects.all().delete()
    monkeypatch.setattr(reading, "MUCH", 0)
    assert all(one.is_new for one in services.load_all(now=NOW, folder=folder))
    assert library() == alone


def test_two_versions_in_one_folder_are_found_as_the_newer_says(folder):
    (folder / "zero.yaml").write_text(SMALL.replace("key: small", "key: one").replace('"1.0"', '"0.5"').replace("Policy", "Elephants"))
    services.load_all(now=NOW, folder=folder)
    assert find("elephant").total == 0
    assert find("policy").total == 2


@pytest.mark.parametrize("at_once", [1, 1024 * 1024])
def test_however_many_files_are_read_at_once_each_set_has_its_own(folder, monkeypatch, at_once, django_assert_max_num_queries):
    for number in range(20):
        said = SMALL.replace("key: small", f"key: set_{number}").replace("Policy", f"Policy{number}").replace("An order", f"Order{number}x")
        (folder / f"set_{number}.yaml").write_text(said)
    monkeypatch.setattr(reading, "MUCH", 0)
    monkeypatch.setattr(reading, "AT_ONCE", at_once)
    with django_assert_max_num_queries(80 if at_once > 1 else 500):
        assert all(one.is_new for one in services.load_all(now=NOW, folder=folder))
    for number in range(20):
        [standard] = Standard.objects.filter(set__key=f"set_{number}")
        [criterion] = standard.criteria.all()
        assert (standard.title.en, criterion.evidence[0]["en"]) == (f"Policy{number}", f"Order{number}x")
        assert [entry.path for entry in find(f"order{number}x").entries] == [f"/standards/set_{number}/1.0/1/#c1.1"]
    assert Entry.objects.filter(subject__startswith="standards:").count() == 22


def test_the_same_set_in_two_files_comes_in_once(folder, processes):
    (folder / "again.yaml").write_text((folder / "one.yaml").read_text())
    loaded = services.load_all(now=NOW, folder=folder)
    assert [(str(one.set), one.is_new) for one in loaded] == [("one 1.0", True), ("one 1.0", False), ("two 1.0", True)]
    assert find("policy").total == 2
    assert len({one.set.pk for one in loaded}) == 2


def test_a_version_that_follows_takes_the_place_of_the_one_before_also_in_one_lot(folder, processes):
    for number in (10, 9):
        (folder / f"{number}.yaml").write_text(SMALL.replace("key: small", "key: one").replace('"1.0"', f'"1.{number}"'))
    services.load_all(now=NOW, folder=folder)
    assert set(StandardsSet.objects.filter(key="one").values_list("version", "is_latest")) == {
        ("1.0", False),
        ("1.9", False),
        ("1.10", True),
    }
    assert {entry.path.split("/")[3] for entry in find("policy").entries if "/one/" in entry.path} == {"1.10"}


def test_what_the_search_lost_is_put_into_it_by_the_next_loading(folder, loaded):
    services.load_all(now=NOW, folder=folder)
    Volume.objects.all().delete()
    assert not any(one.is_new for one in services.load_all(now=NOW, folder=folder))
    assert {entry.path.split("/")[2] for entry in find("policy").entries} == {"one", "two", "small"}


def test_an_empty_folder_changes_nothing(tmp_path: Path, loaded):
    before = state()
    assert services.load_all(now=NOW, folder=tmp_path) == []
    assert state() == before
