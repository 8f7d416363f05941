"""The demonstration: enter as anybody with one click, turn the clock ahead. Answers 404 everywhere else."""
