"""The content of a draft as a thing to change: standards and criteria put in, taken out, moved, renumbered by their place.

All functions give new content and leave the old one as it is. Places count from 1.
"""

from copy import deepcopy

from tarazy.ground.foundation.text import Text

NOTHING = Text().as_dict()


def numbered(content):
    """The content with every number as its place asks; the letter or part before the first number stays.

    One criterion makes it a set with criteria: a standard that has none is then what is missing, not all the others.
    """
    content = deepcopy(content)
    standards = content["standards"]
    first = standards[0]["number"] if standards else "1"
    before = first.rstrip("0123456789")
    for place, standard in enumerate(standards, start=1):
        standard["number"] = f"{before}{place}"
        for part, criterion in enumerate(standard.get("criteria", ()), start=1):
            criterion["number"] = f"{before}{place}.{part}"
        if not standard.get("criteria"):
            standard.pop("criteria", None)
    content["complete"] = any("criteria" in standard for standard in standards)
    return content


def with_standard(content, standard, place=None):
    """One more standard at the end, or the one at `place` changed; its criteria stay."""
    content = deepcopy(content)
    if place is None:
        content["standards"].append({"number": "", **standard})
    else:
        content["standards"][place - 1].update(standard)
    return numbered(content)


def with_criterion(content, place, criterion, part=None):
    """One more criterion at the end of the standard at `place`, or its criterion at `part` in other words."""
    content = deepcopy(content)
    criteria = content["standards"][place - 1].setdefault("criteria", [])
    if part is None:
        criteria.append({"number": "", **criterion})
    else:
        criteria[part - 1] = {"number": "", **criterion}
    return numbered(content)


def without(content, place, part=None):
    """The content without a standard, or without one of its criteria."""
    content = deepcopy(content)
    if part is None:
        del content["standards"][place - 1]
    else:
        del content["standards"][place - 1]["criteria"][part - 1]
    return numbered(content)


def moved(content, place, part=None, *, up):
    """The standard, or the criterion, one place up or down; at the edge it stays."""
    content = deepcopy(content)
    row, at = (content["standards"], place - 1) if part is None else (content["standards"][place - 1]["criteria"], part - 1)
    other = at - 1 if up else at + 1
    if 0 <= other < len(row):
        row[at], row[other] = row[other], row[at]
    return numbered(content)


def standard_at(content, place):
    """The standard at this place; None where there is none."""
    return content["standards"][place - 1] if 1 <= place <= len(content["standards"]) else None


def criterion_at(content, place, part):
    """The criterion at this place of the standard; None where there is none."""
    criteria = (standard_at(content, place) or {}).get("criteria", ())
    return criteria[part - 1] if 1 <= part <= len(criteria) else None


def said_under(content, number):
    """The title or text that stands under this number; None where nothing does."""
    return dict(texts_of(content)).get(number)


def texts_of(content):
    """What can be commented on: `(number, title or text)` of every standard and criterion, in order."""
    for standard in content["standards"]:
        yield standard["number"], standard["title"]
        for criterion in standard.get("criteria", ()):
            yield criterion["number"], criterion["text"]
