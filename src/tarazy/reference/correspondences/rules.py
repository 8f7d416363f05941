"""Who reviews correspondences."""

REVIEWERS = ("ministry_officer", "agency_head")


def may_review(appointment):
    """Whether this appointment confirms correspondences and answers disputes of them."""
    return appointment is not None and appointment.role in REVIEWERS
