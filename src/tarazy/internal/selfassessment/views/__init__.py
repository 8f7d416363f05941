"""Pages of the self-assessment: the own ones, the editor, the bank of evidence."""
