"""Words about the Guidelines for templates."""
