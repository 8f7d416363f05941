"""Technical review, panel, declarations, challenge, site visit, external evaluation report, factual check."""
