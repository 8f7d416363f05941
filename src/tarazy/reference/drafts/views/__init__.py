"""Pages of drafts: beginning, writing, comments, publication."""

from tarazy.reference.drafts.views.beginning import begin, bring, own
from tarazy.reference.drafts.views.public import comment, put_out_now, read
from tarazy.reference.drafts.views.publishing import answer, changes, comments, publish, put_out
from tarazy.reference.drafts.views.writing import arrange, criterion, draft, head, standard

__all__ = [
    "answer",
    "arrange",
    "begin",
    "bring",
    "changes",
    "comment",
    "comments",
    "criterion",
    "draft",
    "head",
    "own",
    "publish",
    "put_out",
    "put_out_now",
    "read",
    "standard",
]
