"""What is kept by its words only saves time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hartcity.analysis import check_draft, check_plan, forget
from hartcity.model import Draft, Report
from hartcity.plan.eligibility.exclusions import condition_in, exclusions_in
from hartcity.plan.example import COMPLETE
from hartcity.plan.names import parts, same_organization
from hartcity.plan.topics import topics
from hartcity.text.kept import kept
from hartcity.training.drafts import drafts


EVERY = 100
"""One labelled draft in so many is read, which is some of every author's."""


def _read(draft: Draft) -> Report:
    return check_draft(draft, engines=("reader",))


@pytest.mark.parametrize("draft", [each.draft for each in drafts()[::EVERY]], ids=lambda draft: draft.id)
def test_a_report_is_the_same_whatever_was_read_before(draft: Draft):
    """The report on a draft of which all sentences but one are known is that of a process that knows none of them."""
    changed = replace(draft, text=draft.text.replace(" the ", " this ", 1))
    forget()
    first = _read(changed)
    forget()
    _read(draft)
    assert _read(changed) == first


def test_what_was_kept_is_worked_out_anew_once_it_is_forgotten():
    """Deleting one's work empties what is kept in memory too."""
    seen: list[str] = []

    @kept(8)
    def length(words: str) -> int:
        seen.append(words)
        return len(words)

    assert [length("one"), length("one")] == [3, 3]
    forget()
    assert length("one") == 3
    assert seen == ["one", "one"]


def test_the_words_of_a_plan_are_forgotten_too():
    """What was read of needs, of names and of whom a service serves goes with a student's work."""
    keeping = (topics, parts, same_organization, exclusions_in, condition_in)
    check_plan(COMPLETE)
    topics("a ride to dialysis")
    exclusions_in("youth 16 to 24")
    condition_in("tenants of the Riverbend Homes")
    assert all(each.cache_info().currsize for each in keeping)
    forget()
    assert not any(each.cache_info().currsize for each in keeping)
