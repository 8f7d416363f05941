"""Roles and states by their keys."""

# Whoever leads the organisation or keeps its quality; the rooms of institutions give these roles their names.
WRITERS = ("institution_head", "quality_officer")
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
# How far the answer to a criterion has come: has it a rating and a text, one of them, or neither (R237)?
DONE, BEGUN, LATER = "done", "begun", "later"
