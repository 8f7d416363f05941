"""Each procedure as one readable table; the case page and its steps."""
