"""Counting how well marks and checks hold here: asked once, in plain words, and ended as easily.

A draft is counted at rest: when its version has given way to the next, and when it is about to be handed in. What is
typed in between is no case of anything.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

import streamlit as st

from hartcity.analysis import READER, standing
from hartcity.model import State
from hartcity.storage import CONSENT, Case, Count, NotAllowedError, NotStoredError, Outcome
from hartcity.ui.overrides import overrides_of
from hartcity.ui.workspace import privacy, session, set_aside
from hartcity.ui.workspace.store import store


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hartcity.model import Finding, Report
    from hartcity.storage import Comment
    from hartcity.ui.workspace.session import Work

_RESTING = "counting_rests"
_SECONDS = 600
_DIGITS = 16
_OWN_RULE = "own_"


@dataclass(frozen=True)
class _Resting:
    """What was said of a version: of the newest so far, to be counted when the next one begins."""

    work: str
    version: int
    cases: Mapping[Case, Outcome]
    silent: frozenset[str]
    checks: frozenset[str]


def release() -> str:
    """Return the release of the program, whose rules the counts are about."""
    return version("hartcity")


def consents(preferences: Mapping[str, object]) -> bool:
    """Whether the student lets what happens here be counted."""
    return preferences.get(CONSENT) is True


def _counts(report: Report, work: Work) -> bool:
    """Whether a report is a case at all: with consent, whole, and on a draft that is the student's own."""
    is_own = not work.preferences.get("practice")
    is_whole = report.refused is None and bool(report.engines.get(READER))
    return consents(work.preferences) and is_own and is_whole


def draw_question() -> None:
    """Ask whether cases may be counted, until there is an answer."""
    if CONSENT in session.work().preferences:
        return
    with st.container(border=True):
        st.markdown(
            "**May we count how often a mark was right for you?** Only numbers are kept: how often each rule was "
            "shown, and how often the words were changed, kept, or a tutor disagreed. No words, no names, nothing "
            "that leads back to you. Rules that are often wrong here then become advice. You can change your mind "
            "under Versions."
        )
        with st.container(horizontal=True):
            st.button("Yes, count", on_click=_answer, args=(True,), icon=":material/check:")
            st.button("No, thank you", on_click=_answer, args=(False,))


def draw_switch() -> None:
    """Draw the switch with which a student ends or begins being counted."""
    st.session_state["counting_switch"] = consents(session.work().preferences)  # it may have been said elsewhere
    st.toggle(
        "Count how often marks were right",
        key="counting_switch",
        on_change=_switch,
        help="Numbers only, no words. When you end it, nothing more is counted; what was counted has no name on it.",
    )


def _switch() -> None:
    _answer(bool(st.session_state["counting_switch"]))


def _answer(given: bool) -> None:
    session.save_preferences({**session.work().preferences, CONSENT: given})
    if not given:
        st.session_state.pop(_RESTING, None)
        try:
            store().ledger.forget(session.who())
        except (NotStoredError, NotAllowedError):
            return


def rests(report: Report, work: Work, comments: Sequence[Comment]) -> None:
    """Keep in mind what is said of the draft as it stands, and count what was said of the version before."""
    if not _counts(report, work):
        return
    before: _Resting | None = st.session_state.get(_RESTING)
    now = _resting(report, work, comments)
    st.session_state[_RESTING] = now
    if before is not None and before.work == now.work and before.version < now.version:
        _note(before, work)


def note(report: Report, work: Work, comments: Sequence[Comment]) -> None:
    """Count what is said of a draft that is finished for now."""
    if _counts(report, work):
        _note(_resting(report, work, comments), work)


def _note(found: _Resting, work: Work) -> None:
    own = frozenset(map(_digest, set_aside.own_words(work.preferences)))
    try:
        store().ledger.note(
            session.who(), found.cases, release=release(), silent=found.silent, checks=found.checks, own_words=own
        )
    except (NotStoredError, NotAllowedError):
        return  # the next time counts it all


def _resting(report: Report, work: Work, comments: Sequence[Comment]) -> _Resting:
    checks = frozenset(result.check for result in report.checks)
    return _Resting(work.id, session.draft_version(), cases(report, work, comments), _silent(report), checks)


def _silent(report: Report) -> frozenset[str]:
    engines = {name for name, known in report.engines.items() if not known}
    return frozenset(engines | {result.check for result in report.checks if result.state is State.NOT_APPLICABLE})


def cases(report: Report, work: Work, comments: Sequence[Comment]) -> dict[Case, Outcome]:
    """Return what a report shows with what the student and a tutor made of it; a teacher's own rules are left out."""
    overridden = overrides_of(comments)
    found: dict[Case, Outcome] = {}
    for finding in report.findings:
        if _OWN_RULE in finding.check:
            continue
        case = Case(finding.check, finding.family.value, _digest(finding.text))
        is_overridden = f"{finding.check} {finding.text}" in overridden
        outcome = Outcome.OVERRIDDEN if is_overridden else _chosen(finding, work)
        found[case] = outcome if found.get(case, outcome) is outcome else Outcome.OPEN
    for result in report.checks:
        if result.state in {State.NOT_SEEN, State.PARTLY}:
            found[Case(result.check)] = Outcome.OVERRIDDEN if result.check in overridden else Outcome.OPEN
    return found


def _chosen(finding: Finding, work: Work) -> Outcome:
    if finding.family.is_private:
        return Outcome.OPEN if privacy.decision(finding, work.preferences) is None else Outcome.IGNORED
    choice = set_aside.set_aside_by(finding, work.text, work.preferences)
    if choice is None:
        return Outcome.OPEN
    return Outcome.DISPUTED if set_aside.reasons_of(work.preferences).get(choice) else Outcome.IGNORED


def _digest(words: str) -> str:
    return hashlib.sha256(privacy.words_key(words).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


@st.cache_data(ttl=_SECONDS, show_spinner=False)
def judged() -> tuple[Count, ...]:
    """Return the counts of what was decided often enough to be judged; none while the database does not answer."""
    try:
        return store().ledger.counts(release=release(), fewest=standing.fewest_cases())
    except NotStoredError:
        return ()


def advice_only() -> frozenset[str]:
    """Return the rules and checks that are advice here."""
    return standing.advice_only(judged())
