"""Who sees what: every page, for every role, at every moment of a case, compared with tables that people can read.

`moments` takes a university and a college through the procedure, `people` are those who look, `pages` makes the rows from
the URL table, `crawl` looks, `tables` writes and reads `expected/*.txt`. `make matrix` writes the tables anew; read what
changed in them before you keep it.
"""
