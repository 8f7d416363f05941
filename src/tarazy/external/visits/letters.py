"""What the order of appointment says, as data for typesetting."""

from django.utils import translation
from django.utils.translation import gettext as _

from tarazy.external.reviews.letters import member
from tarazy.ground.ui.dates import day as written


def appointment_order(case, seats, *, number, by, today, language):
    """The order in `language`: whom it appoints to which seat, and the days of the visit (R241, facts B1)."""
    with translation.override(language):
        visit = _("The panel visits the organisation from %(first)s to %(last)s.") % {
            "first": written(case.visit_first_day),
            "last": written(case.visit_last_day),
        }
        return {
            "title": _("Order on the appointment of the expert panel"),
            "number": number,
            "date": written(today),
            "sender": case.agency.name.said_in(language)[0],
            "blocks": [
                {"facts": [[_("Organisation"), case.institution.name.said_in(language)[0]], [_("Case"), case.number]]},
                {
                    "heading": _("The panel"),
                    "table": {"head": [_("Seat"), _("Expert"), _("Place of work")], "rows": [member(seat) for seat in seats]},
                },
                {"heading": _("The visit"), "paragraphs": [visit]},
            ],
            "signatures": [{"name": by.person.name, "post": case.agency.name.said_in(language)[0], "note": ""}],
            "demo": case.is_demonstration,
        }
