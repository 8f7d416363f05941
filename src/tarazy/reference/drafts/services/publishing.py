"""Putting a draft out for public comment, and publishing it as a version."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal import services as journal
from tarazy.reference.drafts.gaps import gaps_in
from tarazy.reference.drafts.models import Draft
from tarazy.reference.drafts.rules import may_publish
from tarazy.reference.drafts.services.standing import second_in_place
from tarazy.reference.standards.package import judged, order
from tarazy.reference.standards.queries import set_in_version
from tarazy.reference.standards.services import Publication, load_package


@transaction.atomic
def put_out(draft, *, until, by, now, today):
    """The public may read the draft and comment on each criterion from today until that day, included.

    Raises `NotYours`, `Refused` for a day that is past or a draft with problems.
    """
    found = _headed(draft, by)
    if until < today:
        raise Refused(_("The last day for comments is past. Choose today or a later day."))
    if gaps_in(found):
        raise Refused(_("The draft is not whole yet; the public would comment on gaps."))
    found.comments_from, found.comments_until = found.comments_from or today, until
    found.save(update_fields=["comments_from", "comments_until"])
    after = {"key": found.key, "until": until.isoformat()}
    journal.write(subject=f"draft:{found.pk}", verb="drafts.opened", by=by, now=now, after=after, audience=["public"])
    return found


@transaction.atomic
def close_comments(draft, *, by, now, today):
    """No more comments from now on; those that were made stay readable. A second time it changes nothing."""
    found = _headed(draft, by)
    if not found.takes_comments(today):
        return found
    yesterday = today - timedelta(days=1)
    found.comments_from, found.comments_until = min(found.comments_from, yesterday), yesterday
    found.save(update_fields=["comments_from", "comments_until"])
    journal.write(subject=f"draft:{found.pk}", verb="drafts.closed", by=by, now=now, after={"key": found.key}, audience=["public"])
    return found


@transaction.atomic
def publish(draft, *, version, in_force_from, previous_until, seen, by, now, today):
    """The draft becomes a version of its set. It holds from a day that is not past; the version before stays usable until its day.

    A second press of the button gives the set that it became. Raises `NotYours`; `Stale` where the draft was changed after
    the page was opened; `Refused` with every problem of the draft, for an unanswered comment, for a version that is not newer,
    for days that do not fit, where another set of the agency stands in the same place.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.published_id and may_publish(by, locked.agency):
        return locked.published
    found = _headed(draft, by)
    if found.revision != seen:
        raise Stale(_("The draft was changed after you opened this page. Look at what changed, then publish."))
    _refuse_unready(found, version, in_force_from, previous_until, today)
    package = judged({**found.content, "version": version}, lambda _path: "")
    publication = Publication(found.agency, found.replaces, in_force_from, previous_until)
    loaded = load_package(package, now=now, by=by, publication=publication)
    found.published, found.content = loaded.set, package.content
    found.save(update_fields=["published", "content"])
    after = {"key": found.key, "version": version}
    journal.write(subject=f"draft:{found.pk}", verb="drafts.published", by=by, now=now, after=after, audience=["public"])
    return loaded.set


def _refuse_unready(draft, version, in_force_from, previous_until, today):
    reasons: list = gaps_in(draft)
    waiting = draft.comments.filter(answered_at=None).count()
    if waiting:
        reasons.append(_("Comments that wait for an answer: %(count)s. Answer them first.") % {"count": waiting})
    if draft.takes_comments(today):
        reasons.append(_("The public may still comment. Close the comments, or wait for their last day."))
    newest = set_in_version(draft.key)
    if newest is not None and newest.agency_id != draft.agency_id:
        reasons.append(_("“%(key)s” names a set of somebody else. Choose another short name.") % {"key": draft.key})
    elif newest is not None and order(version) <= order(newest.version):
        reasons.append(_("Version %(version)s is in the library; a new one needs a higher number.") % {"version": newest.version})
    if taken := second_in_place(draft.agency, key=draft.key, replaces=draft.replaces):
        reasons.append(taken)
    reasons += _unfit_days(in_force_from, previous_until, today)
    if reasons:
        raise Refused(*reasons)


def _unfit_days(in_force_from, previous_until, today):
    if in_force_from < today:
        yield _("A version cannot hold from a day that is past.")
    if previous_until is not None and previous_until < in_force_from:
        yield _("The version before is usable at least until the new one holds.")


def _headed(draft, by):
    found = Draft.objects.select_for_update().get(pk=draft.pk)
    if not may_publish(by, found.agency):
        raise NotYours(_("Only the head of the agency publishes its standards and puts them out for comment."))
    if found.published_id:
        raise Refused(_("This draft is published. Begin a new one from the published set."))
    return found
