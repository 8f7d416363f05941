"""Reading seminars."""

from django.db.models import Sum

from tarazy.external.seminars.models import Gathering


def seminars_of(agency_id):
    """The agency's seminars, newest first, each with `came_in_person` and `came_online`, people in all."""
    seminars = Gathering.objects.filter(agency=agency_id, kind=Gathering.Kind.SEMINAR)
    counted = seminars.annotate(came_in_person=Sum("attendance__in_person"), came_online=Sum("attendance__online"))
    return counted.prefetch_related("attendance__institution", "regions", "cases__institution")
