"""Formats of dates and numbers in the three languages."""
