"""The four stages, each built from steps that the editions share; what differs is an argument."""
