"""A report as the editor reads it: short, with phrases by number and places in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hartcity.analysis import next_steps, strengths, telling
from hartcity.assignment import COURSE, Assignment, MetricLine, load
from hartcity.assignment.titles import criterion_title
from hartcity.engines import EngineStatus, GrammarStatus
from hartcity.model import (
    CheckResult,
    CriterionResult,
    Draft,
    Finding,
    Notice,
    NoticeKind,
    Report,
    Severity,
    Span,
    State,
    whole_points,
)
from hartcity.ui import labels
from hartcity.ui.editor.offsets import utf16_offsets
from hartcity.ui.editor.phrasebook import Phrasebook
from hartcity.ui.workspace import privacy


_SEVERITIES = list(Severity)
_GAUGES = ("clarity", "concision", "tone")
_SENTENCES_SHOWN = 400
_ESSENTIALS = "essentials"
_SPELLING = ("morfologik", "spell", "typo")


@dataclass(frozen=True)
class PackedReport:
    """What the screen says about one draft: the report after the student's choices, and what stands beside it.

    ``told`` is what a tutor overrode, in sentences by the line that each stands beside (see ``overrides.told``).
    """

    draft: Draft
    report: Report
    engines: GrammarStatus
    preferences: Mapping[str, Any]
    told: Mapping[str, Sequence[str]] = field(default_factory=dict)
    assignment: Assignment = field(default_factory=lambda: load(COURSE))
    set_aside: tuple[Finding, ...] = ()

    def packed(self, book: Phrasebook) -> dict[str, Any]:
        """Return the answer as JSON; new phrases are written into ``book``."""
        return _Packer(self, book).everything()


class _Packer:
    def __init__(self, answer: PackedReport, book: Phrasebook) -> None:
        self._answer = answer
        self._say = book.number
        self._unit = utf16_offsets(answer.draft.text)

    def everything(self) -> dict[str, Any]:
        report = self._answer.report
        outline, grades = report.outline, report.grades
        return {
            "refused": self._say(report.refused or ""),
            "early": outline.words < self._answer.assignment.limits.fewest_words,
            "notices": [self._say(notice.words) for notice in report.notices if not _is_of_engine(notice)],
            "words": outline.words,
            "paragraphs": len(outline.paragraphs),
            "sentences": [
                [*self._pair(sentence.span), sentence.words] for sentence in outline.sentences[:_SENTENCES_SHOWN]
            ],
            "findings": [self._finding(finding) for finding in report.findings],
            "steps": self._steps(),
            "criteria": [self._criterion(result) for result in report.criteria],
            "checks": self._checks(),
            "strengths": self._strengths(),
            "bars": self._bars(),
            "grades": [round(grades.low), round(grades.high)] if grades else None,
            "agreement": [
                [self._say(line.about), line.level.value, self._say(line.saying), self._places(line.spans)]
                for line in report.agreement
            ],
            "engines": self._engines(),
        }

    def _pair(self, span: Span) -> tuple[int, int]:
        return self._unit(span.start), self._unit(span.end)

    def _places(self, spans: Iterable[Span]) -> list[int]:
        return [unit for span in dict.fromkeys(spans) for unit in self._pair(span)]

    def _finding(self, finding: Finding) -> list[Any]:
        say = self._say
        packed: list[Any] = [
            *self._pair(finding.span),
            labels.GROUPS[finding.family],
            _SEVERITIES.index(finding.severity),
            say(finding.check),
            say(labels.FAMILIES[finding.family]),
            say(finding.message),
            say(_why(finding)),
            say(finding.question),
            say("" if finding.engines else finding.source),  # an engine's name stands beside it already
            say(" and ".join(labels.engine(name) for name in finding.engines)),
            [say(suggestion) for suggestion in finding.suggestions],
            int(_is_a_word(finding)),
        ]
        decision = privacy.decision(finding, self._answer.preferences)
        told = self._told(f"{finding.check} {finding.text}")
        return [*packed, decision, *told] if decision or told else packed

    def _told(self, line: str) -> list[int | None]:
        return [self._say(sentence) for sentence in self._answer.told.get(line, ())]

    def _steps(self) -> list[list[Any]]:
        """Return the next steps; what could identify somebody is asked about above them, in the privacy gate."""
        report = self._answer.report
        rest = tuple(finding for finding in report.findings if not finding.family.is_private)
        say = self._say
        return [
            [say(labels.title(step.check)), say(step.seen), say(step.question), say(step.why), self._places(step.spans)]
            for step in next_steps(replace(report, findings=rest), self._answer.assignment)
        ]

    def _criterion(self, result: CriterionResult) -> list[Any]:
        """Return a criterion with its receipt; a gauge's words stand with the gauge, which the line names by number."""
        receipt = [
            [
                self._say(labels.title(line.check)),
                line.points,
                line.of,
                self._say(line.reason),
                _GAUGES.index(line.check) if line.check in _GAUGES else self._places(line.spans),
                *self._told(line.check),
            ]
            for line in result.receipt
        ]
        name = self._say(criterion_title(result.criterion, self._answer.assignment))
        return [result.criterion, name, result.level.value, _shown(result.score), receipt]

    def _checks(self) -> list[list[Any]]:
        """Return the checks stage by stage, in an order that stays the same while the draft grows."""
        stages = self._answer.assignment.stages
        ranks = {check: (rank, place) for rank, stage in enumerate(stages) for place, check in enumerate(stage.checks)}
        essential = next((set(stage.checks) for stage in stages if stage.name == _ESSENTIALS), set())
        ordered = sorted(self._answer.report.checks, key=lambda result: ranks.get(result.check, (len(stages), 0)))
        return [self._check(result, is_essential=result.check in essential) for result in ordered]

    def _check(self, result: CheckResult, *, is_essential: bool) -> list[Any]:
        question = "" if result.state is State.MET else result.question
        return [
            self._say(labels.title(result.check)),
            result.state.value,
            self._say(result.reason),
            self._say(question),
            self._places(result.spans),
            int(is_essential),
            *self._told(result.check),
        ]

    def _strengths(self) -> list[list[Any]]:
        """Return what the recap of a finished draft quotes."""
        found = strengths(self._answer.report, self._answer.assignment, self._answer.set_aside)
        return [[self._say(labels.title(check)), *self._pair(span)] for check, span in found]

    def _bars(self) -> list[list[Any]]:
        """Return the gauges, each with what sets it apart from an ordinary text's and the words of that."""
        targets, report = _targets(self._answer.assignment), self._answer.report
        return [
            [
                self._say(name.capitalize()),
                _shown(report.scores.get(name)),
                targets.get(name, 50),
                100,
                [
                    [self._say(part.name), round(part.contribution), self._places(part.spans)]
                    for part in telling(report.parts.get(name, ()))
                ],
            ]
            for name in _GAUGES
        ]

    def _engines(self) -> list[list[Any]]:
        rows = []
        for status in self._answer.engines.engines:
            progress = status.progress if status.state.is_on_its_way else None
            name = self._say(labels.engine(status.name))
            rows.append([name, status.state.value, progress, self._say(self._about(status))])
        return rows

    def _about(self, status: EngineStatus) -> str:
        """Return the engine's version, or why it took no part; and what the report says of its silence."""
        name, version = labels.engine(status.name), self._answer.report.engines.get(status.name)
        if status.state.is_on_its_way and not version:
            return status.message or f"{name} is on its way."
        told = [notice.words for notice in self._answer.report.notices if _is_of_engine(notice, status.name)]
        if version:
            return " · ".join([f"{name} {version}", *told])
        return " ".join(told) or status.message or f"{name} took no part in this report."


def _is_of_engine(notice: Notice, name: str = "") -> bool:
    """Whether a notice says that an engine was silent; it stands with the engines, as it is no news about the draft."""
    return notice.kind is NoticeKind.ENGINE_SILENT and (not name or notice.engine == name)


def _shown(score: float | None) -> int | None:
    return None if score is None else whole_points(score)


def _targets(asked: Assignment) -> dict[str, float]:
    """Return the score from which each gauge earns everything, as the assignment's data says."""
    lines: Sequence[Any] = [line for item in asked.criteria for line in item.earns]
    return {line.metric: line.band[1] for line in lines if isinstance(line, MetricLine)}


def _why(finding: Finding) -> str:
    """Return why the words matter, with two sentences that teach: one at fault in the same way, one fine."""
    if finding.like is None:
        return finding.why
    at_fault, fine = _closed(finding.like.at_fault), _closed(finding.like.fine)
    taught = f"A sentence at fault in the same way: \u201c{at_fault}\u201d One that is fine: \u201c{fine}\u201d"
    return f"{finding.why} {taught}"


def _closed(sentence: str) -> str:
    """Return a sentence with a mark at its end, so that what follows its quotation marks begins anew."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _is_a_word(finding: Finding) -> bool:
    """Whether the finding says that one word is misspelled, so that the student may call it their own."""
    check = finding.check.lower()
    return finding.text.isalpha() and any(part in check for part in _SPELLING)
