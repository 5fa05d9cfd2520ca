"""How often what is marked held with those who met it: counts of the whole deployment, and nothing about anybody.

A case is a rule with the same words in one workspace, or a check there. What became of it is kept with the workspace,
sealed, so that nothing counts twice and a change of mind counts too; the table holds the sums alone, without a time and
without a way back to where they came from. Nothing is counted without the writer's consent, which stands among the
preferences; when it is withdrawn or the workspace is erased, the sums stay as they are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from hartcity.identity import Role
from hartcity.storage.door import Door, Right, Who
from hartcity.storage.tables import LedgerRow, WorkspaceRow


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy.orm import Session

    from hartcity.identity import Account
    from hartcity.storage.database import Database
    from hartcity.storage.sealing import Seal

CONSENT = "counted"
"""The preference that is true when the writer lets cases be counted, and false when they said no."""

MOST_OF_ONE = 3
"""So many cases of one rule count in one workspace, so that nobody's draft decides alone."""

MOST_CASES = 600
_NAME_LENGTH = 120


class Outcome(StrEnum):
    """What became of a case."""

    OPEN = "open"
    FIXED = "fixed"
    IGNORED = "ignored"
    DISPUTED = "disputed"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class Case:
    """Something that was shown: the rule's name with its family, or a check with none; ``words`` is a digest."""

    name: str
    family: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was shown, and in how many of those cases it was fixed, ignored, disputed or overridden.

    The student changed the words (or met the check), set them aside, set them aside with a reason or as a word of their
    own, or a tutor said that it does not hold. The rest of the cases is open.
    """

    name: str
    family: str
    shown: int
    fixed: int = 0
    ignored: int = 0
    disputed: int = 0
    overridden: int = 0


class Ledger:
    """The counts of a database, by the release of the program whose rules they are about."""

    def __init__(self, database: Database, door: Door) -> None:
        self._database = database
        self._door = door

    def note(  # noqa: PLR0913 - what a report shows, and what it cannot tell
        self,
        who: Who,
        cases: Mapping[Case, Outcome],
        *,
        release: str,
        silent: Collection[str] = (),
        checks: Collection[str] | None = None,
        own_words: Collection[str] = (),
    ) -> bool:
        """Count what is new since the last time, and say whether the writer lets it be counted.

        ``cases`` is all that the report on the draft shows. What was open and is not among them any more was fixed,
        unless it belongs to what was ``silent`` (engines, rules or checks), is a check that another assignment asked
        for and not among the report's ``checks`` (None: all were asked), or is one of the writer's ``own_words``
        (digests).
        """
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            row = session.get(WorkspaceRow, seal.key, with_for_update=True)
            if row is None or not _consents(seal, row):
                return False
            before = _kept(seal, row, release)
            after = _after(before, cases, _unjudged(before, silent, checks), own_words)
            if after != before:
                row.counted = _sealed(seal, after, release)
                self._add(session, release, before, after)
            return True

    def forget(self, who: Who) -> bool:
        """Forget what became of a workspace's cases; the sums stay, and nothing leads back from them."""
        with self._door.writing(who, Right.OWN) as (session, seal, _):
            row = session.get(WorkspaceRow, seal.key, with_for_update=True)
            if row is None or row.counted is None:
                return False
            row.counted = None
            return True

    def _add(
        self, session: Session, release: str, before: Mapping[Case, Outcome], after: Mapping[Case, Outcome]
    ) -> None:
        changes: dict[tuple[str, str], Counter[str]] = {}
        for sign, state in ((-1, before), (1, after)):
            for case, outcome in state.items():
                told = changes.setdefault((case.name, case.family), Counter())
                told["shown"] += sign
                if outcome is not Outcome.OPEN:
                    told[outcome.value] += sign
        insert = sqlite.insert if self._database.is_sqlite else postgresql.insert
        columns = ("shown", *(outcome.value for outcome in Outcome if outcome is not Outcome.OPEN))
        for (name, family), told in sorted(changes.items()):  # in one order, so that no two wait for each other
            if not any(told.values()):
                continue
            values = {column: told[column] for column in columns}
            row = insert(LedgerRow).values(release=release, name=name[:_NAME_LENGTH], family=family, **values)
            session.execute(
                row.on_conflict_do_update(
                    index_elements=[LedgerRow.release, LedgerRow.name],
                    set_={column: getattr(LedgerRow, column) + values[column] for column in columns},
                )
            )

    def counts(self, *, release: str, fewest: int) -> tuple[Count, ...]:
        """Return what was fixed, disputed or overridden at least ``fewest`` times under a release, by name."""
        return tuple(count for count in self._all(release) if count.fixed + count.disputed + count.overridden >= fewest)

    def everything(self, account: Account | None, *, release: str) -> tuple[Count, ...]:
        """Return all counts of a release, by name.

        Raises:
            NotAllowedError: people sign in here, and ``account`` is no administrator's.

        """
        self._door.expect(account, role=Role.ADMINISTRATOR)
        return self._all(release)

    def _all(self, release: str) -> tuple[Count, ...]:
        asked = select(LedgerRow).where(LedgerRow.release == release).order_by(LedgerRow.name)
        with self._database.reading() as session:
            return tuple(
                Count(row.name, row.family, row.shown, row.fixed, row.ignored, row.disputed, row.overridden)
                for row in session.scalars(asked)
            )


def _consents(seal: Seal, row: WorkspaceRow) -> bool:
    return row.preferences is not None and seal.open(row.preferences, place="preferences").get(CONSENT) is True


def _kept(seal: Seal, row: WorkspaceRow, release: str) -> dict[Case, Outcome]:
    """Return what became of the cases so far; those of another release are told by other rules."""
    kept = {} if row.counted is None else seal.open(row.counted, place="counted")
    told = kept.get("cases", []) if kept.get("release") == release else []
    return {Case(name, family, words): Outcome(outcome) for name, family, words, outcome in told}


def _sealed(seal: Seal, cases: Mapping[Case, Outcome], release: str) -> bytes:
    told = [[case.name, case.family, case.words, outcome] for case, outcome in cases.items()]
    return seal.close({"release": release, "cases": told}, place="counted")


def _unjudged(before: Iterable[Case], silent: Collection[str], checks: Collection[str] | None) -> frozenset[Case]:
    """Return the cases that a report cannot judge: their engine, rule or check was silent, or was not asked."""
    return frozenset(
        case
        for case in before
        if case.name in silent
        or case.name.partition(".")[0] in silent
        or (checks is not None and not case.family and case.name not in checks)
    )


def _after(
    before: Mapping[Case, Outcome],
    cases: Mapping[Case, Outcome],
    unjudged: Collection[Case],
    own_words: Collection[str],
) -> dict[Case, Outcome]:
    after = dict(before)
    for case, outcome in before.items():
        if outcome is Outcome.OPEN and case not in cases and case not in unjudged:
            after[case] = Outcome.DISPUTED if case.words and case.words in own_words else Outcome.FIXED
    of_one = Counter(case.name for case in before)
    for case, outcome in _new(cases, before):
        if of_one[case.name] < MOST_OF_ONE and len(after) < MOST_CASES:
            of_one[case.name] += 1
            after[case] = outcome
    return after | {case: outcome for case, outcome in cases.items() if case in before}


def _new(cases: Mapping[Case, Outcome], before: Mapping[Case, Outcome]) -> Iterable[tuple[Case, Outcome]]:
    return ((case, outcome) for case, outcome in cases.items() if case not in before)
