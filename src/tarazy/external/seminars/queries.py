"""Reading seminars."""

from django.db.models import Sum

from tarazy.external.seminars.models import Gathering


def seminars_of(agency_id):
    """The agency's seminars, newest first, each with `came_in_person` and `came_online`, people in all."""
    seminars = Gathering.objects.filter(agency=agency_id, kind=Gathering.Kind.SEMINAR)
    counted = seminars.annotate(came_in_person=Sum("attendance__in_person"), came_online=Sum("attendance__online"))
    # Sums are grouped, and a grouped query leaves out the order of the model.
    return counted.order_by("-held_on", "-pk").prefetch_related("attendance__institution", "regions", "cases__institution")
