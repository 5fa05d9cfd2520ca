"""The report for people: levels, what the draft does in its own words, questions, and what the report rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hartcity.assignment import Assignment
from hartcity.assignment.titles import LEVELS, STATES, check_title, criterion_title
from hartcity.exports import pdf_page as page
from hartcity.exports.hand_in import Conversation, HandIn
from hartcity.model import ENGINE_NAMES, CheckResult, Draft, Finding, Kind, Report, State, whole_points
from hartcity.text import Document
from hartcity.text.praise import harm, is_praised
from hartcity.text.shortened import shortened


PART = "report"
TITLE = "Report as PDF"
FILE_NAME = "report.pdf"
MIME = "application/pdf"

_LONGEST_WORDS = 160
"""Characters of a quotation; the whole draft stands at the end of the report."""

_MOST_QUOTED = 2


def write(hand_in: HandIn) -> bytes:
    """Return the report on both parts, as far as there is one, with the draft that it is about."""
    return page.pdf(_pieces(hand_in), title="Practice feedback", author=hand_in.title_page.author)


def _pieces(hand_in: HandIn) -> Iterator[page.Piece]:
    day = f"{hand_in.as_of:%B} {hand_in.as_of.day}, {hand_in.as_of.year}"
    by = f"{hand_in.title_page.author.strip()}. " if hand_in.title_page.author.strip() else ""
    yield page.heading("Practice Feedback", 1)
    yield page.words(f"{by}{day}. Practice feedback, not your grade.", "small")
    if hand_in.report is not None:
        yield from _draft(hand_in.report, hand_in.draft, hand_in.assignment)
    if hand_in.conversations:
        yield page.heading("From your tutor", 2)
        for each in hand_in.conversations:
            yield from _conversation(each)
    if hand_in.plan_report is not None:
        yield page.heading("Service plan", 2)
        yield _checks(hand_in.plan_report.checks, None)
        if hand_in.plan_report.findings:
            yield page.heading("What may stand in the way of the plan", 2)
            yield _findings(hand_in.plan_report.findings)
    if hand_in.report is not None and hand_in.draft.text.strip():
        yield page.heading("The words that this is about", 2)
        if hand_in.draft.subject.strip():
            yield page.words(f"Subject: {hand_in.draft.subject}", "line")
        for paragraph in hand_in.draft.text.strip("\n").split("\n\n"):
            if paragraph.strip():
                yield page.words(paragraph.strip("\n"), "small")


def _draft(report: Report, draft: Draft, assignment: Assignment) -> Iterator[page.Piece]:
    yield page.heading("Letter" if draft.kind is Kind.LETTER else "Email", 2)
    if report.refused is not None:
        yield page.words(report.refused, "small")
        return
    criteria = [["Criterion", "Level", "Points of 100"]]
    for each in report.criteria:
        points = "" if each.score is None else str(whole_points(each.score))
        criteria.append([criterion_title(each.criterion, assignment), LEVELS[each.level], points])
    yield page.grid(criteria, [3, 2, 1.5])
    yield page.heading("What it does", 2)
    yield _checks(report.checks, _Quotable(draft, report.findings))
    yield page.heading("What may stand in the way", 2)
    if report.findings:
        yield _findings(report.findings)
    else:
        yield page.words("Nothing was seen.", "small")
    scores = [["How it reads", "Out of 100"]]
    scores += [
        [name.replace("_", " ").capitalize(), "too short to say" if value is None else str(whole_points(value))]
        for name, value in report.scores.items()
    ]
    yield page.heading("How it reads", 2)
    yield page.grid(scores, [3, 3.5])
    yield page.space(0.5)
    for notice in report.notices:
        yield page.words(notice.words, "small")
    engines = ", ".join(
        f"{ENGINE_NAMES[name]} {version}" if version else f"{ENGINE_NAMES[name]}: not used"
        for name, version in report.engines.items()
    )
    yield page.words(f"Engines: {engines or 'none'}.", "small")


def _conversation(conversation: Conversation) -> Iterator[page.Piece]:
    about = [conversation.about] if conversation.about else []
    if conversation.words:
        gone = "" if conversation.span is not None else " (these words are gone from the draft)"
        about.append(f"\u201c{conversation.words}\u201d{gone}")
    settled = " Settled." if conversation.is_settled else ""
    yield page.words(f"{': '.join(about) or 'The draft as a whole'}.{settled}", "line")
    for name, said in conversation.said:
        yield page.words(f"{name}: {said}", "quotation")


def _findings(findings: Sequence[Finding]) -> page.Piece:
    rows = [["Words", "What was seen", "A question"]]
    return page.grid(
        [
            *rows,
            *(
                [f"\u201c{shortened(each.text, _LONGEST_WORDS)}\u201d", each.message, each.question]
                for each in findings
            ),
        ],
        [1.7, 2.6, 2.2],
    )


class _Quotable:
    """The words of a draft as they stand beside what was seen; what may harm somebody is not quoted as a strength."""

    def __init__(self, draft: Draft, findings: Sequence[Finding]) -> None:
        self._text = draft.text
        self._sentences = tuple(sentence.span for sentence in Document(draft).sentences)
        self._harmful = harm(findings)

    def of(self, check: CheckResult) -> list[str]:
        is_strength = check.state is State.MET
        fit = [s for s in check.spans if not is_strength or is_praised(s, self._sentences, self._harmful)]
        found = (shortened(span.of(self._text), _LONGEST_WORDS) for span in fit[:_MOST_QUOTED])
        return [f"\u201c{words}\u201d" for words in found if words]


def _checks(checks: Sequence[CheckResult], quotable: _Quotable | None) -> page.Piece:
    """Return what was looked for, with the writer's own words where it was seen and a question where it was not."""
    rows = [["What is looked for", "State", "What was seen"]]
    for check in checks:
        quoted = quotable.of(check) if quotable is not None else []
        is_open = check.state in {State.PARTLY, State.NOT_SEEN}
        said = [check.reason, *quoted, check.question if is_open and check.question != check.reason else ""]
        rows.append([check_title(check.check), STATES[check.state], "\n".join(filter(None, said))])
    return page.grid(rows, [1.9, 0.9, 3.7])
