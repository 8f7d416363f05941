"""Accreditation bodies and their rulebooks."""
