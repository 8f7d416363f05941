"""Level 1: what an institution does for itself."""
