"""Directories of organizations and services: our illustrative Hart City, or a student's own.

``load()`` gives the illustrative one. ``Directory.exclusions(organization, service)`` says who a service turns away.
"""

from hartcity.directory.directory import ILLUSTRATIVE_FOLDER, Directory, facet_values, load


__all__ = ["ILLUSTRATIVE_FOLDER", "Directory", "facet_values", "load"]
