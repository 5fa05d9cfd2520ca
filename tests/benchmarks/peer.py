"""One side of a comparison, in a process of its own: reads commands as JSON lines, answers with seconds and bytes.

``ours`` is the full report, ``ours-harper`` the one without LanguageTool, ``ours-reader`` our own share alone, and
``ours-rules`` that without the reader; ``naive`` is what a page would do that takes ``language_tool_python`` as it
comes and ``textstat`` after it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psutil


METRICS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "difficult_words",
    "linsear_write_formula",
    "gunning_fog",
    "text_standard",
    "syllable_count",
    "lexicon_count",
    "sentence_count",
    "reading_time",
    "spache_readability",
)


def ours(*engines: str) -> Callable[[str], object]:
    """Return our report as a function of a text; the process also holds the screens' libraries, as the app does."""
    import hartcity  # noqa: PLC0415 - each peer loads only what is its own

    def check(text: str) -> object:
        return hartcity.check_draft({"text": text}, engines=engines)

    return check


def naive() -> Callable[[str], object]:
    """Return the naive page as a function of a text."""
    import language_tool_python  # noqa: PLC0415 - each peer loads only what is its own
    import textstat  # noqa: PLC0415

    tool = language_tool_python.LanguageTool("en-US")

    def check(text: str) -> object:
        return tool.check(text), [getattr(textstat, name)(text) for name in METRICS]

    return check


PEERS: dict[str, Callable[[], Callable[[str], object]]] = {
    "ours": lambda: ours("languagetool", "harper", "reader"),
    "ours-harper": lambda: ours("harper", "reader"),
    "ours-reader": lambda: ours("reader"),
    "ours-rules": ours,
    "naive": naive,
}


def memory() -> int:
    """Return the resident bytes of this process and of its children."""
    me = psutil.Process()
    return sum(process.memory_info().rss for process in (me, *me.children(recursive=True)) if process.is_running())


def main() -> None:
    """Answer commands until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    check = PEERS[sys.argv[1]]()
    if "--with-screens" in sys.argv:
        import pandas  # noqa: F401, ICN001, PLC0415 - loaded as the app loads it
        import streamlit.web.bootstrap  # noqa: F401, PLC0415
    for line in sys.stdin:
        command = json.loads(line)
        begin = time.perf_counter()
        if command["do"] == "check":
            check(command["text"])
        elif command["do"] == "batch":
            with ThreadPoolExecutor(command["threads"]) as pool:
                list(pool.map(check, command["texts"]))
        seconds = time.perf_counter() - begin
        answers.write(json.dumps({"seconds": seconds, "bytes": memory() if command["do"] == "memory" else None}) + "\n")
    os._exit(0)


if __name__ == "__main__":
    main()
