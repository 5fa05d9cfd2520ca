"""Directories of organizations and services: our illustrative Hart City, or a student's own.

``load()`` gives the illustrative one. ``Directory.exclusions(organization, service)`` says who a service turns away.
"""

from hartcity.directory.comparison import NOT_SAID, NOT_SERVED, aspects, compare
from hartcity.directory.directory import FACETS, ILLUSTRATIVE_FOLDER, Directory, facet_values, load
from hartcity.directory.export import from_text, to_csv, to_hsds, to_text


__all__ = [
    "FACETS",
    "ILLUSTRATIVE_FOLDER",
    "NOT_SAID",
    "NOT_SERVED",
    "Directory",
    "aspects",
    "compare",
    "facet_values",
    "from_text",
    "load",
    "to_csv",
    "to_hsds",
    "to_text",
]
