"""Level 2: accreditation, what an agency does with an institution."""
