"""A set as SKOS for others' tools: its standards and criteria as concepts, its correspondences as mappings."""

import json

import pytest

from tarazy.reference.correspondences import skos
from tarazy.reference.correspondences.models import Correspondence
from tarazy.reference.standards import queries
from tests.reference.correspondences.crosswalks import make_link, three_sets
from tests.reference.standards.test_files import KEYS, LANGUAGES, exported, package

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]
MATCHES = ("exactMatch", "broadMatch", "narrowMatch", "relatedMatch")


def test_the_file_says_what_it_is_and_how_it_is_called(client):
    three_sets()
    response = exported(client, "ours", "jsonld")
    assert response["Content-Type"] == "application/ld+json; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="ours-1.jsonld"'
    assert response["X-Package-Checksum"] == exported(client, "ours", "yaml")["X-Package-Checksum"]


def nodes(client, key):
    """The nodes of a set's SKOS by their addresses."""
    told = json.loads(exported(client, key, "jsonld").content)
    assert {*MATCHES, "skos", "prefLabel"} <= told["@context"].keys()
    return {node["@id"]: node for node in told["@graph"]}


@pytest.mark.parametrize("key", KEYS)
def test_the_skos_of_a_set_has_its_scheme_and_every_standard_and_criterion_in_three_languages(our_library, client, key):
    found, content = nodes(client, key), package(key).content
    scheme = f"http://testserver/standards/{key}/{content['version']}/"
    criteria = [one for standard in content["standards"] for one in standard.get("criteria", ())]
    assert len(found) == 1 + len(content["standards"]) + len(criteria)
    assert (found[scheme]["@type"], found[scheme]["prefLabel"]) == ("skos:ConceptScheme", content["title"])
    for address, node in found.items():
        assert node["prefLabel"].keys() == set(LANGUAGES)
        assert address == scheme or node["inScheme"] == scheme
        assert node.get("broader", scheme) in found
    first = content["standards"][0]
    assert found[f"{scheme}{first['number']}/"]["notation"] == first["number"]


@pytest.mark.parametrize("key", ["higher_internal", "esg_1"])
def test_what_corresponds_is_a_mapping_whose_address_is_there(our_library, client, key):
    found = nodes(client, key)
    mapped = [place for node in found.values() for name in MATCHES for place in node.get(name, ())]
    links = [one for one in Correspondence.objects.all() if key in (one.from_set, one.to_set)]
    assert len(mapped) == len(links) > 0
    for place in set(mapped):
        assert client.get(place.removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize(
    ("relation", "here", "there"),
    [
        ("equal", "exactMatch", "exactMatch"),
        ("broader", "narrowMatch", "broadMatch"),
        ("narrower", "broadMatch", "narrowMatch"),
        ("overlaps", "relatedMatch", "relatedMatch"),
    ],
)
def test_a_mapping_reads_from_each_end_and_a_withdrawn_one_is_none(client, relation, here, there):
    three_sets()
    make_link("ours/1", "theirs/1", relation)
    make_link("ours/2", "theirs/2", relation, state="withdrawn")
    for key, other, name in (("ours", "theirs", here), ("theirs", "ours", there)):
        found = nodes(client, key)
        mapped = {(address, match, *node[match]) for address, node in found.items() for match in MATCHES if match in node}
        root = "http://testserver/standards"
        assert mapped == {(f"{root}/{key}/1/1/", name, f"{root}/{other}/graph/1/")}


def test_the_skos_of_a_set_is_the_same_bytes_in_every_order_of_its_correspondences():
    three_sets()
    links = [make_link("ours/1", f"theirs/{number}") for number in (3, 1, 2)]
    content = queries.package_from(queries.set_in_version("ours")).content
    page = "http://testserver/standards/ours/1/"
    assert skos.graph(content, links, page=page) == skos.graph(content, links[::-1], page=page)
