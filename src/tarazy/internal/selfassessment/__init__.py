"""Self-assessment against any standards set: ratings, narrative, evidence; sealed submissions."""
