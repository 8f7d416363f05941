"""What the search finds of a standards set: the set, its standards, its criteria."""

from django.urls import reverse

from tarazy.ground.foundation.text import Text
from tarazy.reference.search.volumes import Found
from tarazy.reference.standards.names import KIND_ACTORS

EMPTY = Text()


def source_of(key):
    """The name under which the entries of a set stand in the index."""
    return f"set:{key}"


def entries_of(package):
    """The entries of a package, as `Found`; their pages are those of the set's newest version."""
    content = package.content
    title, facets = Text.of(content["title"]), {"levels": tuple(content["levels"]), "actor": KIND_ACTORS[content["kind"]]}
    page = reverse("standards:set", args=[content["key"]])
    yield Found("set", title=title, context=EMPTY, path=page, texts=(Text.of(content["summary"]),), **facets)
    for standard in content["standards"]:
        path = reverse("standards:standard", args=[content["key"], content["version"], standard["number"]])
        common = {"context": title, **facets}
        said = {"title": Text.of(standard["title"]), "texts": (Text.of(standard["purpose"]),)}
        yield Found("standard", number=standard["number"], path=path, **said, **common)
        for one in standard.get("criteria", ()):
            yield Found(
                "criterion", number=one["number"], title=Text.of(one["text"]), path=f"{path}#c{one['number']}", texts=_texts(one), **common
            )


def _texts(criterion):
    asked = [one["text"] for one in criterion.get("questions", ())]
    lists = (text for name in ("evidence", "strength", "risk") for text in criterion.get(name, ()))
    return tuple(map(Text.of, (criterion.get("look_at"), *lists, *asked)))
