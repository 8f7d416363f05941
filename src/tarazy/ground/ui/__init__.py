"""Design tokens, layout, components and the living style guide."""
