"""The pages on which the evaluation is done: review, panel, report, factual check."""
