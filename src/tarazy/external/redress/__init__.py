"""Complaints about the process and appeals of the decision."""
