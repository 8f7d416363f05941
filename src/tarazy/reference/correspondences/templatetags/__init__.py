"""Words about correspondences for templates."""
