"""Standards sets, standards and criteria; versioned."""
