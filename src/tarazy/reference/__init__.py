"""The nouns that all levels share."""
