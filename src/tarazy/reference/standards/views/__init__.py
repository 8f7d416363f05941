"""The public library: sets by level, a set, a standard, search, versions and their difference, the graph, files."""
