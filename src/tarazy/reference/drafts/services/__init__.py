"""What can be done with drafts."""

from tarazy.reference.drafts.services.comments import answer_comment, comment
from tarazy.reference.drafts.services.publishing import close_comments, publish, put_out
from tarazy.reference.drafts.services.writing import change, copy_set, import_package, throw_away

__all__ = ["answer_comment", "change", "close_comments", "comment", "copy_set", "import_package", "publish", "put_out", "throw_away"]
