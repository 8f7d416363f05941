"""Conclusion, council session, recusal, votes, decision."""
