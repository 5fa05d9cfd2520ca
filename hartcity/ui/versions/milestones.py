"""Which versions are milestones: drafts that stood for a while or were revised, and not steps on the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hartcity.storage import Origin
from hartcity.storage.coalescing import PAUSE, words_gone


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.storage import Version

DRAFT_WORDS = 40
"""With fewer words a text is the beginning of a draft, and no milestone of it."""

REVISED_WORDS = 5
"""So many words that the next version has no more make a text one that was revised, and not only added to."""


def milestones(versions: Sequence[Version]) -> list[Version]:
    """Return the milestones among ``versions`` (oldest first): at least the draft as it stands.

    A name makes any version a milestone, and so does everything but typing (a restore, an import, what another tab
    left).
    """
    own = [version for version in versions if version.origin is not Origin.OTHER_TAB]
    following = dict(zip((one.number for one in own), own[1:], strict=False))
    return [one for one in versions if _is_milestone(one, following.get(one.number))]


def _is_milestone(version: Version, following: Version | None) -> bool:
    if version.name or version.origin is not Origin.TYPED or following is None:
        return True
    if len(version.writing.text.split()) < DRAFT_WORDS:
        return False
    rested = following.started_at - version.saved_at >= PAUSE
    return rested or words_gone(version.writing.text, following.writing.text) >= REVISED_WORDS
