"""Finding flaws before they are shown, and what is told afterwards."""

from hartcity.model import CheckResult, Family, Finding, Report, Severity, Span, State
from hartcity.ui import labels
from hartcity.ui.editor import find_first


TEXT = "🏠 She is desperate and needs alot of help."


def _finding(words: str, family: Family) -> Finding:
    start = TEXT.index(words)
    return Finding(
        check=f"rules.{family.value}",
        family=family,
        severity=Severity.ADVICE,
        span=Span(start, start + len(words)),
        text=words,
        message=f"About {words}.",
        why="",
        question="",
        source="",
    )


def _units(words: str) -> list[int]:
    """Return a place as a browser counts it, where the house takes two units."""
    start = TEXT.index(words) + 1
    return [start, start + len(words)]


CONSENT, ASK = (labels.title(check) for check in ("consent_statement", "service_request"))
REPORT = Report(
    "",
    None,
    {},
    (),
    (
        CheckResult("consent_statement", State.NOT_SEEN, reason="Not seen.", question="Has the person agreed?"),
        CheckResult("service_request", State.MET, (Span(0, 3),), "It asks."),
    ),
    (_finding("desperate", Family.PITY), _finding("alot", Family.GRAMMAR)),
    {},
    {},
)


def test_what_was_seen_comes_before_what_was_overlooked():
    """Marks are matched with findings by their places; marks of one's own and guesses at what is missing are kept."""
    kept = find_first.begun({"view": "full"})
    assert find_first.looks(kept)
    kept = find_first.compared(kept, [_units("alot"), _units("help")], [CONSENT, ASK], REPORT, TEXT)
    assert not find_first.looks(kept)
    assert find_first.comparison(kept) == {
        "seen": [["alot", "Spelling and grammar", "About alot."]],
        "overlooked": [["desperate", "Pity", "About desperate."]],
        "own": ["help"],
        "missed": [[CONSENT, "Has the person agreed?", True]],
        "there": [ASK],
    }
    ended = find_first.ended(kept)
    assert find_first.comparison(ended) is None
    assert ended == {"view": "full", "practice": True}


def test_what_is_no_mark_is_left_out():
    """Whatever the browser sends, the comparison is whole."""
    kept = find_first.compared({}, [[1], "x", [2, "y"]], {"no": "list"}, REPORT, TEXT)
    found = find_first.comparison(kept)
    assert found is not None
    assert [len(found[part]) for part in ("seen", "overlooked", "own", "missed", "there")] == [0, 2, 0, 1, 0]
    assert find_first.compared({}, None, None, REPORT, TEXT) == kept
