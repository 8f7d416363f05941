"""Who did what and when: append-only, sealed, readable by the parties."""
