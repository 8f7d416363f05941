"""Finding what the reference wing holds: one index, three languages, forgiving of how a word is typed."""
