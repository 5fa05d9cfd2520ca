"""The tutor's screen: opened by a link or a code, live while the student types, and closed when the share ends."""

from hartcity.ui.tutor.screen import tutor_screen


__all__ = ["tutor_screen"]
