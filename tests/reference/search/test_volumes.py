"""A volume finds what reading every text would find, in the same order, whatever was taken out again."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarazy.ground.foundation.text import Text
from tarazy.reference.search.matching import FACETS, Share, first_of, shares
from tarazy.reference.search.vocabulary import Vocabulary
from tarazy.reference.search.volumes import Found, Written, facets_of, facets_written, part_of, without

WORDS = ("alpha", "beta", "gamma", "delta")
KINDS = ("standard", "criterion", "duty", "rule")
ORDER = {"standard": 0, "duty": 1, "rule": 1, "criterion": 2}
LEVELS = ("preschool", "higher")
sentences = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
things = st.builds(
    lambda kind, levels, title, text: Found(kind, tuple(levels), "head", Text(en=title), Text(), "/", texts=(Text(en=text),)),
    st.sampled_from(KINDS),
    st.lists(st.sampled_from(LEVELS), unique=True),
    sentences,
    sentences,
)
volumes = st.lists(st.lists(things, max_size=12), min_size=1, max_size=4)


def written(sources, together=1, left_out=None):
    """A volume of these sources, some of which came together; one of them may be left out."""
    volume, vocabulary, names = Written(), Vocabulary(), [f"source {number}" for number in range(len(sources))]
    for first in range(0, len(sources), together):
        some = slice(first, first + together)
        volume.add(part_of(sources[some], vocabulary), [name if name != left_out else None for name in names[some]])
    return volume


def share_of(volume, groups, gone=0):
    """What the volume has of all groups of stems, without the entries that are gone."""
    found = shares(groups, ((1, *posting) for posting in volume.postings() if any(posting[0] in group for group in groups)))
    facets = facets_of(facets_written(without(volume.facets, gone)))
    return Share(1, found.get(1, [0]), {facet: facets.get(facet, {}) for facet in FACETS})


def expected(entries, words, chosen):
    """The places of the entries that have all words, by reading them."""
    fitting = [
        (-sum(word in one.title.en.split() for word in words), ORDER[one.kind], place)
        for place, one in entries
        if all(word in f"{one.title.en} {one.texts[0].en}".split() for word in words) and (not chosen or chosen in one.levels)
    ]
    return [(1, place) for *_order, place in sorted(fitting)]


@given(volumes, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True), st.sampled_from(["", *LEVELS]), st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_found_is_what_reading_everything_finds(sources, words, level, data):
    together, left_out = data.draw(st.integers(1, 4)), data.draw(st.sampled_from([None, "source 0", "source 1"]))
    volume = written(sources, together, left_out)
    said = {f"source {number}": found for number, found in enumerate(sources)}
    places = [(first + nth, one) for name, first, _size in volume.sources for nth, one in enumerate(said[name])]
    taken_out = data.draw(st.sets(st.sampled_from(volume.sources))) if volume.sources else set()
    gone = {place for _name, first, size in taken_out for place in range(first, first + size)}
    groups = [{Vocabulary().stems["en"][word][0]} for word in words]
    share = share_of(volume, groups, sum(1 << place for place in gone))
    wanted = expected([(place, one) for place, one in places if place not in gone], words, level)
    counts = {facet: {} for facet in FACETS}
    assert share.counted(counts, {"level": level}) == len(wanted)
    assert first_of([share.narrowed({"level": level})], 5) == wanted[:5]
    assert counts["level"].get(level, len(wanted)) == len(wanted)


@given(volumes, st.integers(1, 4), st.sampled_from([None, "source 0", "source 1"]))
def test_every_source_has_a_place_of_its_own_that_begins_with_a_byte(sources, together, left_out):
    volume = written(sources, together, left_out)
    places = [place for _name, first, size in volume.sources for place in range(first, first + size)]
    assert places == [place for place, _line in volume.entries] == sorted(set(places))
    assert [first % 8 for _name, first, _size in volume.sources] == [0] * len(volume.sources)
    sizes = {f"source {number}": len(found) for number, found in enumerate(sources) if found}
    assert {name: size for name, _first, size in volume.sources} == {name: size for name, size in sizes.items() if name != left_out}
