"""The desk: it gathers the moves that the rooms offer."""
