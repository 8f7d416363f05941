"""The standards of a self-assessment with the state of every criterion, as the editor's left side shows them."""

from dataclasses import dataclass, field
from typing import Any

from tarazy.internal.selfassessment.states import DONE


@dataclass(slots=True)
class Branch:
    """One standard with its answers in order; each answer carries `state` and `pieces` (how much evidence it cites)."""

    standard: Any
    answers: list = field(default_factory=list)

    @property
    def total(self):
        """How many criteria it has."""
        return len(self.answers)

    @property
    def done(self):
        """How many of them have a rating and a text."""
        return sum(answer.state == DONE for answer in self.answers)

    @property
    def pieces(self):
        """How many pieces of evidence are cited, counted for each criterion."""
        return sum(answer.pieces for answer in self.answers)

    @property
    def entrance(self):
        """The answer that a link to the standard opens: the first one that is not done, else the first."""
        return next((answer for answer in self.answers if answer.state != DONE), self.answers[0])

    @property
    def last_edited(self):
        """The answer that was edited last; None when none was."""
        edited = [answer for answer in self.answers if answer.edited_at]
        return max(edited, key=lambda answer: answer.edited_at, default=None)


@dataclass(slots=True)
class Tree:
    """All standards of a self-assessment."""

    branches: list

    @property
    def answers(self):
        """Every answer, in order."""
        return [answer for branch in self.branches for answer in branch.answers]

    @property
    def total(self):
        """How many criteria there are."""
        return sum(branch.total for branch in self.branches)

    @property
    def done(self):
        """How many have a rating and a text."""
        return sum(branch.done for branch in self.branches)

    @property
    def pieces(self):
        """How many pieces of evidence are cited, counted for each criterion."""
        return sum(branch.pieces for branch in self.branches)

    @property
    def entrance(self):
        """Where to begin: the first answer that is not done, else the first; None in an empty set."""
        answers = self.answers
        return next((answer for answer in answers if answer.state != DONE), answers[0] if answers else None)

    def find(self, standard, number):
        """The branch and the answer at this address; `(None, None)` where there is none."""
        for branch in self.branches:
            for answer in branch.answers:
                if (branch.standard.number, answer.criterion.number) == (standard, number):
                    return branch, answer
        return None, None

    def around(self, answer):
        """The answers before and after this one, None at either end."""
        answers = self.answers
        place = answers.index(answer)
        return (answers[place - 1] if place else None), next(iter(answers[place + 1 :]), None)
