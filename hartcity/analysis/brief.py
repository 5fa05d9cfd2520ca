"""The office-hours brief: from a report to one page that two people can talk about for ten minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hartcity.analysis.praise import STRENGTHS, praise
from hartcity.analysis.steps import NextStep, next_steps
from hartcity.assignment import COURSE, Assignment, load
from hartcity.assignment.titles import check_title
from hartcity.model import CheckResult, Draft, Family, Finding, Report, Span, State
from hartcity.model.brief import AgendaItem, Brief, Quoted
from hartcity.text import Document, Part
from hartcity.text.shortened import shortened
from hartcity.text.word_count import word_count


QUESTIONS = 3
MISSING = 5
COMMENTS = 4
_LONGEST_QUOTE = 170
_MASK = "[name]"
_SIGNED = "[signature]"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A draft with its report, and the findings that the student set aside, which the report tells no more."""

    draft: Draft
    report: Report
    set_aside: tuple[Finding, ...] = ()


def office_hours(  # noqa: PLR0913 - what is talked about, and how it may be shown
    now: Reviewed,
    *,
    before: Reviewed | None = None,
    masked: bool = True,
    comments: Sequence[tuple[str, Span | None]] = (),
    overrides: Sequence[tuple[str, Span | None]] = (),
    assignment: Assignment | None = None,
) -> Brief:
    """Return what to talk about.

    ``before`` is the draft of last time, ``comments`` are a tutor's that wait and ``overrides`` why something does
    not hold, each with the place of its words. With
    ``masked`` the alias, what could identify somebody and the signature are hidden in every quotation and comment, so
    that the page can lie on a table. ``assignment`` says what is essential; the course's does by default.
    """
    asked = assignment or load(COURSE)
    quote = _Quotations(now, masked=masked)
    waiting, overridden = quote.remarks(comments), quote.remarks(overrides)
    if now.report.refused:
        return Brief(
            _about(now.draft, masked=masked), notices=(now.report.refused,), comments=waiting, overrides=overridden
        )
    strengths = _strengths(now, quote, asked)
    missing = _missing(now.report, asked)
    steps = next_steps(now.report, asked)[:QUESTIONS]
    questions = tuple(Quoted(_asked(step, quote), quote.of(step.spans)) for step in steps)
    return Brief(
        about=_about(now.draft, masked=masked),
        strengths=strengths,
        missing=missing,
        questions=questions,
        changed=_changed(before, now) if before is not None else (),
        agenda=_agenda(strengths, questions, has_changed=before is not None and before.draft.text != now.draft.text),
        comments=waiting,
        overrides=overridden,
    )


def _asked(step: NextStep, quote: _Quotations) -> str:
    """Return a step's question; of marked words also why, as a question alone may leave that open."""
    if not step.question or step.check not in set(Family):
        return step.question or quote.said(step.seen)
    return f"{quote.said(step.seen)} {step.question}"


def _about(draft: Draft, *, masked: bool) -> str:
    alias = draft.plan.service_user.alias if draft.plan is not None else ""
    whom = "the service user" if masked or not alias else alias
    kind = "Letter" if draft.kind.value == "letter" else "Email"
    recipient = draft.plan.email_recipient if draft.plan is not None else ""
    return f"{kind} for {whom}" + (f", to {recipient}" if recipient else "")


class _Quotations:
    """The words of a draft as they may stand on the page."""

    def __init__(self, reviewed: Reviewed, *, masked: bool) -> None:
        self._text = reviewed.draft.text
        self._hidden: list[tuple[Span, str]] = []
        self._document = Document(reviewed.draft)
        if masked:
            named = [f.span for f in reviewed.report.findings if f.family is Family.IDENTIFIER]
            alias = reviewed.draft.plan.service_user.alias.strip() if reviewed.draft.plan is not None else ""
            place = self._text.find(alias) if alias else -1
            while place >= 0:
                named.append(Span(place, place + len(alias)))
                place = self._text.find(alias, place + len(alias))
            signed = [block.span for block in self._document.blocks if block.part is Part.SIGNATURE]
            self._hidden = [(span, _MASK) for span in named] + [(span, _SIGNED) for span in signed]

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Where the sentences of the draft stand."""
        return tuple(sentence.span for sentence in self._document.sentences)

    def of(self, spans: tuple[Span, ...]) -> str:
        """Return the sentence that the first of the places stands in, masked and not too long."""
        if not spans:
            return ""
        first = spans[0]
        around = next((s.span for s in self._document.sentences if s.span.overlaps(first)), first)
        if around.end - around.start > _LONGEST_QUOTE:
            around = first
        return shortened(self._masked(around), _LONGEST_QUOTE)

    def remarks(self, made: Sequence[tuple[str, Span | None]]) -> tuple[Quoted, ...]:
        """Return what somebody remarked, each with the words that it is about."""
        return tuple(
            Quoted(shortened(self.said(words), _LONGEST_QUOTE), self.of((span,) if span is not None else ()))
            for words, span in made[:COMMENTS]
        )

    def said(self, words: str) -> str:
        """Return somebody's words about the draft, with whatever is hidden in it hidden here too."""
        hidden = {shown: mask for span, mask in self._hidden for shown in _as_shown(span.of(self._text))}
        for name in sorted(filter(None, hidden), key=len, reverse=True):
            words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _, mask=hidden[name]: mask, words)  # type: ignore[misc]
        return words

    def _masked(self, span: Span) -> str:
        words, place = [], span.start
        for hidden, mask in sorted(self._hidden):
            if hidden.overlaps(span) and hidden.end > place:
                words += [self._text[place : max(place, hidden.start)], mask]
                place = hidden.end
        return "".join([*words, self._text[place : span.end]])


def _as_shown(words: str) -> set[str]:
    """Return the ways in which a message may show words of a draft."""
    return {words.strip(), " ".join(words.split()), shortened(words).rstrip("\u2026")}


def _strengths(now: Reviewed, quote: _Quotations, asked: Assignment) -> tuple[Quoted, ...]:
    """Return what the draft does well, what serves the service user first, each with other words."""
    found: dict[str, Quoted] = {}
    for check, sentences in praise(now.report, asked, quote.sentences, now.set_aside):
        told = (quote.of((sentence,)) for sentence in sentences)
        words = next((words for words in told if words and _SIGNED not in words and words not in found), "")
        if words:
            found[words] = Quoted(check_title(check), words)
    return tuple(found.values())[:STRENGTHS]


def _missing(report: Report, asked: Assignment) -> tuple[Quoted, ...]:
    """Return the essentials that are not there yet or only partly."""
    essentials = next((s.checks for s in asked.stages if s.name == "essentials"), ())
    results = {result.check: result for result in report.checks}
    absent = [
        results[check] for state in (State.NOT_SEEN, State.PARTLY) for check in essentials
        if check in results and results[check].state is state
    ]  # fmt: skip
    return tuple(Quoted(f"{check_title(result.check)}{_partly(result)}") for result in absent[:MISSING])


def _partly(result: CheckResult) -> str:
    return " (partly there)" if result.state is State.PARTLY else ""


def _changed(before: Reviewed, now: Reviewed) -> tuple[str, ...]:
    """Say in a few lines what became of the draft since last time."""
    if before.draft.text == now.draft.text:
        return ("Nothing was changed since.",)
    words = word_count(now.draft.text), word_count(before.draft.text)
    lines = [f"{words[0]} {'word' if words[0] == 1 else 'words'}, {words[1]} last time"]
    old = {result.check: result.state for result in before.report.checks}
    met = {result.check: result.state is State.MET for result in now.report.checks}
    gained = [check_title(check) for check, is_met in met.items() if is_met and old.get(check) is not State.MET]
    lost = [check_title(check) for check, is_met in met.items() if not is_met and old.get(check) is State.MET]
    if gained:
        lines.append(f"There now: {'; '.join(gained[:4])}")
    if lost:
        lines.append(f"Not there any more: {'; '.join(lost[:4])}")
    lines.append(f"{_many(len(now.report.findings))}, {len(before.report.findings)} last time")
    return tuple(lines)


def _many(findings: int) -> str:
    return "1 finding" if findings == 1 else f"{findings} findings"


def _agenda(
    strengths: tuple[Quoted, ...], questions: tuple[Quoted, ...], *, has_changed: bool
) -> tuple[AgendaItem, ...]:
    """Return ten minutes: what works, what changed, the questions, and a next step in the student's own words."""
    opening = "Read aloud what already works" if strengths else "Ask what the email should achieve"
    items = [AgendaItem(1, opening)]
    if has_changed:
        items.append(AgendaItem(1, "What was changed since last time, and why"))
    left = 10 - len(items) - 2
    each = left // len(questions) if questions else 0
    items += [AgendaItem(each, f"Question {number}") for number in range(1, len(questions) + 1)]
    rest = left - each * len(questions)
    if rest:
        items.append(AgendaItem(rest, "What the student would like to ask"))
    return (*items, AgendaItem(2, "The student says what comes next, in their own words"))
