"""An agency's own standards: copied, changed, looked at, put out for comment, published as a version."""
