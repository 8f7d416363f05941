"""What the printed set says: the data of `typst/set.typ`."""

from django.utils.translation import gettext as _

from tarazy.ground.foundation.text import Text
from tarazy.reference.standards.citations import cited
from tarazy.reference.standards.names import ASKED_NAMES, LEVEL_NAMES


def printed(chosen, content):
    """The set for the typesetter; texts are said in the language that is set."""
    return {
        "title": chosen.title,
        "subtitle": chosen.summary,
        "facts": [
            [_("Level"), ", ".join(str(LEVEL_NAMES[level]) for level in content["levels"])],
            [_("Kind"), str(chosen.kind_name)],
            [_("Owner"), str(chosen.owner_name)],
            [_("Source"), cited(content["source"])],
            [_("Version"), content["version"]],
        ],
        "labels": {
            "look_at": _("What an expert looks at"),
            "evidence": _("What usually proves it"),
            "questions": _("Questions for interviews"),
            "strength": _("Signs of strength"),
            "risk": _("Signs of risk"),
            "source": _("Source"),
            "contents": _("Contents"),
        },
        "standards": [_standard(one) for one in content["standards"]],
        "footer": f"{chosen.key} {chosen.version} · sha256:{chosen.checksum[:16]}",
    }


def _standard(one):
    told = {"number": one["number"], "title": Text.of(one["title"]), "purpose": Text.of(one["purpose"]), "source": cited(one["source"])}
    return told | {"criteria": [_criterion(criterion) for criterion in one.get("criteria", ())]}


def _criterion(one):
    told = {"number": one["number"], "text": Text.of(one["text"]), "source": cited(one["source"])}
    if "look_at" in one:
        told["look_at"] = Text.of(one["look_at"])
    for name in ("evidence", "strength", "risk"):
        told[name] = [Text.of(part) for part in one.get(name, ())]
    told["questions"] = [[str(ASKED_NAMES[part["for"]]), Text.of(part["text"])] for part in one.get("questions", ())]
    return told
