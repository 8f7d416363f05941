"""Words about standards for templates."""
