"""Harper, an English grammar checker that runs inside this process."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatchcase

from harper import Linter, Suggestion, SuggestionKind

from hartcity.engines.base import SUGGESTIONS_KEPT, Answer, EngineState, EngineStatus, NoAnswer, Reply, Silence
from hartcity.model import Family, Finding, Severity, Span


VERSION = "2.13.0"
"""The release of Harper inside the pinned ``harper-py`` 0.2.0, as its bill of materials states."""

_NAME = "harper"


class Harper:
    """Harper behind one worker thread of its own.

    Two threads are slower than one (measured: 10.5 drafts a second against 21.5), and a ``Linter`` must not be
    entered twice, so all callers share one worker. The dictionary is built on the first call or on ``start``
    (about a second).
    """

    def __init__(self, rules_off: frozenset[str] = frozenset(), kinds_off: frozenset[str] = frozenset()) -> None:
        """Take Harper's names of rules (or patterns) that are not to run, and of kinds that are not to be heard."""
        self._rules_off = rules_off
        self._kinds_off = kinds_off
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="harper")
        self._linter: Linter | None = None
        self._closed = threading.Event()

    @property
    def name(self) -> str:
        """The engine's name in reports."""
        return _NAME

    @property
    def version(self) -> str | None:
        """The release of Harper that is built in."""
        return VERSION

    def start(self) -> None:
        """Begin to build the dictionary and return at once."""
        if not self._closed.is_set():
            self._worker.submit(self._ready_linter)

    def close(self) -> None:
        """Let the worker end; later calls are answered with "away"."""
        if not self._closed.is_set():
            self._closed.set()
            self._worker.shutdown(wait=False, cancel_futures=True)

    def status(self) -> EngineStatus:
        """Return a snapshot; Harper is ready once its dictionary stands."""
        if self._closed.is_set():
            return EngineStatus(_NAME, EngineState.AWAY, VERSION, message="Harper has been closed.")
        state = EngineState.READY if self._linter is not None else EngineState.STARTING
        return EngineStatus(_NAME, state, VERSION)

    def find(self, passages: Sequence[str]) -> tuple[Reply, ...]:
        """Return one reply for each passage, waiting for the worker."""
        away: tuple[Reply, ...] = tuple(NoAnswer(Silence.AWAY) for _ in passages)
        if self._closed.is_set():
            return away
        try:
            task = self._worker.submit(self._find_all, tuple(passages))
        except RuntimeError:  # closed between the question and the submission
            return away
        failure = task.exception()  # a panic in Rust arrives as a BaseException, and the linter is then unusable
        if failure is not None:
            self._linter = None
            return away
        return task.result()

    def _find_all(self, passages: tuple[str, ...]) -> tuple[Reply, ...]:
        linter = self._ready_linter()
        return tuple(Answer(_findings(linter, passage, self._kinds_off)) for passage in passages)

    def _ready_linter(self) -> Linter:
        if self._linter is None:
            linter = Linter()
            config: dict[str, bool | None] = dict(linter.get_lint_config())
            off = (name for name in config if any(fnmatchcase(name, pattern) for pattern in self._rules_off))
            config.update(dict.fromkeys(tuple(off), False))
            linter.set_lint_config(config)
            self._linter = linter
        return self._linter


def _findings(linter: Linter, passage: str, kinds_off: frozenset[str]) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for rule, lints in linter.organized_lints(passage, language="plaintext").items():
        for lint in lints:
            if lint.lint_kind in kinds_off:
                continue
            span = Span(lint.span.start, lint.span.end)
            found.append(
                Finding(
                    check=f"{_NAME}.{rule}",
                    family=Family.GRAMMAR,
                    span=span,
                    text=span.of(passage),
                    message=lint.message,
                    severity=Severity.ADVICE,
                    suggestions=_replacements(lint.suggestions, span.of(passage)),
                    engines=(_NAME,),
                ),
            )
    found.sort(key=lambda finding: (finding.span, finding.check))
    return tuple(found)


def _replacements(suggestions: Sequence[Suggestion], marked: str) -> tuple[str, ...]:
    texts: list[str] = []
    for suggestion in suggestions:
        inserts = suggestion.kind == SuggestionKind.INSERT_AFTER
        text = marked + suggestion.replacement_text if inserts else suggestion.replacement_text
        if text not in texts:
            texts.append(text)
    return tuple(texts[:SUGGESTIONS_KEPT])
