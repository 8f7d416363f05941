"""In whose place a set stands: new cases of an agency are judged by one set, so one of its sets stands in the place of another."""

from django.db import connection
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import Refusal
from tarazy.reference.drafts.models import Draft
from tarazy.reference.standards.models import StandardsSet


def second_in_place(agency, *, key, replaces, beside_drafts=False):
    """Why this set of the agency cannot stand in the place of `replaces`: another one does, from its day on and for good.

    With `beside_drafts` a draft that is to stand there counts too. None where nothing is in the way. From here to the end of
    the transaction nobody else of the agency takes that place.
    """
    if not replaces:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 3))", [f"{agency.pk} {replaces}"])
    published = StandardsSet.objects.filter(agency=agency, replaces=replaces, is_latest=True).exclude(key=key).first()
    if published is not None:
        said = _(
            "For new cases of your agency “%(title)s” (%(first)s) stands in place of “%(key)s” already, and two sets cannot judge "
            "the same case. Put what you want to change into its next version, or begin a copy that stands beside it."
        )
        return Refusal(said % {"title": published.title, "first": published.key, "key": replaces}, published.get_absolute_url())
    draft = Draft.objects.filter(agency=agency, replaces=replaces, published=None).exclude(key=key).first() if beside_drafts else None
    if draft is None:
        return None
    said = _(
        "The draft “%(title)s” (%(first)s) is to stand in place of “%(key)s” already, and two sets cannot judge the same case. "
        "Change that draft, or begin a copy that stands beside it."
    )
    return Refusal(said % {"title": draft.title, "first": draft.key, "key": replaces}, draft.get_absolute_url())
