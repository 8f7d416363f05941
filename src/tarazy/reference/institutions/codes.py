"""What the code of a programme looks like, by level (facts B6).

Higher education: 6B, 7M or 8D and five digits (classifier of Order No. 569). For other levels no current classifier is
confirmed, so any code is taken; the setting `PROGRAMME_CODES` names a stricter pattern for a level.
"""

import re

from django.conf import settings
from django.utils.translation import gettext as _

PATTERNS = {"higher": r"(6B|7M|8D)\d{5}"}
EXAMPLES = {"higher": "6B01101"}
ANY = r"[\w./-]{1,20}"


def fault(code, level):
    """What is wrong with this code at this level, as a sentence; "" when it may stand."""
    patterns = {**PATTERNS, **getattr(settings, "PROGRAMME_CODES", {})}
    if re.fullmatch(patterns.get(level, ANY), code, re.ASCII):
        return ""
    if level in EXAMPLES and level in patterns:
        return _("The code is not written as at this level of education. An example: %(example)s.") % {"example": EXAMPLES[level]}
    return _("Write the code with letters and digits, at most 20 of them.")
