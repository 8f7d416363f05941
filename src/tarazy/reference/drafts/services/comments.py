"""What the public says of a draft, and the agency's answers."""

from django.db import transaction
from django.utils.translation import gettext as _

from tarazy.ground.foundation.errors import NotYours, Refused, Stale
from tarazy.ground.journal import services as journal
from tarazy.reference.drafts.content import said_under
from tarazy.reference.drafts.models import Comment, Draft
from tarazy.reference.drafts.rules import may_edit

MOST_WAITING = 500  # of people without an account, on one draft: more is no conversation any more


@transaction.atomic
def comment(draft, *, number, text, name, language, by, now, today):
    """Somebody says something of a standard or criterion; the same words of the same name are taken once.

    `by` is empty for a visitor, whose comment is shown when it has been answered. Raises `Refused` when comments are closed,
    for a number that the draft does not have, or when too many comments of visitors wait.
    """
    found = Draft.objects.select_for_update().get(pk=draft.pk)
    if not found.takes_comments(today):
        raise Refused(_("The time for comments on this draft is over."))
    said_of = said_under(found.content, number)
    if said_of is None:
        raise Refused(_("The draft has no %(number)s any more.") % {"number": number})
    name, text = (by.person.name if by else " ".join(name.split())), text.strip()
    if not name or not text:
        raise Refused(_("Say your name and what you think."))
    if by is None and found.comments.filter(appointment=None, answered_at=None).count() >= MOST_WAITING:
        raise Refused(_("Too many comments wait for an answer. Come back later, or write to the agency."))
    made, _is_new = Comment.objects.get_or_create(
        draft=found,
        number=number,
        name=name,
        text=text,
        defaults={"said_of": said_of, "language": language, "appointment": by, "made_at": now},
    )
    return made


@transaction.atomic
def answer_comment(comment, *, answer, language, by, now):
    """The agency answers; comment and answer are public from then on. An answer is given once.

    Raises `NotYours`, `Stale` where somebody else answered first, `Refused` without a sentence.
    """
    found = Comment.objects.select_for_update().select_related("draft__agency").get(pk=comment.pk)
    if not may_edit(by, found.draft.agency):
        raise NotYours(_("Only the agency’s head and its coordinators answer comments on its standards."))
    if found.answered_at is not None:
        if (found.answered_by_id, found.answer) == (by.pk, answer.strip()):
            return found
        raise Stale(_("Somebody answered this comment before you."))
    if not answer.strip():
        raise Refused(_("Answer in a sentence; everybody can read it."))
    found.answer, found.answer_language, found.answered_by, found.answered_at = answer.strip(), language, by, now
    found.save(update_fields=["answer", "answer_language", "answered_by", "answered_at"])
    after = {"key": found.draft.key, "number": found.number}
    journal.write(subject=f"draft:{found.draft_id}", verb="drafts.answered", by=by, now=now, after=after, audience=["public"])
    return found
