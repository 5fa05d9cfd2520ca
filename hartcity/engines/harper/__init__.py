"""Harper: run in a process beside this one, so that no text can hold up or end the application."""

from hartcity.engines.harper.engine import VERSION, Harper


__all__ = ["VERSION", "Harper"]
