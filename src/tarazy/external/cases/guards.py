"""What must hold before a step of the agreement or of the report may be taken. Each refusal is a sentence."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarazy.external.cases.states import Kind
from tarazy.ground.foundation.errors import Refusal
from tarazy.internal.selfassessment.queries import unanswered_count

# The fields of study whose programme accreditation needs full membership in a profile network (R223): by the first
# digits of the programme code.
PROFILE_NETWORKS = {"6B10": "WFME", "7M10": "WFME", "8D10": "WFME", "7R": "WFME", "6B07": "ENAEE", "7M07": "ENAEE", "8D07": "ENAEE"}


def agency_is_in_the_register(case, today):
    """Only recognised bodies accredit: those with a number in the register of the authorised body (R134; R063, R101)."""
    if case.agency.register_number:
        return None
    return Refusal(
        _(
            "The number of the agency in the register of recognised accreditation bodies is not recorded, so it cannot accept "
            "applications yet. Ask those who run the platform to record it: tarazy manage change_agency, --register-number."
        )
    )


def agency_works_at_this_level(case, today):
    """The agency accepts only what its profile covers (R222)."""
    if case.institution.level in case.agency.levels:
        return None
    return Refusal(_("The agency does not accredit organisations of this level."))


def agency_belongs_to_the_profile_network(case, today):
    """Programme accreditation in medicine or engineering asks for full membership in the profile network (R223)."""
    if case.kind != Kind.PROGRAMME:
        return None
    codes = case.programmes.values_list("code", flat=True)
    asked = {network for code in codes for prefix, network in PROFILE_NETWORKS.items() if code.startswith(prefix)}
    missing = sorted(asked - set(case.agency.networks))
    if not missing:
        return None
    return Refusal(_("Full membership in %(networks)s is needed to accredit these programmes.") % {"networks": ", ".join(missing)})


def report_is_complete(case, today):
    """Every criterion has a rating and a text (R237)."""
    missing = unanswered_count(case.selfassessment)
    if not missing:
        return None
    sentence = ngettext(
        "%(count)s criterion has no rating or no text yet.", "%(count)s criteria have no rating or no text yet.", missing
    ) % {"count": missing}
    return Refusal(sentence, reverse("selfassessment:edit", args=[case.selfassessment_id]))
