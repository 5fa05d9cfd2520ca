"""Labelled drafts as their authors wrote them: plain text, one sentence a line (``labels.md`` says how)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from hartcity.model import Draft, Family, Kind, Span
from hartcity.text import Act


FOLDER = Path(__file__).with_name("drafts")
_AUTHORS = Path(__file__).with_name("authors.toml")
_SPAN = re.compile(r"\{([a-z_]+):([^{}]*)\}")
_SENTENCE = re.compile(r"\[([^\]]*)\]\s*(\S.*)$")


class LabelledSpan(NamedTuple):
    """Words at fault: their family, and where they stand (code points, half-open)."""

    family: str
    start: int
    end: int


@dataclass(frozen=True)
class LabelledLine:
    """A sentence of the body with what it does, or (``in_body`` false) a line around it; and the words at fault."""

    text: str
    in_body: bool
    paragraph: int
    acts: frozenset[str]
    spans: tuple[LabelledSpan, ...]


@dataclass(frozen=True)
class LabelledDraft:
    """A draft with its labels; the letters that its id begins with are its author."""

    id: str
    kind: str
    subject: LabelledLine
    lines: tuple[LabelledLine, ...]

    @property
    def author(self) -> str:
        """The letters of who wrote it."""
        return self.id.rstrip("0123456789")

    @property
    def body(self) -> tuple[LabelledLine, ...]:
        """The sentences of the body."""
        return tuple(line for line in self.lines if line.in_body)

    @cached_property
    def _whole(self) -> tuple[str, tuple[LabelledSpan, ...]]:
        """The text, and its words at fault: a sentence that is labelled as too long is at fault as a whole."""
        text, spans = "", []
        before: LabelledLine | None = None
        for line in self.lines:
            if before is not None:
                same = before.paragraph == line.paragraph
                text += "\n\n" if not same else " " if before.in_body and line.in_body else "\n"
            spans += [LabelledSpan(f, start + len(text), end + len(text)) for f, start, end in line.spans]
            if Act.TOO_LONG in line.acts:
                spans.append(LabelledSpan(Family.LONG_SENTENCE, len(text), len(text) + len(line.text)))
            text += line.text
            before = line
        return text, tuple(spans)

    @property
    def spans(self) -> tuple[LabelledSpan, ...]:
        """All words at fault, as offsets into the draft's text."""
        return self._whole[1]

    @property
    def draft(self) -> Draft:
        """The draft as a student would hand it to the checks."""
        kind = Kind.LETTER if self.kind == Kind.LETTER else Kind.EMAIL
        return Draft(text=self._whole[0], id=self.id, subject=self.subject.text, kind=kind)


def drafts(authors: Collection[str] = (), folder: Path = FOLDER) -> tuple[LabelledDraft, ...]:
    """Return the labelled drafts of ``authors`` (all when empty), in the order of the files.

    Raises ValueError for a line that breaks the format.
    """
    found = [draft for file in sorted(folder.glob("*.txt")) for draft in _read(file)]
    return tuple(draft for draft in found if not authors or draft.author in authors)


def authors() -> Mapping[str, tuple[str, ...]]:
    """Return the authors by what they serve: ``training``, ``thresholds``, ``measuring`` or the ``next`` training."""
    told = tomllib.loads(_AUTHORS.read_text("utf-8"))
    return {use: tuple(author for author, entry in told.items() if entry["for"] == use) for use in _USES}


_USES = ("training", "thresholds", "measuring", "next")


def touched(spans: Iterable[Span], others: Collection[Span]) -> int:
    """Return how many of ``spans`` share words with one of ``others``: agreement on words at fault, counted one way."""
    return sum(any(span.overlaps(other) for other in others) for span in spans)


def expected_checks(draft: LabelledDraft) -> dict[str, bool]:
    """Return whether each check of meaning is met, as the labels of the sentences say."""
    body = draft.body
    everything = frozenset[str]().union(*(line.acts for line in body))
    first = [line for line in body if line.paragraph == body[0].paragraph] if body else []
    asks = [line.acts for line in body if line.acts & {"ask.service", "ask.meeting"}]
    offered = sum("times" in line.acts for line in body)
    return {
        "role_and_agency": any("intro" in line.acts for line in first),
        "purpose_early": any("purpose" in line.acts for line in body[:2]),
        "considerate_ask": any("polite" in ask for ask in asks) and not any("order" in ask for ask in asks),
        "times_offered": offered > 0,
        **{check: act in everything for check, act in _CHECK_OF_ACT.items()},
    }


_CHECK_OF_ACT = {
    "general_need": "need",
    "service_request": "ask.service",
    "meeting_request": "ask.meeting",
    "meeting_mode": "mode",
    "consent_statement": "consent",
    "gratitude": "thanks",
    "partner_expertise": "partner",
    "own_contribution": "offer",
    "shared_next_step": "joint",
    "strength_or_goal": "strength",
    "concrete_fact": "fact",
    "service_impact": "impact",
}


def _read(file: Path) -> Iterator[LabelledDraft]:
    header: list[str] | None = None
    lines: list[LabelledLine] = []
    paragraph = 0
    for number, raw in enumerate(file.read_text("utf-8").splitlines(), 1):
        line = raw.strip()
        if line.startswith("==="):
            if header is not None:
                yield _draft(header, lines)
            header, lines, paragraph = [part.strip() for part in line[3:].split("|", 2)], [], 0
        elif not line:
            paragraph += 1
        elif line.startswith("@"):
            lines.append(_line(line[1:].strip(), "", paragraph, in_body=False))
        else:
            found = _SENTENCE.match(line)
            if found is None or header is None:
                raise ValueError(f"{file.name}, line {number}: neither a header, a line nor a labelled sentence.")
            lines.append(_line(found[2], found[1], paragraph, in_body=True))
    if header is not None:
        yield _draft(header, lines)


def _draft(header: list[str], lines: list[LabelledLine]) -> LabelledDraft:
    name, kind, subject = (*header, "", "")[:3]
    return LabelledDraft(name, kind, _line(subject, "", 0, in_body=False), tuple(line for line in lines if line.text))


def _line(marked: str, labels: str, paragraph: int, *, in_body: bool) -> LabelledLine:
    text, spans, at = "", [], 0
    for found in _SPAN.finditer(marked):
        text += marked[at : found.start()]
        spans.append(LabelledSpan(found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    acts = frozenset(labels.replace(",", " ").split())
    return LabelledLine(text + marked[at:], in_body, paragraph, acts, tuple(spans))


def place(span: LabelledSpan) -> Span:
    """Return where a labelled span stands."""
    return Span(span.start, span.end)
