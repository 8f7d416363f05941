"""What levels and kinds of sets are called."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tarazy.reference.institutions.models import Level

LEVEL_NAMES = {**{level.value: level.label for level in Level}, "teacher": _("Teacher education"), "agency": _("Accreditation bodies")}
KIND_NAMES = {
    "internal": _("Internal quality assurance"),
    "external": _("External quality assurance"),
    "directions": _("Directions of institutional accreditation"),
    "duties": _("Duties of accreditation bodies"),
    "frame": _("International framework"),
}
OWNER_NAMES = {"guidelines": _("Guidelines"), "iqaa": "IQAA", "enqa_esg": "ESG", "eqavet": "EQAVET"}
# Who has to do what a set asks for, by its kind.
KIND_ACTORS = {"internal": "organisation", "directions": "organisation", "external": "agency", "duties": "agency", "frame": "framework"}
ASKED_NAMES = {
    "anyone": _("Anybody"),
    "head": _("Head of the organisation"),
    "managers": _("Managers"),
    "quality_officer": _("Quality officer"),
    "teachers": _("Teachers"),
    "educators": _("Kindergarten educators"),
    "mentors": _("Mentors"),
    "staff": _("Staff"),
    "children": _("Children"),
    "students": _("Students"),
    "graduates": _("Graduates"),
    "parents": _("Parents"),
    "employers": _("Employers"),
    "partners": _("Partners"),
    "founder": _("Founder"),
    "institutions": _("Accredited organisations"),
    "agency_head": _("Head of the agency"),
    "agency_staff": _("Staff of the agency"),
    "experts": _("Experts"),
    "council_members": _("Members of the council"),
    "authorised_body": _("Authorised body"),
    "public": _("The public"),
}
# What a search can find, and who has to do it. Other rooms put entries of these kinds into the index.
FOUND_NAMES = {
    "standard": _("Standards"),
    "criterion": _("Criteria"),
    "set": _("Sets"),
    "value": _("Values"),
    "principle": _("Principles"),
    "quality_criterion": _("Quality criteria"),
    "priority": _("Priorities"),
    "task": _("Tasks"),
    "method": _("Internal assessment"),
    "control": _("External control"),
    "duty": _("Duties"),
    "area": _("Measured areas"),
    "indicator": _("Types of indicators"),
    "commitment": _("Indicators of commitment"),
    "rule": _("Rules"),
    "paragraph": _("Paragraphs of the Guidelines"),
}
# What one of them is called where it stands with its number.
ENTRY_NAMES = FOUND_NAMES | {
    "standard": _("Standard"),
    "criterion": _("Criterion"),
    "set": _("Set"),
    "paragraph": _("Paragraph of the Guidelines"),
}
ACTOR_NAMES = {
    "organisation": _("Education organisation"),
    "agency": _("Accreditation body"),
    "teachers": _("Teachers"),
    "students": _("Students"),
    "family": _("Family"),
    "experts": _("Experts"),
    "founder": _("Founder"),
    "state": pgettext_lazy("who acts", "State"),
    "authorised_body": _("Authorised body"),
    "local_executive": _("Local executive bodies"),
    "methodical_rooms": _("Methodical rooms"),
    "accreditation_council": _("Republican Accreditation Council"),
    "everyone": _("Everyone"),
    "framework": _("International framework"),
}
CHANGE_NAMES = {
    "added": _("New"),
    "removed": _("Gone"),
    "changed": _("Changed"),
    "moved": _("Only its number changed"),
    "source": _("Only its source changed"),
    "same": _("As it was"),
}
FIELD_NAMES = {
    "title": _("Title"),
    "purpose": _("What it is for"),
    "text": _("Text"),
    "look_at": _("What an expert looks at"),
    "evidence": _("What usually proves it"),
    "questions": _("Questions for interviews"),
    "strength": _("Signs of strength"),
    "risk": _("Signs of risk"),
    "summary": _("For whom it is and what for"),
    "source": _("Source"),
}


def grouped(sets):
    """Sets in the order given, under each level that they serve: `[(name of the level, [set, …])]`."""
    served = [(name, [one for one in sets if level in one.levels]) for level, name in LEVEL_NAMES.items()]
    return [(name, ones) for name, ones in served if ones]
