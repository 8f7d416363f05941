"""Decided cases, row by row: a decision of the council, a signed report, and the acts of the registrar."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from tarazy.external.cases.models import Case
from tarazy.external.decisions.models import Decision, Question, Session
from tarazy.external.register import services
from tarazy.external.reviews.models import Finding, Judgement, Report
from tarazy.ground.documents.services import store_bytes
from tarazy.ground.workflow.models import Run
from tarazy.ground.workflow.plan import Act
from tests.factories import DAY, NOW, appoint, make_agency, make_institution, make_rulebook, make_standards

FROM, UNTIL = date(2026, 3, 3), date(2031, 3, 2)
PDF = b"%PDF-1.7 the report as it was published"
_serial = count(1)


@dataclass
class Scene:
    """One decided case with a signed report. `outcome` refused gives a decision without a term."""

    outcome: str = "accredited"
    kind: str = "institutional"
    level: str = "higher"
    name: Any = None
    region: str = "71"
    institution: Any = None
    agency: Any = None
    programmes: list = field(default_factory=list)
    grounds: str = ""

    def __post_init__(self):
        self.institution = self.institution or make_institution(self.level, name=self.name, region=self.region)
        self.agency = self.agency or make_agency()
        self.registrar = appoint("Айгүл Тіркеуші", self.agency, "registrar")
        self.case = self._case()
        self.decision = self._decision()
        self.report = self._report()

    def act(self, step, **data):
        """What the engine would hand to a recorder."""
        return Act(subject=self.case, step=step, round=1, outcome="done", by=self.registrar, now=NOW, today=DAY, data=data)

    def certify(self):
        """The registrar issues the certificate; gives it."""
        services.issue_certificate(self.act("certificate", signatory="Нурлан Ахметов", post="Директор"))
        return self.decision.certificate

    def publish(self):
        """The registrar publishes; gives the entry."""
        services.publish(self.act("publication"))
        return self.decision.entry

    def published(self):
        """Certificate and publication; gives the entry."""
        if self.outcome != "refused":
            self.certify()
        return self.publish()

    def _case(self):
        run = Run.objects.create(plan_key="higher_2026", started_on=DAY)
        case = Case.objects.create(
            number=f"2026-{next(_serial):05d}",
            institution=self.institution,
            agency=self.agency,
            edition="higher_2026",
            kind=self.kind,
            rulebook=make_rulebook(self.agency),
            standards=make_standards(self.institution.level),
            run=run,
            opened_on=DAY,
        )
        case.programmes.set(self.programmes)
        return case

    def _decision(self):
        session = Session.objects.create(agency=self.agency, number=next(_serial), held_on=DAY)
        question = Question.objects.create(session=session, case=self.case, position=1, opened_at=NOW, closed_at=NOW)
        term = {} if self.outcome == "refused" else {"valid_from": FROM, "valid_until": UNTIL}
        return Decision.objects.create(
            case=self.case,
            question=question,
            outcome=self.outcome,
            differs=bool(self.grounds),
            grounds=self.grounds,
            decided_on=DAY,
            tally={},
            signed_by=self.registrar,
            **term,
        )

    def _report(self):
        version = store_bytes(PDF, name="report.pdf", title="Report", by=self.registrar, now=NOW, language="ru")
        report = Report.objects.create(case=self.case, language="ru", signed_at=NOW, signed_by=self.registrar, document=version.document)
        for standard, level in zip(self.case.standards.standards.all(), ("full", "partial"), strict=True):
            judgement = Judgement.objects.create(report=report, standard=standard, level=level, analysis=f"Анализ {standard.number}")
            Finding.objects.create(judgement=judgement, kind="recommendation", number=1, text=f"Рекомендация {standard.number}")
        return report
