"""The one door to grammar and spelling for the layers above."""

from __future__ import annotations

import atexit
import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from types import MappingProxyType

from hartcity.engines.base import Answer, EngineState, EngineStatus, Reply
from hartcity.engines.cache import RememberingEngine
from hartcity.engines.harper import Harper
from hartcity.engines.languagetool.client import Muted
from hartcity.engines.languagetool.engine import LanguageToolEngine
from hartcity.engines.languagetool.local_server import LocalServer
from hartcity.engines.languagetool.remote_server import RemoteServer
from hartcity.engines.languagetool.server import Server
from hartcity.engines.languagetool.server_pool import ServerPool
from hartcity.engines.merge import merge
from hartcity.engines.notices import notices
from hartcity.engines.passages import passages
from hartcity.engines.plain_names import with_plain_names
from hartcity.engines.tiers import load_tiers
from hartcity.model import Finding, Notice


_LANGUAGETOOL = "languagetool"
_HARPER = "harper"

ENGINES = (_LANGUAGETOOL, _HARPER)
"""The names of the grammar engines, as the command line knows them."""

_CALLS_AT_ONCE = 32

_HEAD_START_SECONDS = 0.0003
"""How long a caller steps aside for the threads that carry its questions. What it computes meanwhile would hold them up
for several milliseconds, since only one thread of a process runs at a time, and the engines, which have processes of
their own, would stand idle."""


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
    notices: tuple[Notice, ...] = ()


class Asking:
    """Engines that were asked about a text. For one thread at a time."""

    def __init__(
        self,
        asked: Mapping[str, Future[Sequence[Reply]]],
        join: Callable[[Mapping[str, Sequence[Reply]]], GrammarResult],
    ) -> None:
        self._asked = asked
        self._join = join

    def is_answered(self, seconds: float = 0.0, *, by: Sequence[str] = ENGINES) -> bool:
        """Wait up to ``seconds`` for the engines ``by``, as far as they were asked; whether all of them answered."""
        waiting = [reply for name, reply in self._asked.items() if name in by]
        return not wait_for(waiting, seconds).not_done

    def so_far(self) -> GrammarResult:
        """Return what the engines say that answered already; one that did not took no part."""
        return self._join({name: reply.result() for name, reply in self._asked.items() if reply.done()})

    def result(self) -> GrammarResult:
        """Return what all of the engines say, waiting for them."""
        return self._join({name: reply.result() for name, reply in self._asked.items()})


class Grammar:
    """The grammar engines of one process. Safe from several threads; share one."""

    def __init__(self, *, install: bool | None = None) -> None:
        """Prepare the engines without starting anything.

        ``install`` allows LanguageTool to be downloaded when it is not on this machine; without it the environment
        decides (``HARTCITY_INSTALL_LANGUAGETOOL=0`` forbids it, and it is allowed otherwise). ``LANGUAGETOOL_URL``
        names a server of the institution, ``LANGUAGETOOL_URLS`` several with commas between; then none is started
        here. Raises PublicServerError when one of them is a public grammar service.
        """
        self._tiers = tiers = load_tiers()
        self._harper = Harper(tiers.rules_off(_HARPER), tiers.kinds_off(_HARPER))
        muted = Muted(tiers.rules_off(_LANGUAGETOOL), tiers.kinds_off(_LANGUAGETOOL))
        self._server = _server(may_install=_install_is_allowed() if install is None else install, muted=muted)
        languagetool = LanguageToolEngine(self._server, muted)
        self._engines = {
            _LANGUAGETOOL: RememberingEngine(languagetool),
            _HARPER: RememberingEngine(self._harper),
        }
        self._pool = ThreadPoolExecutor(_CALLS_AT_ONCE, thread_name_prefix="grammar")
        self._lock = threading.Lock()
        self._closed = False
        atexit.register(self.close)

    def start(self) -> None:
        """Begin, in the background, to make every engine ready; returns at once and may be called again."""
        self._harper.start()
        self._server.start()

    def close(self) -> None:
        """Stop everything that was started. May be called again."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        atexit.unregister(self.close)
        self._server.close()
        self._harper.close()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def forget(self) -> None:
        """Forget every passage that was read."""
        for engine in self._engines.values():
            engine.forget()

    def status(self) -> GrammarStatus:
        """Return a snapshot of every engine."""
        return GrammarStatus((self._server.status(), self._harper.status()))

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
        LanguageTool too, unless it is known not to come; without it, on what is ready now.
        """
        return self.ask(text, engines=engines, accepted_words=accepted_words, wait=wait).result()

    def ask(
        self,
        text: str,
        *,
        engines: Sequence[str] | None = None,
        accepted_words: frozenset[str] = frozenset(),
        wait: bool = True,
    ) -> Asking:
        """Ask the engines side by side and return at once; the arguments are those of ``find``."""
        asked = tuple(name for name in ENGINES if engines is None or name in engines)
        read = with_plain_names(text)
        pieces = passages(read.text)
        texts = [piece.text for piece in pieces]

        def join(replies: Mapping[str, Sequence[Reply]]) -> GrammarResult:
            said = merge(text, pieces, replies, tiers=self._tiers, accepted_words=accepted_words)
            findings = tuple(finding for finding in said if read.keeps(finding.span))
            versions = {name: self._version(name, replies[name]) if name in replies else None for name in ENGINES}
            return GrammarResult(findings, MappingProxyType(versions), notices(replies))

        asking = Asking({name: self._submit(name, texts, wait=wait) for name in asked}, join)
        time.sleep(_HEAD_START_SECONDS)
        return asking

    def _submit(self, name: str, texts: Sequence[str], *, wait: bool) -> Future[Sequence[Reply]]:
        try:
            return self._pool.submit(self._replies, name, texts, wait=wait)
        except RuntimeError:  # closed meanwhile
            answered: Future[Sequence[Reply]] = Future()
            answered.set_result(self._replies(name, texts, wait=wait))
            return answered

    def _replies(self, name: str, texts: Sequence[str], *, wait: bool) -> Sequence[Reply]:
        if wait and name == _LANGUAGETOOL:
            self._server.start()
            self._server.wait_until_settled()
        return self._engines[name].find(texts)

    def _version(self, name: str, replies: Sequence[Reply]) -> str | None:
        """Return the version of an engine that took part: it answered for a passage, or stood ready for none."""
        if replies:
            takes_part = any(isinstance(reply, Answer) for reply in replies)
        else:
            takes_part = self.status().of(name).state is EngineState.READY
        return self._engines[name].version if takes_part else None


def _install_is_allowed() -> bool:
    return os.environ.get("HARTCITY_INSTALL_LANGUAGETOOL", "1") != "0"


def _server(*, may_install: bool, muted: Muted) -> Server:
    named = f"{os.environ.get('LANGUAGETOOL_URLS', '')},{os.environ.get('LANGUAGETOOL_URL', '')}"
    urls = tuple(dict.fromkeys(url.strip() for url in named.split(",") if url.strip()))
    if not urls:
        return LocalServer(may_install=may_install, muted=muted)
    return RemoteServer(urls[0]) if len(urls) == 1 else ServerPool(urls)
