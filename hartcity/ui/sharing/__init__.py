"""Letting a tutor in, seen from the student's side: shares, their record, and what the tutor said."""

from hartcity.ui.sharing.dialog import share_button


__all__ = ["share_button"]
