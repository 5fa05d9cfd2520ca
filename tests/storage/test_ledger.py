"""The ledger counts cases once, forgets whose they were, and needs the writer's consent; on both databases."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from hartcity.storage import CONSENT, Case, Count, Kept, Outcome, Right, Store, Writing, new_id
from hartcity.storage.ledger import MOST_OF_ONE
from tests.storage.rows import dump


if TYPE_CHECKING:
    from sqlalchemy import URL

RELEASE = "1.0"
WORDY = Case("wordy.in_order_to", "wordy", "digest-of-words")
GRAMMAR = Case("languagetool.SOME_RULE", "grammar", "digest-of-others")
THANKS = Case("gratitude")


def consenting(store: Store) -> str:
    """Return a workspace whose writer lets cases be counted."""
    who = new_id()
    store.save_draft(who, Writing("Dear Team,"), base=0, writer="a")
    store.save_preferences(who, {CONSENT: True}, frozenset())
    return who


def counted(store: Store, release: str = RELEASE) -> dict[str, Count]:
    """Return all counts by name."""
    return {count.name: count for count in store.ledger.everything(None, release=release)}


def test_each_case_counts_once_with_what_became_of_it(store: Store) -> None:
    """Shown again it is the same case; gone it was fixed; back again it is open; a change of mind moves it."""
    who = consenting(store)
    for _ in range(2):
        assert store.ledger.note(who, dict.fromkeys((WORDY, THANKS), Outcome.OPEN), release=RELEASE)
    assert counted(store)["wordy.in_order_to"] == Count("wordy.in_order_to", "wordy", 1)
    store.ledger.note(who, {WORDY: Outcome.IGNORED}, release=RELEASE)
    assert counted(store)["gratitude"] == Count("gratitude", "", 1, fixed=1)
    assert counted(store)["wordy.in_order_to"].ignored == 1
    store.ledger.note(who, {WORDY: Outcome.OVERRIDDEN, THANKS: Outcome.OPEN}, release=RELEASE)
    assert counted(store)["gratitude"] == Count("gratitude", "", 1)
    assert counted(store)["wordy.in_order_to"] == Count("wordy.in_order_to", "wordy", 1, overridden=1)
    store.ledger.note(who, {}, release=RELEASE)  # the words are gone, and it did not hold all the same
    assert counted(store)["wordy.in_order_to"].overridden == 1


def test_silence_fixes_nothing_and_an_own_word_was_right(store: Store) -> None:
    """What an engine that is away had marked stays open; a word that the writer made their own disputes its mark."""
    who = consenting(store)
    store.ledger.note(who, dict.fromkeys((WORDY, GRAMMAR, THANKS), Outcome.OPEN), release=RELEASE)
    store.ledger.note(who, {}, release=RELEASE, silent={"languagetool", "gratitude"}, own_words={WORDY.words})
    found = counted(store)
    assert (found[GRAMMAR.name].fixed, found["gratitude"].fixed) == (0, 0)
    assert (found[WORDY.name].fixed, found[WORDY.name].disputed) == (0, 1)
    store.ledger.note(who, {}, release=RELEASE)
    assert counted(store)[GRAMMAR.name].fixed == 1


def test_workspaces_add_up_and_none_decides_alone(store: Store) -> None:
    """Of one rule, three cases of a workspace count; those of others come on top; few decisions are not given out."""
    for writer in range(2):
        cases = {Case("vague.thing", "vague", f"{writer}{number}"): Outcome.OPEN for number in range(9)}
        who = consenting(store)
        store.ledger.note(who, cases, release=RELEASE)
        store.ledger.note(who, {}, release=RELEASE)
    assert counted(store)["vague.thing"] == Count("vague.thing", "vague", 2 * MOST_OF_ONE, fixed=2 * MOST_OF_ONE)
    assert store.ledger.counts(release=RELEASE, fewest=2 * MOST_OF_ONE + 1) == ()
    assert len(store.ledger.counts(release=RELEASE, fewest=2 * MOST_OF_ONE)) == 1


def test_another_release_begins_anew(store: Store) -> None:
    """A rule that was mended is judged by what became of it since."""
    who = consenting(store)
    store.ledger.note(who, {WORDY: Outcome.DISPUTED}, release=RELEASE)
    store.ledger.note(who, {WORDY: Outcome.OPEN}, release="1.1")
    assert counted(store)[WORDY.name].disputed == 1
    assert counted(store, "1.1")[WORDY.name] == Count(WORDY.name, "wordy", 1)


def test_nothing_counts_without_consent(store: Store, url: URL) -> None:
    """Who was not asked, or said no, leaves no count; who takes it back leaves no more, and no case."""
    silent, who = new_id(), consenting(store)
    store.save_draft(silent, Writing("Dear Team,"), base=0, writer="a")
    assert not store.ledger.note(silent, {WORDY: Outcome.OPEN}, release=RELEASE)
    assert counted(store) == {}
    store.ledger.note(who, {WORDY: Outcome.OPEN}, release=RELEASE)
    store.save_preferences(who, {CONSENT: False}, frozenset())
    assert store.ledger.forget(who)
    assert not store.ledger.forget(who)
    assert not store.ledger.note(who, {WORDY: Outcome.FIXED, THANKS: Outcome.OPEN}, release=RELEASE)
    assert counted(store) == {WORDY.name: Count(WORDY.name, "wordy", 1)}
    assert all(row["counted"] is None for row in dump(url)["workspace"])


def test_what_erasure_leaves_leads_nowhere(store: Store, url: URL) -> None:
    """After a workspace is gone its sums stand: a rule's name and numbers, and nothing of the workspace."""
    who = consenting(store)
    store.ledger.note(who, {WORDY: Outcome.OPEN}, release=RELEASE)
    rows = dump(url)
    key = rows["workspace"][0]["key"]
    assert WORDY.words not in json.dumps(rows)  # the case itself is sealed
    export = store.archive.export(who)
    assert export is not None
    store.erasure.delete_workspace(who)
    left = dump(url)
    assert [set(row) for row in left["ledger"]] == [
        {"release", "name", "family", "shown", "fixed", "ignored", "disputed", "overridden"}
    ]
    assert key not in json.dumps(left["ledger"])
    brought = store.archive.restore(export)  # a copy that is brought back is asked anew, so that nothing counts twice
    assert not store.ledger.note(brought, {WORDY: Outcome.OPEN}, release=RELEASE)
    assert counted(store)[WORDY.name].shown == 1


def test_what_is_kept_is_told_in_numbers(store: Store) -> None:
    """Workspaces, versions, standing shares, consent and the days that were chosen; nothing that is deleted."""
    whole, bare = consenting(store), new_id()
    store.save_plan(bare, {"coordination": "x"}, base=0, writer="a")
    store.ledger.note(whole, {WORDY: Outcome.OPEN}, release=RELEASE)
    store.erasure.set_retention(bare, 30)
    for number in (1, 2):
        store.shares.create(whole, Right.READ, lasts=timedelta(days=number))
    store.shares.revoke(whole, 1)
    told = Kept(workspaces=2, drafts=1, versions=1, shares=1, accounts=0, counting=1, days={None: 1, 30: 1})
    assert store.figures.kept(None) == told
    store.erasure.delete_workspace(whole)
    assert store.figures.kept(None) == Kept(1, 0, 0, 0, 0, 0, {30: 1})


def test_a_check_that_is_not_asked_any_more_is_not_met(store: Store) -> None:
    """Another assignment asks for other checks: what is not asked stays open, a rule's words were changed."""
    who = consenting(store)
    store.ledger.note(who, dict.fromkeys((WORDY, THANKS), Outcome.OPEN), release=RELEASE, checks={THANKS.name})
    store.ledger.note(who, {}, release=RELEASE, checks={"closing"})
    assert (counted(store)[THANKS.name].fixed, counted(store)[WORDY.name].fixed) == (0, 1)
    store.ledger.note(who, {}, release=RELEASE, checks={THANKS.name})
    assert counted(store)[THANKS.name].fixed == 1
