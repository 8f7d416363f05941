"""An organisation's public page: what was decided, what the panel saw, what is being done about it, what happened when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from tarazy.external.register import followup, qr
from tarazy.external.register.models import Entry
from tarazy.external.register.queries.standing import Standing, granted, standing
from tarazy.external.register.states import CHANGES, KINDS
from tarazy.external.reviews.models import Finding, Judgement
from tarazy.ground.foundation.text import Text


@dataclass(frozen=True, slots=True)
class Story:
    """Something that happened on a day; `grounds` are the words given for it."""

    day: date
    words: Any
    grounds: str = ""
    url: Any = ""


@dataclass(frozen=True, slots=True)
class Direction:
    """A standard with the panel's judgement: its place on the scale from the best, and the first words of the analysis."""

    standard: Any
    level: int
    of: int
    name: Text
    analysis: str


def published_entries(bin: str) -> QuerySet[Entry]:  # noqa: A002 (the number's own name)
    """The published decisions on the organisation with this BIN, the newest first."""
    return Entry.objects.filter(institution__bin=bin).to_show().prefetch_related("report__versions")


def organisation_page(entries: list[Entry], *, on: date) -> dict[str, Any]:
    """What the page shows of an organisation with at least one published decision: nine queries at most."""
    institution = entries[0].institution
    lines = [(entry, standing(entry, on), KINDS[entry.kind]) for entry in entries]
    lead = _headline(lines)
    return {
        "institution": institution,
        "lines": lines,
        "lead": lead,
        "demonstration": institution.is_demonstration or any(entry.decision.case.is_demonstration for entry in entries),
        "code": qr.drawn(qr.address(lead[0].certificate)) if lead[0].certificate else None,
        "links": public_links(institution),
        "story": sorted(_story(entries), key=lambda story: story.day, reverse=True),
        **report_of(lead[0], on=on),
    }


def report_of(entry: Entry, *, on: date) -> dict[str, Any]:
    """What the panel saw by standard, what it recommends, and what rooms above say is being done about it."""
    case = entry.decision.case
    findings = Finding.objects.filter(kind=Finding.Kind.RECOMMENDATION).order_by("number")
    judgements = Judgement.objects.filter(report__case=case).select_related("standard", "report")
    told = list(judgements.prefetch_related(Prefetch("findings", queryset=findings)))
    scale = case.rulebook.values["scale"]
    known = {level["key"] for level in scale}
    recommended = [finding for judgement in told for finding in judgement.findings.all()]
    answers = followup.told([finding.pk for finding in recommended], on=on)
    return {
        "directions": [_direction(judgement, scale) for judgement in told if judgement.level in known],
        "recommendations": [(finding, answers.get(finding.pk)) for finding in recommended],
        "done": sum(1 for answer in answers.values() if answer.state == "done"),
        "report_language": told[0].report.language if told else "",
    }


def public_links(institution: Any) -> list[tuple[Text, str]]:
    """What the organisation shows of itself elsewhere (R276); only addresses of the web are links."""
    links = [(Text.of(link.get("title")), str(link.get("url", ""))) for link in institution.public_links]
    return [(title, url) for title, url in links if title and urlsplit(url).scheme in ("http", "https")]


def _headline(lines: list[tuple[Entry, Standing, Any]]) -> tuple[Entry, Standing, Any]:
    """The decision that a parent asks for first: on the whole organisation before programmes, in force before ended."""
    order = {"valid": 0, "suspended": 1, "withdrawn": 2, "not_yet": 3, "refused": 4, "expired": 5}
    newest_of_kind = {entry.kind: (entry, state, kind) for entry, state, kind in reversed(lines)}
    candidates = [line for line in lines if line[1].state == "valid" or line in newest_of_kind.values()]
    return min(candidates, key=lambda line: (line[0].kind == "programme", order[line[1].state]))


def _direction(judgement: Judgement, scale: list[dict[str, Any]]) -> Direction:
    keys = [level["key"] for level in scale]
    place = keys.index(judgement.level)
    analysis = judgement.analysis.strip().split("\n")[0]
    return Direction(judgement.standard, len(keys) - place, len(keys), Text.of(scale[place]["name"]), analysis)


def _story(entries: Iterable[Entry]) -> Iterable[Story]:
    for entry in entries:
        url = entry.get_absolute_url()
        words = _("%(kind)s, decision of the council: %(outcome)s.") % {"kind": KINDS[entry.kind], "outcome": granted(entry)}
        yield Story(entry.decided_on, words, url=url)
        if visited := entry.decision.case.visit_first_day:
            yield Story(visited, _("%(kind)s: experts visited the organisation.") % {"kind": KINDS[entry.kind]})
        for change in entry.certificate.changes.all() if entry.certificate else ():
            yield Story(change.day, CHANGES[change.kind], change.grounds, url)
