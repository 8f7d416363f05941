"""The pages of what a case holds, and what every page of a case begins with."""
