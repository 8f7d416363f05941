"""What happens to drafts in tests, in a word each."""

from datetime import timedelta

from tarazy.ground.foundation import clock
from tarazy.reference.drafts import content, queries, services
from tarazy.reference.drafts.forms import CriterionForm, HeadForm, StandardForm
from tarazy.reference.standards.compare import difference
from tarazy.reference.standards.queries import package_from
from tests.factories import DAY, NOW, in_three_languages

MORROW = DAY + timedelta(days=1)
YESTERDAY = DAY - timedelta(days=1)


def brought(text, *, agency, by, name="set.yaml"):
    """A file brought in."""
    source = text.encode() if isinstance(text, str) else text
    return services.import_package(source, name=name, agency=agency, by=by, now=NOW, today=DAY)


def rewritten(draft, words, *, place=1, part=1, by, today=DAY):
    """The draft with other words in one criterion."""
    there = content.criterion_at(draft.content, place, part)
    new = content.with_criterion(draft.content, place, {**there, "text": in_three_languages(words)}, part)
    return services.change(draft, new, seen=draft.revision, by=by, now=NOW, today=today)


def compared(draft):
    """The set beside which a draft is read, and what the draft changes of it."""
    before = queries.before_of(draft)
    return before, difference(package_from(before).content, draft.content)


def agree(draft, *, by, version="2026.1", on=DAY, until=None, today=DAY, seen=None):
    """Publish the draft."""
    days = {"in_force_from": on, "previous_until": until, "today": today}
    return services.publish(draft, version=version, seen=draft.revision if seen is None else seen, by=by, now=NOW, **days)


def again(first, *, by):
    """A draft of the set's next version."""
    return services.copy_set(first, agency=first.agency, by=by, now=NOW, today=DAY)


def opened(draft, *, by, until=MORROW, today=DAY):
    """The draft, put out for comment."""
    return services.put_out(draft, until=until, by=by, now=NOW, today=today)


def said(draft, text="Too strict.", *, number="1.1", name="Ирина К.", by=None, today=DAY):
    """A comment on it."""
    return services.comment(draft, number=number, text=text, name=name, language="en", by=by, now=NOW, today=today)


def answered(comment, answer="We made it milder.", *, by):
    """The agency's answer to it."""
    return services.answer_comment(comment, answer=answer, language="en", by=by, now=NOW)


def open_now(draft, *, by, days=7):
    """The draft, put out for comment on the platform's own day, as pages see it."""
    return opened(draft, by=by, until=clock.today() + timedelta(days=days), today=clock.today())


def closed(draft, *, by, today=DAY):
    """The draft, its comments closed."""
    return services.close_comments(draft, by=by, now=NOW, today=today)


def said_now(draft, text="Too strict.", **more):
    """A comment on the platform's own day."""
    return said(draft, text, today=clock.today(), **more)


def typed(form_class, part, seen, **changes):
    """What the form sends when nothing is touched, with `changes`."""
    form = form_class(initial={**form_class.start(part), "seen": seen})
    return {name: "" if value is None else value for name, value in {**{one.name: one.value() for one in form}, **changes}.items()}


def typed_criterion(draft, place=1, part=1, **changes):
    """What the form of a criterion sends."""
    return typed(CriterionForm, content.criterion_at(draft.content, place, part), draft.revision, **changes)


def typed_standard(draft, place=1, **changes):
    """What the form of a standard sends."""
    return typed(StandardForm, content.standard_at(draft.content, place), draft.revision, **changes)


def typed_head(draft, **changes):
    """What the form of the set as a whole sends."""
    return typed(HeadForm, draft.content, draft.revision, **changes)
