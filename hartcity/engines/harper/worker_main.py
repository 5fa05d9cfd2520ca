"""Reads passages with Harper, one after the other, until its input ends. Uses the standard library and Harper alone.

``python worker_main.py`` reads JSON, one value a line: first the settings, ``{"rules_off": [pattern], "kinds_off":
[kind]}``, answered with ``true`` once the dictionary stands; then passages, each answered with
``[[rule, start, end, message, [replacement]]]`` in code points, or with ``null`` where Harper failed.
"""

from __future__ import annotations

import json
import os
import sys
from fnmatch import fnmatchcase
from typing import Any

from harper import Linter, SuggestionKind


def _linter(rules_off: list[str]) -> Linter:
    linter = Linter()
    config: dict[str, bool | None] = dict(linter.get_lint_config())
    off = [name for name in config if any(fnmatchcase(name, pattern) for pattern in rules_off)]
    config.update(dict.fromkeys(off, False))
    linter.set_lint_config(config)
    return linter


def _found(linter: Linter, passage: str, kinds_off: frozenset[str]) -> list[list[Any]]:
    return [
        [rule, lint.span.start, lint.span.end, lint.message, _replacements(lint, passage)]
        for rule, lints in linter.organized_lints(passage, language="plaintext").items()
        for lint in lints
        if lint.lint_kind not in kinds_off
    ]


def _replacements(lint: Any, passage: str) -> list[str]:  # noqa: ANN401 - Harper's class has no name of its own
    marked = passage[lint.span.start : lint.span.end]
    return [
        marked + suggestion.replacement_text
        if suggestion.kind == SuggestionKind.INSERT_AFTER
        else suggestion.replacement_text
        for suggestion in lint.suggestions
    ]


def main() -> None:
    """Answer every line of the input."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # Harper writes words of the text there when it wonders about them
        os.dup2(nowhere, stream)
    lines = iter(sys.stdin)
    settings = json.loads(next(lines))
    linter = _linter(settings["rules_off"])
    kinds_off = frozenset(settings["kinds_off"])
    answers.write("true\n")
    answers.flush()
    for line in lines:
        try:
            answer: list[list[Any]] | None = _found(linter, json.loads(line), kinds_off)
        except BaseException:  # noqa: BLE001 - a panic in Rust arrives as one, and the linter is then unusable
            answer = None
            linter = _linter(settings["rules_off"])
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
