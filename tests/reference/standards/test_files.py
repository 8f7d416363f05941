"""The library as files: the same bytes from the same content, and back; SKOS for others' tools; accessible PDFs."""

import io
import json
from functools import cache

import pytest
from django.utils import translation
from pypdf import PdfReader

from tarazy.ground.documents.typeset import typeset
from tarazy.reference.standards import queries, services, sheet, skos
from tarazy.reference.standards.models import Correspondence, StandardsSet
from tarazy.reference.standards.package import PACKAGES, parse
from tarazy.reference.standards.printed import printed
from tests.factories import NOW
from tests.reference.standards.crosswalks import make_link, three_sets
from tests.reference.standards.test_package import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.reference.urls")]
KEYS = sorted(path.stem for path in PACKAGES.glob("*.yaml"))
READERS = {"yaml": parse, "json": parse, "xlsx": sheet.parsed}
LANGUAGES = ("kk", "ru", "en")
MATCHES = ("exactMatch", "broadMatch", "narrowMatch", "relatedMatch")


@cache
def package(key):
    """One of our packages."""
    return parse((PACKAGES / f"{key}.yaml").read_bytes())


def exported(client, key, ending):
    """The file that the page of a set offers."""
    version = queries.set_in_version(key).version
    response = client.get(f"/standards/{key}/{version}.{ending}")
    assert response.status_code == 200
    return response


@pytest.mark.parametrize("key", KEYS)
def test_exported_imported_and_exported_again_a_set_is_the_same_bytes(our_library, client, key):
    first = {ending: exported(client, key, ending) for ending in READERS}
    back = {ending: read(first[ending].content) for ending, read in READERS.items()}
    assert back["yaml"] == back["json"] == back["xlsx"] == package(key)
    assert {response["X-Package-Checksum"] for response in first.values()} == {f"sha256:{package(key).checksum}"}
    StandardsSet.objects.filter(key=key).delete()
    services.load_package(back["xlsx"], now=NOW)
    assert all(exported(client, key, ending).content == first[ending].content for ending in READERS)


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("yaml", "application/yaml; charset=utf-8"),
        ("json", "application/json; charset=utf-8"),
        ("jsonld", "application/ld+json; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pdf", "application/pdf"),
    ],
)
def test_a_file_says_what_it_is_and_how_it_is_called(client, ending, kind):
    services.load_package(SMALL.encode(), now=NOW)
    client.cookies["django_language"] = "kk"
    response = exported(client, "small", ending)
    name = "small-1.0-kk.pdf" if ending == "pdf" else f"small-1.0.{ending}"
    assert (response["Content-Type"], response["Content-Disposition"]) == (kind, f'attachment; filename="{name}"')


def test_an_old_version_is_exported_as_it_was(client):
    services.load_package(SMALL.encode(), now=NOW)
    services.load_package(SMALL.replace('"1.0"', '"2.0"').replace("There is one", "There are two").encode(), now=NOW)
    assert parse(client.get("/standards/small/1.0.yaml").content) == parse(SMALL.encode())


def test_a_file_of_another_kind_is_not_found(client):
    services.load_package(SMALL.encode(), now=NOW)
    assert client.get("/standards/small/1.0.docx").status_code == 404


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


def opened(client, key, language):
    """The printed set in this language."""
    client.cookies["django_language"] = language
    return PdfReader(io.BytesIO(exported(client, key, "pdf").content))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["vocational_internal", "esg_1"])
def test_a_printed_set_is_an_accessible_pdf_that_says_the_set_in_the_readers_language(our_library, client, key, language):
    pdf, content = opened(client, key, language), package(key).content
    assert (pdf.metadata.title, pdf.root_object["/Lang"]) == (content["title"][language], language)
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    told = pdf.root_object["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in told
    said = " ".join(" ".join(page.extract_text() for page in pdf.pages).split()).replace("- ", "")
    last = content["standards"][-1]
    assert last["title"][language].split()[0] in said
    assert f"{key} {content['version']} · sha256:{package(key).checksum[:16]}" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_set_is_the_same_bytes_from_the_same_content(language):
    made = services.load_package(SMALL.encode(), now=NOW).set
    content = queries.package_from(made).content
    with translation.override(language):
        data = printed(made, content)
        first = typeset("standards/set.typ", data, language=language)
        assert typeset("standards/set.typ", printed(made, content), language=language) == first


def test_a_printed_set_leads_to_each_standard_from_its_contents(our_library, client):
    outline = [one.title for one in opened(client, "vocational_internal", "en").outline if not isinstance(one, list)]
    assert len([title for title in outline if "Quality policy" in title]) == 1
    assert len(outline) >= 9
