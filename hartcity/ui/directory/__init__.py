"""The Directory screen, and the directory that a workspace uses."""

from hartcity.ui.directory.current import in_use


__all__ = ["in_use"]
