"""Every page of the platform in a real browser: by axe, in light and dark, wide and narrow, in three languages.

`places` says who sees each page and when, `world` makes the cases that hold these moments, `look` is what must be true of
a page. `make access` tries all twelve ways for every page, `make test` two of them, in turn.
"""
