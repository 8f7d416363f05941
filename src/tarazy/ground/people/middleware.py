"""In which appointment the reader acts."""

from tarazy.ground.foundation import clock
from tarazy.ground.people.queries import acting_appointment

CHOSEN = "acting"


class ActingMiddleware:
    """Sets `request.acting`: the chosen appointment in force today, else the person's first one, else None."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Attach the appointment."""
        request.acting = _acting(request)
        return self.get_response(request)


def _acting(request):
    if not request.user.is_authenticated:
        return None
    return acting_appointment(request.user, chosen=request.session.get(CHOSEN), day=clock.today())
