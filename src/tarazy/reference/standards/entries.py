"""What the search finds of a standards set: the set, its standards, its criteria."""

from django.urls import reverse

from tarazy.ground.foundation.text import Text
from tarazy.reference.search.services import Found
from tarazy.reference.standards.names import KIND_ACTORS
from tarazy.reference.standards.queries import standards_of

EMPTY = Text()


def source_of(key):
    """The name under which the entries of a set stand in the index."""
    return f"set:{key}"


def entries_of(chosen):
    """The entries of one version of a set, as `Found`; their pages are those of the set's newest version."""
    facets = {"levels": tuple(chosen.levels), "actor": KIND_ACTORS[chosen.kind]}
    page = reverse("standards:set", args=[chosen.key])
    found = [Found("set", title=chosen.title, context=EMPTY, path=page, texts=(chosen.summary,), **facets)]
    for standard in standards_of(chosen):
        path = reverse("standards:standard", args=[chosen.key, chosen.version, standard.number])
        common = {"context": chosen.title, **facets}
        found.append(Found("standard", number=standard.number, title=standard.title, path=path, texts=(standard.purpose,), **common))
        found += [
            Found("criterion", number=one.number, title=one.text, path=f"{path}#c{one.number}", texts=_texts(one), **common)
            for one in standard.criteria.all()
        ]
    return found


def _texts(criterion):
    asked = [text for _who, text in criterion.asked]
    return (criterion.look_at, *criterion.proofs, *asked, *criterion.strengths, *criterion.risks)
