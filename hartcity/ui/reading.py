"""Reading a draft without making the writer wait: both engines when they answer soon, Harper alone until then."""

from __future__ import annotations

import logging
import os
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import streamlit as st

from hartcity.analysis import READER, check_draft
from hartcity.model import Draft, Report


_logger = logging.getLogger(__name__)

SOON_SECONDS = 0.3
"""How long the first answer may take before Harper's findings go ahead."""

LATER_SECONDS = 1.0
"""How long one further question waits for the whole answer."""

MOST_CHARACTERS = 60_000
"""How much of a draft is read on the screens, about 10,000 words; a longer one would hold up everybody else."""

NOTICE = f"Only the first {MOST_CHARACTERS:,} characters were read. All of your words are kept."
"""What the report of a longer draft says."""


@dataclass
class Reading:
    """One draft being read. ``first`` is what could be said at once when the whole answer took longer."""

    draft: Draft
    accepted_words: frozenset[str]
    whole: Future[Report]
    first: Report | None = None

    def answer(self) -> tuple[Report | None, bool]:
        """Return the best report there is now, and whether a fuller one is on its way.

        There is none when reading failed: the writer keeps writing, and the next text is read anew.
        """
        wait([self.whole], SOON_SECONDS if self.first is None else LATER_SECONDS)
        if self.whole.done():
            failure = self.whole.exception()
            if failure is not None:
                _logger.error("A draft could not be read: %s", type(failure).__name__)
            return (None if failure else self.whole.result()), False
        self.first = self.first or check_draft(
            self.draft, engines=("harper", READER), wait=False, accepted_words=self.accepted_words
        )
        return self.first, True


@st.cache_resource(show_spinner=False)
def _readers() -> ThreadPoolExecutor:
    """Return the threads that read drafts for all sessions of this process; nothing of a draft stays in them."""
    return ThreadPoolExecutor(max_workers=4 * (os.cpu_count() or 1), thread_name_prefix="reading")


def begin(draft: Draft, accepted_words: frozenset[str]) -> Reading:
    """Begin to read ``draft``."""
    whole = _readers().submit(check_draft, draft, wait=False, accepted_words=accepted_words)
    return Reading(draft, accepted_words, whole)
