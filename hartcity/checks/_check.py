"""The shape of a check, and the few ways in which evidence becomes a state."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from hartcity.model import CheckResult, Draft, Kind, ServicePlan, Span, State
from hartcity.reader import load
from hartcity.text import Act, Document, Shown


_HEADINGS = re.compile(r"^(What|Why|Example|Source): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Documentation:
    """A check's docstring in its parts."""

    what: str
    why: str
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class Example:
    """A short text and the state that a check must give it."""

    text: str
    state: State
    subject: str = ""
    kind: Kind = Kind.EMAIL
    plan: ServicePlan | None = None

    @property
    def document(self) -> Document:
        """The example as a document, with the project's reader."""
        return Document(Draft(text=self.text, subject=self.subject, kind=self.kind, plan=self.plan), load())


@dataclass(frozen=True, slots=True)
class Check:
    """A check: ``run`` says how far a document fulfills it. ``acts`` are what it takes from the reader, if anything."""

    id: str
    title: str
    judge: Callable[[Document], CheckResult]
    examples: tuple[Example, ...]
    acts: tuple[Act, ...] = ()
    documentation: Documentation = field(repr=False, kw_only=True)

    def run(self, document: Document) -> CheckResult:
        """Return how far ``document`` fulfills the check; not applicable where it takes a reader and there is none."""
        if self.acts and document.reader is None:
            return CheckResult(self.id, State.NOT_APPLICABLE, (), "This was not looked for, as the reader is away.")
        return self.judge(document)

    @classmethod
    def of_module(cls, module: ModuleType) -> Check:
        """Read a check off its module; raises ValueError when the docstring lacks a part."""
        title, parts = _parts(module)
        return cls(
            id=module.__name__.rpartition(".")[2],
            title=title,
            judge=module.run,
            examples=tuple(module.EXAMPLES),
            acts=tuple(getattr(module, "ACTS", ())),
            documentation=Documentation(*(parts[name] for name in ("What", "Why", "Example", "Source"))),
        )


@dataclass(frozen=True, slots=True)
class Wording:
    """What a check says in each state. ``partly`` may be chosen more finely by the check itself."""

    met: str
    partly: str
    not_seen: str
    question: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Makes the results of one check."""

    check: str
    wording: Wording

    def __call__(self, state: State, spans: Iterable[Span] = (), reason: str = "") -> CheckResult:
        """Return the result for a state; ``reason`` replaces the usual words."""
        usual = {State.MET: self.wording.met, State.PARTLY: self.wording.partly, State.NOT_SEEN: self.wording.not_seen}
        question = "" if state in {State.MET, State.NOT_APPLICABLE} else self.wording.question
        return CheckResult(self.check, state, tuple(sorted(set(spans))), reason or usual.get(state, ""), question)

    def weigh(self, evidence: Iterable[Shown]) -> CheckResult:
        """Met where any evidence is firm, partly where there is some, not seen without."""
        found = tuple(evidence)
        firm = [each.span for each in found if each.firm]
        if firm:
            return self(State.MET, firm)
        return self(State.PARTLY if found else State.NOT_SEEN, [each.span for each in found])

    def by_plan(self, look: Callable[[Document, ServicePlan], Sequence[Any]], document: Document) -> CheckResult:
        """Give what ``look`` sees: a state, spans and perhaps a reason. Not applicable where there is no plan."""
        plan = document.draft.plan
        if plan is None or not plan.services:
            return self(State.NOT_APPLICABLE, (), "There is no service plan to compare with.")
        return self(*look(document, plan))


def _parts(module: ModuleType) -> tuple[str, dict[str, str]]:
    title, _, rest = (module.__doc__ or "").strip().partition("\n")
    pieces = _HEADINGS.split(rest)
    parts = {name: " ".join(words.split()) for name, words in zip(pieces[1::2], pieces[2::2], strict=True)}
    missing = {"What", "Why", "Example", "Source"} - parts.keys()
    if missing or not title:
        raise ValueError(f"The docstring of {module.__name__} lacks {', '.join(sorted(missing)) or 'a title'}.")
    return title.rstrip("."), parts
