"""The web server around the pages: how it starts and ends, whom it answers, and how much it takes on at once."""

from hartcity.server.settings import settings


__all__ = ["settings"]
