"""Template tags of the procedure."""
