"""A comparison that PostgreSQL's `fuzzystrmatch` makes."""

from django.db.models import CharField, Lookup


@CharField.register_lookup
class OneLetterFrom(Lookup):
    """`text__one_letter_from="мектеп"`: at most one letter more, less or other."""

    lookup_name = "one_letter_from"

    def as_sql(self, compiler, connection):
        """The condition and its values."""
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f"levenshtein_less_equal({left}, {right}, 1) <= 1", (*left_values, *right_values)
