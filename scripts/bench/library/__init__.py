"""The standards library with 200 sets of 100 criteria: its packages, its loading, its pages and its search."""
