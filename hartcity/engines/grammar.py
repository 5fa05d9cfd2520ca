"""The one door to grammar and spelling for the layers above."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

from hartcity.engines.base import Answer, EngineState, EngineStatus, NoAnswer, Reply, Silence
from hartcity.engines.cache import RememberingEngine
from hartcity.engines.harper import Harper
from hartcity.engines.merge import merge
from hartcity.engines.passages import Passage, passages
from hartcity.engines.tiers import load_tiers
from hartcity.model import Finding


ENGINES = ("languagetool", "harper")
"""The names of the grammar engines, as the command line knows them."""


@dataclass(frozen=True, slots=True)
class GrammarStatus:
    """A snapshot of all engines for the screen, in the order of ``ENGINES``."""

    engines: tuple[EngineStatus, ...]

    def of(self, name: str) -> EngineStatus:
        """Return the snapshot of the engine called ``name``."""
        return next(status for status in self.engines if status.name == name)


@dataclass(frozen=True, slots=True)
class GrammarResult:
    """What the engines say of a text together.

    ``findings`` stand in the order of the text, with offsets in code points. ``engines`` gives, for each engine, the
    version that took part, or None for one that did not. ``notices`` are plain sentences for the reader of the report.
    """

    findings: tuple[Finding, ...]
    engines: Mapping[str, str | None]
    notices: tuple[str, ...] = ()


class Grammar:
    """The grammar engines of one process. Safe from several threads; share one."""

    def __init__(self, *, install: bool | None = None) -> None:
        """Prepare the engines without starting anything.

        ``install`` allows LanguageTool to be downloaded when it is not on this machine; without it the environment
        decides (``HARTCITY_INSTALL_LANGUAGETOOL=0`` forbids it, and it is allowed otherwise).
        """
        self._install = install
        self._tiers = load_tiers()
        self._harper = Harper(self._tiers.never_run("harper"))
        self._remembering = {"harper": RememberingEngine(self._harper)}
        self._callers = ThreadPoolExecutor(max_workers=8, thread_name_prefix="grammar")
        self._lock = threading.Lock()
        self._closed = False
        atexit.register(self.close)

    def start(self) -> None:
        """Begin, in the background, to make every engine ready; returns at once and may be called again."""
        self._harper.start()

    def close(self) -> None:
        """Stop everything that was started. May be called again."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        atexit.unregister(self.close)
        self._harper.close()
        self._callers.shutdown(wait=False, cancel_futures=True)

    def status(self) -> GrammarStatus:
        """Return a snapshot of every engine."""
        absent = EngineStatus("languagetool", EngineState.ABSENT, message="LanguageTool is not on this machine.")
        return GrammarStatus((absent, self._harper.status()))

    def find(
        self,
        text: str,
        *,
        engines: Sequence[str] | None = None,
        accepted_words: frozenset[str] = frozenset(),
        wait: bool = True,
    ) -> GrammarResult:
        """Return what the engines find in ``text``.

        ``engines`` names the engines to ask (all of them by default); ``accepted_words`` are never misspellings
        (the words of the plan, the student's dictionary; case does not matter). With ``wait`` the answer rests on
        LanguageTool too, unless it is known to be absent; without it, on what is ready now.
        """
        asked = tuple(name for name in ENGINES if engines is None or name in engines)
        pieces = passages(text)
        replies = self._ask([name for name in asked if name in self._remembering], pieces)
        merged = merge(text, pieces, replies, tiers=self._tiers, accepted_words=accepted_words)
        versions = {name: self._harper.version if name in replies else None for name in ENGINES}
        return GrammarResult(merged, MappingProxyType(versions), _notices(asked, versions, replies))

    def _ask(self, names: Sequence[str], pieces: Sequence[Passage]) -> dict[str, tuple[Reply, ...]]:
        texts = [piece.text for piece in pieces]
        return {name: self._remembering[name].find(texts) for name in names}


def _notices(
    asked: Sequence[str],
    versions: Mapping[str, str | None],
    replies: Mapping[str, Sequence[Reply]],
) -> tuple[str, ...]:
    notices: list[str] = []
    if "languagetool" in asked and versions["languagetool"] is None and versions["harper"] is not None:
        notices.append("This report rests on Harper alone; LanguageTool did not take part.")
    return tuple(notices)
