"""A set as SKOS in JSON-LD: the scheme, its standards and criteria as concepts, correspondences as mappings.

What SKOS calls a match reads from the subject: `broadMatch` says that the other is broader.
"""

import json

from tarazy.reference.correspondences.models import REVERSED

CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    "scopeNote": {"@id": "skos:scopeNote", "@container": "@language"},
    "notation": "skos:notation",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "broadMatch": {"@id": "skos:broadMatch", "@type": "@id"},
    "narrowMatch": {"@id": "skos:narrowMatch", "@type": "@id"},
    "relatedMatch": {"@id": "skos:relatedMatch", "@type": "@id"},
    "version": "dct:hasVersion",
    "source": "dct:source",
}
# From a standard to the other: a standard that is broader than the other has a narrower match.
MATCHES = {"equal": "exactMatch", "broader": "narrowMatch", "narrower": "broadMatch", "overlaps": "relatedMatch"}


def graph(content, links, *, page):
    """JSON-LD text of a package's content; `links` are its correspondences, `page` the address of the set's version."""
    root = page.rsplit("/", 3)[0]
    matches = _matches(content["key"], links, root)
    scheme = {
        "@id": page,
        "@type": "skos:ConceptScheme",
        "prefLabel": content["title"],
        "definition": content["summary"],
        "version": content["version"],
        "source": content["source"],
    }
    nodes = [scheme]
    for standard in content["standards"]:
        nodes += _standard(standard, page, matches.get(standard["number"], {}))
    return json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, indent=2) + "\n"


def _standard(standard, page, matches):
    own = f"{page}{standard['number']}/"
    yield {
        "@id": own,
        "@type": "skos:Concept",
        "inScheme": page,
        "topConceptOf": page,
        "notation": standard["number"],
        "prefLabel": standard["title"],
        "definition": standard["purpose"],
        "source": standard["source"],
        **matches,
    }
    for criterion in standard.get("criteria", ()):
        node = {
            "@id": f"{own}#c{criterion['number']}",
            "@type": "skos:Concept",
            "inScheme": page,
            "broader": own,
            "notation": criterion["number"],
            "prefLabel": criterion["text"],
            "source": criterion["source"],
        }
        yield node | ({"scopeNote": criterion["look_at"]} if "look_at" in criterion else {})


def _matches(key, links, root):
    """For each number of the set its mappings by their SKOS name; a withdrawn correspondence is none."""
    found: dict[str, dict[str, list[str]]] = {}
    for link in links:
        if link.state == "withdrawn":
            continue
        forward = link.from_set == key
        (_key, number), other = link.ends if forward else link.ends[::-1]
        name = MATCHES[link.relation if forward else REVERSED[link.relation]]
        found.setdefault(number, {}).setdefault(name, []).append(f"{root}/{other[0]}/graph/{other[1]}/")
    return {number: {name: sorted(places) for name, places in sorted(names.items())} for number, names in found.items()}
