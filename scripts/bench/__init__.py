"""How fast the pages are on as much data as a whole country has: `make bench`."""
