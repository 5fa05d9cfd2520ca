"""Logs hold no word of a draft and stay small."""

from __future__ import annotations

import json
import logging

import pytest

from hartcity.server.logs import LINES_A_MINUTE, Discreet, Sparing, Unaddressed


WORDS = "My neighbour Zebulon is ill"


def _line(*, error: bool, message: str, arguments: tuple[object, ...] = ()) -> str:
    info = None
    if error:
        try:
            int(WORDS)
        except ValueError as caught:
            info = (type(caught), caught, caught.__traceback__)
    return Discreet().format(logging.LogRecord("streamlit", logging.ERROR, __file__, 1, message, arguments, info))


@pytest.mark.parametrize(
    ("message", "arguments"),
    [("Uncaught app execution", ()), ("Failed: %s", (ValueError(WORDS),)), (f"Failed: {WORDS}", ())],
)
def test_an_error_is_told_without_its_words(message, arguments):
    """Kind and place of an error are told; its text, which may quote a draft, is not."""
    line = _line(error=True, message=message, arguments=arguments)
    told = json.loads(line)
    assert "Zebulon" not in line
    assert told["error"] == "ValueError"
    assert told["at"] == [f"test_logs.py:{told['at'][0].split(':')[1].split()[0]} _line"]


def test_an_ordinary_line_is_told_as_it_is():
    """A line without an error keeps its message and says when and where it was written."""
    told = json.loads(_line(error=False, message="Port %s is taken", arguments=(8501,)))
    assert told["message"] == "Port 8501 is taken"
    assert set(told) == {"time", "level", "logger", "message"}


def test_one_place_in_the_code_cannot_fill_a_disk():
    """However often a place writes, few of its lines pass in a minute; another place is heard all the same."""
    sparing = Sparing()
    storm = [logging.LogRecord("a", logging.ERROR, "a.py", 1, "full", (), None) for _ in range(10_000)]
    assert sum(sparing.filter(record) for record in storm) == LINES_A_MINUTE
    assert sparing.filter(logging.LogRecord("a", logging.ERROR, "a.py", 2, "other", (), None))


def test_the_line_for_each_stream_with_a_visitors_address_is_left_out():
    """The web server's line about a stream that was opened tells who came, and is not written; others are."""
    opened = ("127.0.0.9:0", "/_stcore/stream")
    message = '%s - "WebSocket %s" [accepted]'
    assert not Unaddressed().filter(logging.LogRecord("uvicorn.error", logging.INFO, "a.py", 1, message, opened, None))
    assert Unaddressed().filter(logging.LogRecord("uvicorn.error", logging.INFO, "a.py", 1, "Started", (), None))
