"""Accounts, sign-in, bodies and appointments: who is what, where, since when."""
