"""What is missing in a draft or too much of it, said with the names that stand on the pages where it is written."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from jsonschema import Draft202012Validator

from tarazy.ground.foundation.errors import Refusal
from tarazy.ground.foundation.text import LANGUAGES
from tarazy.reference.standards.package import LISTS, PackageInvalid, judged, looks_right, schema, sentences

FIELD_NAMES = {
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("For whom it is and what for"),
    "purpose": gettext_lazy("What it is for"),
    "source": gettext_lazy("Source"),
    "text": gettext_lazy("What must hold"),
    "look_at": gettext_lazy("What an expert looks at"),
    "evidence": gettext_lazy("What usually proves it"),
    "questions": gettext_lazy("Questions for interviews"),
    "strength": gettext_lazy("Signs of strength"),
    "risk": gettext_lazy("Signs of risk"),
}
MISSING = {
    "kk": gettext_lazy("%(place)s: the Kazakh text is missing."),
    "ru": gettext_lazy("%(place)s: the Russian text is missing."),
    "en": gettext_lazy("%(place)s: the English text is missing."),
}
TOO_LONG = {
    "kk": gettext_lazy("%(place)s: the Kazakh text is longer than %(most)s characters."),
    "ru": gettext_lazy("%(place)s: the Russian text is longer than %(most)s characters."),
    "en": gettext_lazy("%(place)s: the English text is longer than %(most)s characters."),
}
ORDER = ("title", "summary", "purpose", "text", "look_at", "evidence", "questions", "strength", "risk", "source", "criteria", "standards")


def gaps_in(draft):
    """What stands between the draft and its publication, as `Refusal`s in the order of its pages, each with the page to mend it."""
    content = draft.content
    found = _contradictions(content) if looks_right(content, schema()) else _shortcomings(content)
    return [Refusal(said, _page(draft, path)) for path, said in sorted(found, key=lambda one: _rank(one[0]))]


def place_of(content, path):
    """Where a path of the content leads to, as a person who writes the draft finds it."""
    whole, rest = _whole(content, path)
    if not rest or rest[0] not in FIELD_NAMES:
        return whole
    words = {"whole": whole, "field": FIELD_NAMES[rest[0]], "number": rest[1] + 1 if rest[0] in LISTS and len(rest) > 1 else 0}
    if not words["number"]:
        return _("%(whole)s, “%(field)s”") % words
    if rest[0] == "questions":
        return _("%(whole)s, question %(number)s") % words
    return _("%(whole)s, “%(field)s”, line %(number)s") % words


def _whole(content, path):
    match path:
        case ("standards", place, "criteria", part, *rest):
            return _("Criterion %(number)s") % {"number": content["standards"][place]["criteria"][part]["number"]}, rest
        case ("standards", place, *rest):
            return _("Standard %(number)s") % {"number": content["standards"][place]["number"]}, rest
    return _("About the set"), path


def _shortcomings(content):
    """What is not as the format asks, as `(path, sentence)`; the languages that a text lacks are gathered first."""
    lacking: dict[tuple, list] = {}
    found = []
    for error in Draft202012Validator(schema()).iter_errors(content):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            name = error.message.split("'")[1]
            lacking.setdefault(path if name in LANGUAGES else (*path, name), []).append(name)
        elif error.validator == "minLength" or (error.validator == "pattern" and not str(error.instance).strip()):
            lacking.setdefault(path[:-1] if path[-1] in LANGUAGES else path, []).append(path[-1])
        else:
            found.append((path, _said(content, path, error)))
    for path, names in lacking.items():
        place = {"place": place_of(content, path)}
        some = [] if set(names) >= set(LANGUAGES) else [code for code in LANGUAGES if code in names]
        found += [(path, MISSING[code] % place) for code in some] or [(path, _("%(place)s: nothing is written yet.") % place)]
    return found


def _said(content, path, error):
    place, most = place_of(content, path), error.validator_value
    if error.validator == "maxLength":
        longer = TOO_LONG.get(path[-1]) or _("%(place)s: the text is longer than %(most)s characters.")
        return longer % {"place": place, "most": most}
    if error.validator == "maxItems":
        many = {
            "standards": _("%(place)s: there are more than %(most)s standards."),
            "criteria": _("%(place)s: there are more than %(most)s criteria."),
        }
        return many.get(path[-1], _("%(place)s: there are more than %(most)s lines.")) % {"place": place, "most": most}
    if error.validator == "minItems":
        return _("%(place)s: there is no standard yet.") % {"place": place}
    return f"{place}: {sentences(error)[0]}"


def _contradictions(content):
    """What contradicts itself in content that looks right: a standard without criteria, a character that no page can carry."""
    paths = []

    def numbered(path):
        paths.append(tuple(path))
        return len(paths)

    try:
        judged(content, numbered)
    except PackageInvalid as error:
        return [(paths[one.line - 1], _contradiction(content, paths[one.line - 1], one.text)) for one in error.problems]
    return []


def _contradiction(content, path, said):
    place = place_of(content, path)
    match path:
        case ("standards", at) if not content["standards"][at].get("criteria"):
            return _("%(place)s: it has no criterion yet.") % {"place": place}
    return f"{place}: {said}"


def _rank(path):
    """The place of a path on the pages: the set, then each standard, then its criteria."""
    return tuple(one if isinstance(one, int) else ORDER.index(one) if one in ORDER else len(ORDER) for one in path)


def _page(draft, path):
    match path:
        case ("standards", place, "criteria", part, *_rest):
            return reverse("drafts:criterion", args=[draft.pk, place + 1, part + 1])
        case ("standards", place) if not draft.content["standards"][place].get("criteria"):
            return reverse("drafts:new_criterion", args=[draft.pk, place + 1])
        case ("standards", place, *_rest):
            return reverse("drafts:standard", args=[draft.pk, place + 1])
        case ("standards",):
            return reverse("drafts:new_standard", args=[draft.pk])
    return reverse("drafts:head", args=[draft.pk])
