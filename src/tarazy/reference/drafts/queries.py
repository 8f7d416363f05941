"""Reading drafts and comments."""

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import Refusal
from tarazy.ground.foundation.text import Text
from tarazy.ground.ui.dates import day
from tarazy.reference.drafts.content import texts_of
from tarazy.reference.drafts.models import Comment, Draft
from tarazy.reference.standards.models import Criterion, StandardsSet
from tarazy.reference.standards.package import order
from tarazy.reference.standards.queries import set_in_version


def drafts_of(agency):
    """The agency's drafts, the last changed first, with the number of comments that wait for an answer."""
    waiting = Count("comments", filter=Q(comments__answered_at=None))
    return Draft.objects.filter(agency=agency).select_related("published", "changed_by__person").annotate(waiting=waiting)


def sets_of(agency):
    """The newest versions of the agency's own sets."""
    return StandardsSet.objects.filter(agency=agency, is_latest=True)


def put_out(today):
    """Drafts that the public may comment on today."""
    return Draft.objects.filter(published=None, comments_from__lte=today, comments_until__gte=today).select_related("agency")


def why_fixed(draft, today):
    """Why the draft cannot be changed today, with who can open it again and when it opens by itself; None where it can be."""
    if not draft.takes_comments(today):
        return None
    said = _(
        "Everybody may comment on this draft until %(day)s, that day included. Meanwhile its text stays as it is, so that comments "
        "speak of what people read. It can be changed after that day, or as soon as the head of the agency closes the comments."
    )
    return Refusal(said % {"day": day(draft.comments_until)}, reverse("drafts:put_out", args=[draft.pk]))


def before_of(draft):
    """The set beside which the draft is read: the newest version of its own set, or what it was copied from; None for neither."""
    return draft.base if draft.published_id else set_in_version(draft.key) or draft.base


def next_version(key, today):
    """The version that a publication today would have: the year and the next number in it."""
    known = [order(one) for one in StandardsSet.objects.filter(key=key).values_list("version", flat=True)]
    number = max((version[1] for version in known if version[0] == today.year and len(version) > 1), default=0) + 1
    return f"{today.year}.{number}"


def shown_comments(draft):
    """The comments that everybody may read: those made with an account, and those that were answered."""
    shown = Q(appointment__isnull=False) | Q(answered_at__isnull=False)
    return Comment.objects.filter(shown, draft=draft).select_related("answered_by__person")


def remarks_of(draft):
    """The shown comments by the number under which the words that they were made on stand now, wherever these moved.

    With them, as `(comment, words)`, the comments on words that the draft no longer has.
    """
    texts = {number: Text.of(text) for number, text in texts_of(draft.content)}
    numbers = {text: number for number, text in texts.items()}
    there: dict[str, list] = {}
    earlier = []
    for one in shown_comments(draft):
        words = Text.of(one.said_of)
        number = one.number if texts.get(one.number) == words else numbers.get(words)
        if number is None:
            earlier.append((one, words))
        else:
            there.setdefault(number, []).append(one)
    return there, earlier


def all_comments(draft):
    """Every comment, those that wait for an answer first, as the agency reads them."""
    return draft.comments.select_related("answered_by__person").order_by(F("answered_at").asc(nulls_first=True), "pk")


def criteria_of(standard):
    """The criteria of a draft's standard as the library shows them; nothing is stored."""
    names = ("number", "source", "evidence", "questions", "strength", "risk")
    return [
        Criterion(
            text=Text.of(one.get("text")),
            look_at=Text.of(one.get("look_at")),
            **{name: one.get(name) or ([] if name not in ("number", "source") else "") for name in names},
        )
        for one in standard.get("criteria", ())
    ]
