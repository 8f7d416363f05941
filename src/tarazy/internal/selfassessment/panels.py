"""Panels beside the criterion that rooms above fill: the remarks of a review, a link back to the case.

This room knows no room above it, so those register here, in their `AppConfig.ready`.
"""

_sources = []


def register(source):
    """Let `source(assessment, standard, appointment)` give panels: a list of `{"title", "text"}`.

    A panel may also carry `url` with `action` (a link and its words), `kind` ("warn", "info", "good") and `language`
    (of the text, where it is not the reader's). A source costs the same number of queries for every criterion.
    """
    if source not in _sources:
        _sources.append(source)


def panels_for(assessment, standard, appointment):
    """The panels of all sources beside this standard, in the order of registration."""
    return [panel for source in _sources for panel in source(assessment, standard, appointment)]
