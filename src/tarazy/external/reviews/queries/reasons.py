"""What speaks for an expert and what against, in sentences."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarazy.external.experts.states import BACKGROUNDS, languages_of
from tarazy.ground.foundation.errors import Refusal
from tarazy.ground.ui.dates import day as written


def why(candidate):
    """What speaks for a candidate, as a list of short sentences."""
    said = [str(BACKGROUNDS[candidate.background])]
    if candidate.certified_until:
        said.append(_("certified until %(day)s") % {"day": written(candidate.certified_until)})
    if candidate.languages:
        said.append(_("reads: %(languages)s") % {"languages": ", ".join(languages_of(candidate.languages))})
    return said


def why_not(candidate):
    """Every reason why a candidate of `candidates_of` cannot sit on the panel, as refusals that lead to the expert."""
    url = reverse("experts:expert", args=[candidate.pk])
    name = candidate.appointment.person.name
    reasons = (
        (candidate.sits, _("%(name)s sits on this panel already.")),
        (candidate.gone, _("%(name)s left this panel over a conflict of interest.")),
        (not candidate.certified, _("%(name)s has no certificate that is valid on the days of the visit.")),
        (not candidate.of_level, _("%(name)s is not an expert of this level of education.")),
        (candidate.works_there, _("%(name)s works at the institution.")),
        (candidate.has_interest, _("%(name)s declared an interest in the institution.")),
        (candidate.holds_office and not candidate.works_there, _("%(name)s has held an appointment at the institution.")),
    )
    return [Refusal(sentence % {"name": name}, url) for holds, sentence in reasons if holds]


def load(count):
    """On how many panels of running cases an expert sits, in words."""
    return ngettext("%(n)s running case", "%(n)s running cases", count) % {"n": count}
