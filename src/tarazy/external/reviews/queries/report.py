"""Reading the report: judgements beside the institution's own ratings, findings, corrections."""

from types import SimpleNamespace

from django.db.models import Prefetch

from tarazy.external.cases.queries import final_report, step_is_open
from tarazy.external.cases.rules import sides_of
from tarazy.external.cases.states import Side
from tarazy.external.reviews.models import FactualItem, Finding, Judgement, Report
from tarazy.ground.foundation.text import Text

KINDS = ("remark", "recommendation", "good_practice")


def report_of(case):
    """The case's report with those who signed it, or None before the panel is appointed."""
    return Report.objects.filter(case=case).select_related("signed_by__person", "document").first()


def judgements_of(report):
    """Judgements in the order of the standards, each with its findings and their criteria; two queries."""
    findings = Prefetch("findings", Finding.objects.select_related("criterion"))
    return list(report.judgements.select_related("standard", "edited_by__person").prefetch_related(findings))


def scale_of(case):
    """The rulebook's scale, best first: `key`, `name` in three languages, and `blocks`: how many of them are filled."""
    scale = case.values["scale"]
    return [SimpleNamespace(key=entry["key"], name=Text.of(entry["name"]), blocks=len(scale) - place) for place, entry in enumerate(scale)]


def own_ratings(case):
    """The institution's own rating of each standard, by number: the level nearest to the mean of its criteria's ratings."""
    submission = final_report(case)
    places = {entry["key"]: place for place, entry in enumerate(case.values["scale"])}
    own = {}
    for part in submission.content["standards"] if submission else ():
        rated = [places[one["rating"]] for one in part["criteria"] if one.get("rating") in places]
        if rated:
            own[part["number"]] = case.values["scale"][round(sum(rated) / len(rated))]["key"]
    return own


def reading_rows(case, report):
    """A row for each standard: judgement, its level and the institution's own as entries of the scale, findings by kind."""
    levels = {entry.key: entry for entry in scale_of(case)}
    own = own_ratings(case)
    return [
        SimpleNamespace(
            judgement=judgement,
            standard=judgement.standard,
            level=levels.get(judgement.level),
            own=levels.get(own.get(judgement.standard.number)),
            findings=sorted(judgement.findings.all(), key=lambda finding: (KINDS.index(finding.kind), finding.number)),
        )
        for judgement in judgements_of(report)
    ]


def figures(rows):
    """How many findings of each kind the report has: `{kind: count}`."""
    return {kind: sum(1 for row in rows for finding in row.findings if finding.kind == kind) for kind in KINDS}


LEFT, RIGHT, TOP, STEP = 256, 700, 58, 34


def chart(rows, scale):
    """Where the rings (own ratings) and dots (judgements) of the comparison stand, as numbers for an SVG."""
    width = (RIGHT - LEFT) / max(len(scale) - 1, 1)
    at = {entry.key: LEFT + (entry.blocks - 1) * width for entry in scale}
    lines = [
        SimpleNamespace(
            label=f"{row.standard.number}",
            y=TOP + STEP * n,
            own=_px(at.get(row.own.key)) if row.own else None,
            panel=_px(at.get(row.level.key)) if row.level else None,
            title=row.standard.title,
        )
        for n, row in enumerate(rows)
    ]
    grid = [SimpleNamespace(lines=_on_two_lines(entry.name), x=_px(at[entry.key])) for entry in scale]
    return SimpleNamespace(height=TOP + STEP * len(rows), lines=lines, grid=grid)


def _on_two_lines(name):
    """The name's first word and the rest, each with its height; a single word stands on the lower line."""
    parts = str(name).split(" ", 1)
    return list(zip(parts, (14, 29)[-len(parts) :], strict=True))


def _px(value):
    return f"{value:.1f}"


def items_of(case):
    """The items of the factual check with their standards and those who filed and answered them."""
    return list(FactualItem.objects.filter(case=case).select_related("standard", "filed_by__person", "answered_by__person").order_by("pk"))


def items_for(case, sides):
    """The items as these sides may see them: until they are sent, they are the institution's own notes."""
    if Side.INSTITUTION not in sides and step_is_open(case, "factual_check"):
        return []
    return items_of(case)


def editing_tree(case, report):
    """For the editor's tree: each judgement with `done` (a level and an analysis) and `count` of its findings."""
    judgements = judgements_of(report)
    for judgement in judgements:
        judgement.done = bool(judgement.level and judgement.analysis.strip())
        judgement.count = len(judgement.findings.all())
    return judgements


def judgement_called(report, number):
    """The judgement on the standard of this number, or None."""
    return Judgement.objects.filter(report=report, standard__number=number).select_related("standard", "report__case").first()


def context_evaluation_report(case, appointment):
    """What the chair sees before signing: which standards are judged. Outside the panel nobody does before it is signed."""
    report = report_of(case)
    seen = report and (report.signed_at or Side.PANEL in sides_of(appointment, case))
    return {"report": report, "rows": reading_rows(case, report) if seen else []}


def context_factual_check(case, appointment):
    """The items named so far."""
    return {"items": items_for(case, sides_of(appointment, case)), "report": report_of(case)}


context_factual_answers = context_factual_check
