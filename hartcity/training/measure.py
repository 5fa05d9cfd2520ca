"""``python -m hartcity.training.measure``: how well reports agree with labels, on authors on whom nothing was fitted.

Prints a table; ``--out hartcity/reader/weights/measures.json`` keeps it for the page that says how scoring works.
``--engines none`` measures the rules alone, ``--authors`` other authors than those kept for measuring.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from hartcity import analysis
from hartcity.model import Family, Report, Span, State
from hartcity.reader.reader import FAMILY_OF
from hartcity.text import Document
from hartcity.training.drafts import LabelledDraft, authors, drafts, expected_checks, touched


_PRIVATE = frozenset({Family.IDENTIFIER, Family.SENSITIVE})
_NOT_LABELLED = frozenset({Family.GRAMMAR})
_FEWEST_EACH_SIDE = 8
_RESAMPLES = 400


@dataclass(frozen=True)
class Judged:
    """A labelled draft and the report on it."""

    draft: LabelledDraft
    report: Report
    words: int

    @property
    def states(self) -> dict[str, State]:
        """The state of each check."""
        return {result.check: result.state for result in self.report.checks}

    def labelled(self, family: Family) -> list[Span]:
        """Return where the labels see faults of ``family``."""
        return [Span(span.start, span.end) for span in self.draft.spans if FAMILY_OF.get(span.family) is family]

    def found(self, family: Family) -> list[Span]:
        """Return where the report sees faults of ``family``."""
        return [finding.span for finding in self.report.findings if finding.family is family]


def main(
    engines: Annotated[str, typer.Option(help="Comma list of reader, harper, languagetool, or none.")] = "reader",
    by: Annotated[str, typer.Option("--authors", help="Comma list of authors.")] = "",
    out: Annotated[Path | None, typer.Option(help="A JSON file for the table.")] = None,
    *,
    detail: bool = False,
) -> None:
    """Measure reports against labels."""
    names = () if engines == "none" else tuple(engines.split(","))
    judged = [judge(draft, names) for draft in drafts(by.split(",") if by else authors()["measuring"])]
    analysis.close()
    rows = measures(judged)
    for name, measure in rows.items():
        low, high = interval(judged, measure)
        typer.echo(f"{name:58} {measure(judged):.3f}  [{low:.3f} {high:.3f}]")
    if detail:
        _tell_detail(judged)
    if out:
        known = json.loads(out.read_text("utf-8"))["rows"] if out.exists() else []
        kept = {row["measure"]: row for row in known}  # what was measured once, before or by hand, stays beside it
        table = [
            kept.get(name, {})
            | {
                "measure": name,
                "value": round(measure(judged), 3),
                "interval": [round(at, 3) for at in interval(judged, measure)],
            }
            for name, measure in rows.items()
        ]
        out.write_text(json.dumps({"drafts": len(judged), "rows": table}, indent=1) + "\n", encoding="utf-8")


def judge(draft: LabelledDraft, names: Sequence[str]) -> Judged:
    """Return a labelled draft with the report that the engines called ``names`` give."""
    report = analysis.check_draft(draft.draft, engines=names)
    return Judged(draft, report, len(Document(draft.draft).words))


Measure = Callable[[Sequence[Judged]], float]


def measures(judged: Sequence[Judged]) -> dict[str, Measure]:
    """Return what is measured, by its name; ``judged`` says which checks have enough drafts on each side."""
    balanced = [check for check in expected_checks(judged[0].draft) if _has_both(judged, check)]
    return {
        f"checks, macro-F1 of {len(balanced)} checks": lambda some: _mean(_check_f1(some, check) for check in balanced),
        "'met' is right": lambda some: _right(some, {State.MET}, there=True),
        "'not seen' is right": lambda some: _right(some, {State.NOT_SEEN}, there=False),
        "finding families, macro-F1": lambda some: _mean(
            _family(some, frozenset({family}))[2] for family in Family if family not in _NOT_LABELLED
        ),
        "private matter, recall": lambda some: _family(some, _PRIVATE)[1],
        "private matter, precision": lambda some: _family(some, _PRIVATE)[0],
        "findings per 100 words of clean drafts": _alarms,
    }


def interval(judged: Sequence[Judged], measure: Measure) -> tuple[float, float]:
    """Return a 95 % bootstrap interval over drafts."""
    dice = random.Random(0)  # noqa: S311 - resampling, no secret
    values = sorted(measure(dice.choices(judged, k=len(judged))) for _ in range(_RESAMPLES))
    return values[int(0.025 * _RESAMPLES)], values[int(0.975 * _RESAMPLES) - 1]


def _has_both(judged: Sequence[Judged], check: str) -> bool:
    there = sum(expected_checks(one.draft)[check] for one in judged)
    return min(there, len(judged) - there) >= _FEWEST_EACH_SIDE


def _is_met(one: Judged, check: str) -> bool:
    if check == "times_offered":  # the labels mark that a time is offered, not how many
        return one.states["meeting_options"] in {State.MET, State.PARTLY}
    return one.states[check] is State.MET


def _mean(values: Iterable[float]) -> float:
    told = list(values)
    return sum(told) / max(1, len(told))


def _check_f1(judged: Sequence[Judged], check: str) -> float:
    pairs = [(_is_met(one, check), expected_checks(one.draft)[check]) for one in judged]
    return (_f1(pairs) + _f1([(not seen, not there) for seen, there in pairs])) / 2


def _f1(pairs: Sequence[tuple[bool, bool]]) -> float:
    hit = sum(seen and there for seen, there in pairs)
    wrong = sum(seen != there for seen, there in pairs)
    return 2 * hit / max(1, 2 * hit + wrong)


def _right(judged: Sequence[Judged], states: set[State], *, there: bool) -> float:
    claims = [
        expected == there
        for one in judged
        for check, expected in expected_checks(one.draft).items()
        if one.states.get("meeting_options" if check == "times_offered" else check) in states
    ]
    return _mean(claims)


def _family(judged: Sequence[Judged], families: frozenset[Family]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of findings by overlap; families that are given together count as one."""
    hit = wanted = right = found = 0
    for one in judged:
        labelled = [span for family in families for span in one.labelled(family)]
        marked = [span for family in families for span in one.found(family)]
        wanted, found = wanted + len(labelled), found + len(marked)
        hit += touched(labelled, marked)
        right += touched(marked, labelled)
    precision, recall = right / max(1, found), hit / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _alarms(judged: Sequence[Judged]) -> float:
    clean = [one for one in judged if not one.draft.spans]
    told = sum(len([f for f in one.report.findings if f.family is not Family.GRAMMAR]) for one in clean)
    return 100 * told / max(1, sum(one.words for one in clean))


def _tell_detail(judged: Sequence[Judged]) -> None:
    for check in expected_checks(judged[0].draft):
        pairs = [(_is_met(one, check), expected_checks(one.draft)[check]) for one in judged]
        name = "meeting_options" if check == "times_offered" else check
        denied = [
            not there for one, (_, there) in zip(judged, pairs, strict=True) if one.states[name] is State.NOT_SEEN
        ]
        claimed = [there for seen, there in pairs if seen]
        typer.echo(
            f"  {check:20} F1 {_check_f1(judged, check):.2f}  there {sum(t for _, t in pairs):3} of {len(pairs)}"
            f"  met right {_mean(claimed):.2f} ({len(claimed)})  not seen right {_mean(denied):.2f} ({len(denied)})"
        )
    for family in Family:
        if family not in _NOT_LABELLED:
            precision, recall, f1 = _family(judged, frozenset({family}))
            count = sum(len(one.labelled(family)) for one in judged)
            typer.echo(f"  {family:22} F1 {f1:.2f}  precision {precision:.2f}  recall {recall:.2f}  labelled {count}")
    wrong: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        for finding in one.report.findings:
            wrong[finding.check].append(any(finding.span.overlaps(span) for span in one.labelled(finding.family)))
    for check, told in sorted(wrong.items(), key=lambda item: sum(item[1]) - len(item[1]))[:25]:
        typer.echo(f"    {check:44} right {sum(told)} of {len(told)}")


if __name__ == "__main__":
    typer.run(main)
