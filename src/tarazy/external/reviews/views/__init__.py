"""The pages on which the evaluation is done: review, panel, visit, report, factual check."""
