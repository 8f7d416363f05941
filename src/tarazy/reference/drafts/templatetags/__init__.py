"""Words about drafts for templates."""
