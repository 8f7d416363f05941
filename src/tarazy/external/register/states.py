"""The words that a certificate and a published decision are described with."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tarazy.external.register.status import EXPIRED, NOT_YET, SUSPENDED, VALID, WITHDRAWN

REFUSED = "refused"
# What a published decision is worth on a day: that of its certificate, or a refusal, which has none.
STATES = {
    VALID: pgettext_lazy("certificate", "In force"),
    SUSPENDED: pgettext_lazy("certificate", "Suspended"),
    WITHDRAWN: pgettext_lazy("certificate", "Withdrawn"),
    EXPIRED: pgettext_lazy("certificate", "Expired"),
    NOT_YET: pgettext_lazy("certificate", "Not yet in force"),
    REFUSED: _("Accreditation refused"),
}
# The colour and the shape of each state (`ui/badge.html`).
BADGES = {VALID: "good", SUSPENDED: "stop", WITHDRAWN: "stop", EXPIRED: "skipped", NOT_YET: "later", REFUSED: "stop"}
CONDITIONAL_BADGE = "warn"
KINDS = {
    "institutional": _("Institutional accreditation"),
    "programme": _("Programme accreditation"),
    "certification": _("Certification"),
}
CHANGES = {
    SUSPENDED: _("The certificate was suspended"),
    "resumed": _("The suspension was lifted"),
    WITHDRAWN: _("The certificate was withdrawn"),
}
# What the head of the agency may order, and what happens then.
ORDERS = {
    SUSPENDED: _("Suspend the certificate"),
    "resumed": _("Lift the suspension"),
    WITHDRAWN: _("Withdraw the certificate for good"),
}
CONSEQUENCES = {
    SUSPENDED: _(
        "From today on the register and the check of certificates say that the certificate is suspended, together with your grounds. "
        "The institution goes on owing its reports. The suspension is lifted here, or when the next interim report is confirmed."
    ),
    "resumed": _(
        "From today on the register and the check of certificates say again that the certificate is in force. "
        "The suspension and the grounds of both stay published."
    ),
    WITHDRAWN: _(
        "From today on the register and the check of certificates say that the certificate is withdrawn, together with your grounds. "
        "The institution owes no further reports and can no longer renew. This cannot be undone: the way back is a new application."
    ),
}
# Which change makes sense in which state.
CHANGED_FROM = {
    SUSPENDED: frozenset({VALID, NOT_YET}),
    "resumed": frozenset({SUSPENDED}),
    WITHDRAWN: frozenset({VALID, NOT_YET, SUSPENDED}),
}
