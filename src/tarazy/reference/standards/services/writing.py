"""Writing packages that were read into the library, many at once: what a query tells of one it tells of all."""

from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from tarazy.ground.foundation.copying import copy_lines, new_keys
from tarazy.ground.foundation.errors import Refused
from tarazy.ground.journal import services as journal
from tarazy.reference.standards.models import Criterion, Standard, StandardsSet
from tarazy.reference.standards.package import order
from tarazy.reference.standards.services.reading import CRITERION, STANDARD


@dataclass(frozen=True, slots=True)
class Loaded:
    """The set, and whether this load made it."""

    set: StandardsSet
    is_new: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """How a version comes into force: whose it is, what it judges in place of, from which day, how long the one before stays usable."""

    agency: object = None
    replaces: str = ""
    in_force_from: object = None
    previous_until: object = None


def write_sets(named, *, now, by=None, publication=None):
    """Take in packages that were read, as pairs of a name to tell which it is and a `Taken`; gives `Loaded` for each in order.

    To be called in a transaction. Raises `Refused`, noting the name, where a version is known with other content.
    """
    publication = publication or Publication()
    keys = sorted({one.head["key"] for _name, one in named})
    with connection.cursor() as cursor:  # one load of a set at a time
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(key, 1)) FROM unnest(%s::text[]) AS key", [keys])
    known = {(one.key, one.version): one for one in StandardsSet.objects.filter(key__in=keys)}
    loaded, fresh, relaid = [], [], []
    for name, one in named:
        place = (one.head["key"], one.head["version"])
        have = known.get(place)
        loaded.append(Loaded(have or _new_set(one, publication, now), is_new=have is None))
        if have is None:
            known[place] = loaded[-1].set
            fresh.append((loaded[-1].set, one))
            continue
        _refuse_other_content(have, one, name)
        if have.file_checksum != one.file_checksum:
            have.file_checksum = one.file_checksum
            relaid += [have] if have.pk else []
    StandardsSet.objects.bulk_update(relaid, ["file_checksum"])
    if fresh:
        _write(fresh, list(known.values()), publication)
        acts = [{"subject": f"standards:{made.key}", "after": _told(made)} for made, _one in fresh]
        journal.write_each(*acts, verb="standards.loaded", by=by, now=now, audience=["public"])
    return loaded


def _told(made):
    return {"key": made.key, "version": made.version, "checksum": made.checksum}


def _refuse_other_content(known, one, name):
    if known.checksum == one.checksum:
        return
    sentence = _("Version %(version)s of “%(key)s” is in the library with other content. Give the changed package a new version.")
    error = Refused(sentence % {"key": known.key, "version": known.version})
    if name:
        error.add_note(name)
    raise error


def _new_set(one, publication, now):
    return StandardsSet(
        **one.head,
        checksum=one.checksum,
        file_checksum=one.file_checksum,
        loaded_at=now,
        is_latest=False,
        agency=publication.agency,
        replaces=publication.replaces,
        in_force_from=publication.in_force_from,
    )


def _write(fresh, versions, publication):
    """Write the new sets; the newest of all versions of a set is its latest, and the one before it stays usable as long as it was said."""
    followed = []
    for newest in _newest(versions):
        if newest.pk is None:
            followed += [one for one in versions if one.key == newest.key and one.is_latest]
            newest.is_latest = True
    for one in followed:
        one.is_latest, one.usable_until = False, publication.previous_until
    StandardsSet.objects.bulk_update(followed, ["is_latest", "usable_until"])
    StandardsSet.objects.bulk_create(made for made, _one in fresh)
    standards = [(made.pk, line) for made, one in fresh for line in one.standards]
    keys = new_keys(Standard, len(standards))
    numbered = zip(keys, standards, strict=True)
    copy_lines(Standard, ("id", "set", *STANDARD), (b"%d\t%d\t%b" % (key, made, line) for key, (made, line) in numbered))
    of_standards = zip(keys, (lines for _made, one in fresh for lines in one.criteria), strict=True)
    copy_lines(Criterion, ("standard", *CRITERION), (b"%d\t%b" % (key, line) for key, lines in of_standards for line in lines))


def _newest(versions):
    newest = {one.key: one for one in sorted(versions, key=lambda one: order(one.version))}
    return newest.values()
