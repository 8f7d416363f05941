"""The plan engine: stages, steps, guards, deadlines."""
