"""Letting a tutor in, seen from the student's side: shares, their record, and what the tutor said."""

from hartcity.ui.sharing.dialog import share_button
from hartcity.ui.sharing.panel import comments_beside_the_editor


__all__ = ["comments_beside_the_editor", "share_button"]
