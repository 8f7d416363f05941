"""Seminars, webinars and briefings, with attendance."""
