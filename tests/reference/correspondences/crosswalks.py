"""Small sets and crosswalks for tests of correspondences."""

from datetime import date

from tarazy.reference.correspondences import services
from tarazy.reference.correspondences.models import Correspondence
from tests.factories import make_standards

HEAD = 'key: small\nauthor: "Tests"\nmade_on: "2026-03-02"\nlinks:\n'


def link(one, other, relation="equal", reason="same thing"):
    """The lines of one correspondence, the first of them "- from"."""
    said = f'{{kk: "{reason} қазақша", ru: "{reason} по-русски", en: "{reason}"}}'
    return f"  - from: {one}\n    to: {other}\n    relation: {relation}\n    reason: {said}\n"


def three_sets():
    """Three sets of three standards each: `ours`, `theirs`, `frame`."""
    return [make_standards(key=key, standards=3, criteria=1) for key in ("ours", "theirs", "frame")]


def load(folder, *links, name="small", key="small"):
    """Write the crosswalk into the folder and load the folder; gives how many came in anew."""
    (folder / f"{name}.yaml").write_text(HEAD.replace("key: small", f"key: {key}") + "".join(links))
    return services.load_crosswalks(folder=folder)


def make_link(one, other, relation="equal", **fields):
    """A correspondence between "set/number" and "set/number"."""
    (from_set, from_number), (to_set, to_number) = one.split("/"), other.split("/")
    ends = {"from_set": from_set, "from_number": from_number, "to_set": to_set, "to_number": to_number}
    said = {"kk": "Себебі", "ru": "Причина", "en": "The reason"}
    values = {"crosswalk": "small", "author": "Tests", "made_on": date(2026, 3, 2), "reason": said, **fields}
    return Correspondence.objects.create(**ends, relation=relation, **values)
