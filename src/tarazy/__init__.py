"""Tarazy: quality assurance in education, weighed fairly."""
