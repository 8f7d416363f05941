"""Reading the evaluation of a case: review, panel, report."""
