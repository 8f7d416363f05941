"""Technical review, panel, declarations, challenge, external evaluation report, factual check."""
