"""Beginning a draft and changing it."""

import re

from django.db import connection, transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal import services as journal
from tarazy.reference.drafts.content import numbered
from tarazy.reference.drafts.models import Draft
from tarazy.reference.drafts.queries import next_version, why_fixed
from tarazy.reference.drafts.rules import may_edit
from tarazy.reference.drafts.services.standing import second_in_place
from tarazy.reference.standards import sheet
from tarazy.reference.standards.models import StandardsSet
from tarazy.reference.standards.package import parse
from tarazy.reference.standards.queries import package_from

KEY = re.compile(r"[a-z][a-z0-9_]{1,59}")
ADDRESSES = ("find", "correspondences")  # pages of the library, where the page of a set of that name would stand


@transaction.atomic
def copy_set(chosen, *, agency, key="", replaces=False, by, now, today):
    """Begin a draft from a set: the agency's own one anew, or any other under a key of the agency.

    `replaces` says that its published version judges the agency's new cases in place of the set that it was copied from.
    Raises `NotYours`, or `Refused` for a key that is not free or is not written as keys are, and where another set or draft
    of the agency stands in that place.
    """
    own = chosen.agency_id == agency.pk
    content = package_from(chosen).content
    if not own:
        content = {**content, "key": key, "owner": owner_key(agency)}
        if chosen.kind == "frame":
            raise Refused(_("An international framework is there for comparison; copy a set of standards."))
    instead = chosen.replaces if own else chosen.key if replaces else ""
    return _begin(content, agency=agency, base=chosen, replaces=instead, by=by, now=now, today=today)


@transaction.atomic
def import_package(source, *, name, agency, by, now, today):
    """Begin a draft from a file (YAML, JSON or Excel by its name); its key must be the agency's or free.

    Raises `PackageInvalid` with lines for a file that is not a package, `NotYours`, `Refused` for a key that is not free.
    """
    package = sheet.parsed(source) if name.lower().endswith(".xlsx") else parse(source)
    content = {**package.content, "owner": owner_key(agency)}
    newest = StandardsSet.objects.filter(key=content["key"], is_latest=True).first()
    return _begin(content, agency=agency, base=newest, replaces=newest.replaces if newest else "", by=by, now=now, today=today)


@transaction.atomic
def change(draft, content, *, seen, by, now, today):
    """The draft with other content; `seen` is the revision that the writer began from. The same content again changes nothing.

    No content at all is what a page makes of a draft in which its place is gone.
    Raises `NotYours`, `Refused` for a draft that is published or out for comment, `Stale` where somebody changed it meanwhile.
    """
    found = _open(draft, by)
    if found.content == content:
        return found
    _refuse_out(found, today)
    if content is None or found.revision != seen:
        said = _("%(name)s changed the draft after you opened this page. Copy what you wrote, open the page again, and put it in.")
        raise Stale(said % {"name": found.changed_by.person.name})
    found.content, found.revision, found.changed_by, found.changed_at = content, found.revision + 1, by, now
    found.save(update_fields=["content", "revision", "changed_by", "changed_at"])
    return found


@transaction.atomic
def throw_away(draft, *, by, now, today):
    """The draft is gone, unless the public comments on it or has done so. One that is gone already is thrown away no more."""
    if not Draft.objects.select_for_update().filter(pk=draft.pk).exists():
        return
    found = _open(draft, by)
    if found.comments.exists():
        raise Refused(_("The public has commented on this draft; comments are kept, so the draft is too."))
    _refuse_out(found, today)
    _write(found, "drafts.thrown_away", by, now)
    found.delete()


def owner_key(agency):
    """How packages name the agency as owner: its acronym in small Latin letters, its number where it has none."""
    latin = re.sub(r"[^a-z0-9]", "", agency.acronym.lower())
    return latin if KEY.fullmatch(latin) else f"agency_{agency.pk}"


def _begin(content, *, agency, base, replaces, by, now, today):
    if not may_edit(by, agency):
        raise NotYours(_("Only the agency’s head and its coordinators write its standards."))
    key = content["key"]
    if not KEY.fullmatch(key):
        raise Refused(_("Write the short name in small Latin letters, digits and underscores, beginning with a letter."))
    if key in ADDRESSES:
        raise Refused(_("“%(key)s” is a page of the library. Choose another short name.") % {"key": key})
    if StandardsSet.objects.filter(key=key).exclude(agency=agency).exists():
        raise Refused(_("“%(key)s” names a set of somebody else. Choose another short name.") % {"key": key})
    with connection.cursor() as cursor:  # one draft of a set at a time, whoever presses the button twice
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 2))", [key])
    if Draft.objects.filter(key=key, published=None).exists():
        raise Refused(_("A draft of “%(key)s” is being written already.") % {"key": key})
    if taken := second_in_place(agency, key=key, replaces=replaces, beside_drafts=True):
        raise Refused(taken)
    content = numbered({**content, "version": next_version(key, today)})
    made = Draft.objects.create(
        agency=agency, key=key, content=content, base=base, replaces=replaces, begun_by=by, begun_at=now, changed_by=by, changed_at=now
    )
    _write(made, "drafts.begun", by, now)
    return made


def _open(draft, by):
    found = Draft.objects.select_for_update().get(pk=draft.pk)
    if not may_edit(by, found.agency):
        raise NotYours(_("Only the agency’s head and its coordinators write its standards."))
    if found.published_id:
        raise Refused(_("This draft is published. Begin a new one from the published set."))
    return found


def _refuse_out(draft, today):
    """What people comment on stays as it is until nobody can comment any more."""
    if reason := why_fixed(draft, today):
        raise Refused(reason)


def _write(draft, verb, by, now):
    journal.write(subject=f"draft:{draft.pk}", verb=verb, by=by, now=now, after={"key": draft.key}, audience=["agency"])
