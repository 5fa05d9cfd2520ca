"""A class's inbox: what is put in by the code opens with the class's id alone; on both databases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hartcity.storage import CodeError, CodeRefusal, Erased, NotStoredError, Store, What, Writing, new_id
from hartcity.storage.box import Box, close
from hartcity.storage.erased import OPEN_DAYS
from hartcity.storage.inboxes import inbox_name
from hartcity.storage.spoken import WRONG_TRIES
from tests.storage.rows import dump


if TYPE_CHECKING:
    from sqlalchemy import URL

    from tests.storage.conftest import Clock

CLASS, OTHER = "class-id-of-24-characters", "id-of-some-other-class-xx"
WORDS = "Dear Zwiebelkuchen Team,"


def student(store: Store, words: str = WORDS) -> str:
    """Return a workspace with two versions and a plan."""
    who = new_id()
    store.save_draft(who, Writing("Dear Team,"), base=0, writer="a")
    store.versions.restore(who, 1, writer="a")
    store.save_draft(who, Writing(words, "About a flat"), base=2, writer="a")
    store.save_plan(who, {"coordination": words}, base=0, writer="a")
    return who


def test_a_copy_opens_for_the_class_alone(store: Store, url: URL) -> None:
    """Code and database give nothing to read; the class's id gives name, draft and plan; another class's nothing."""
    code, who = store.inboxes.open(CLASS, "HS 101, fall"), student(store)
    assert store.inboxes.named(code.lower().replace("-", " "), page="a") == "HS 101, fall"
    assert store.inboxes.hand_in(who, code, name=" Ana Ruiz ") is not None
    (copy,) = store.inboxes.received(CLASS)
    assert (copy.name, copy.draft["text"], copy.draft["subject"]) == ("Ana Ruiz", WORDS, "About a flat")
    assert copy.plan == {"coordination": WORDS}
    assert store.inboxes.received(OTHER) == []
    kept = dump(url)
    assert not any(word in json.dumps(kept["handed_in"] + kept["inbox"]) for word in (WORDS, "Ruiz", "HS 101", code))
    keys = {row["key"] for row in kept["workspace"]}
    assert not keys & {value for row in kept["handed_in"] for value in row.values() if isinstance(value, str)}


def test_a_second_copy_takes_the_place_of_the_first(store: Store) -> None:
    """A version can be chosen, the newest copy counts, two of one name stay two, and one can take theirs back."""
    code, who, other = store.inboxes.open(CLASS, ""), student(store), student(store)
    store.inboxes.hand_in(who, code, name="Ana", version=1)
    assert [copy.draft["text"] for copy in store.inboxes.received(CLASS)] == ["Dear Team,"]
    store.inboxes.hand_in(who, code, name="Ana")
    store.inboxes.hand_in(other, code, name="Ana")
    found = store.inboxes.received(CLASS)
    assert [copy.draft["text"] for copy in found] == [WORDS, WORDS]
    assert len({copy.key for copy in found}) == 2
    assert store.inboxes.handed(who, code) is not None
    assert store.inboxes.take_back(who, code)
    assert not store.inboxes.take_back(who, code)
    assert store.inboxes.handed(who, code) is None
    assert len(store.inboxes.received(CLASS)) == 1
    assert store.inboxes.hand_in(who, code, name="Ana", version=99) is None
    assert store.inboxes.hand_in(new_id(), code, name="Nobody") is None


def test_a_code_stays_and_ends_with_its_class(store: Store, clock: Clock) -> None:
    """Asked again it is the same; with the class, or after its days, code and copies are gone."""
    code, who = store.inboxes.open(CLASS, "HS 101"), student(store)
    assert store.inboxes.open(CLASS, "other") == store.inboxes.code(CLASS) == code
    store.inboxes.hand_in(who, code, name="Ana")
    assert store.inboxes.close(CLASS)
    assert not store.inboxes.close(CLASS)
    assert store.inboxes.code(CLASS) == ""
    assert store.inboxes.hand_in(who, code, name="Ana") is None
    later = store.inboxes.open(CLASS, "HS 101")
    store.inboxes.hand_in(who, later, name="Ana")
    clock.forward(days=OPEN_DAYS)
    assert store.inboxes.hand_in(who, later, name="Ana") is None
    store.erasure.purge()
    assert store.inboxes.received(CLASS) == []
    assert store.inboxes.code(CLASS) == ""


def test_a_class_takes_what_was_never_fetched_along(store: Store, url: URL) -> None:
    """By its name alone an inbox is deleted with its copies, and written down, so that no backup brings it back."""
    code, who = store.inboxes.open(CLASS, "HS 101"), student(store)
    store.inboxes.hand_in(who, code, name="Ana")
    other = store.inboxes.open(OTHER, "HS 102")
    store.inboxes.hand_in(who, other, name="Ana")
    assert store.erasure.delete_inbox(inbox_name(CLASS))
    assert not store.erasure.delete_inbox(inbox_name(CLASS))
    kept = dump(url)
    assert [row["key"] for row in kept["inbox"]] == [inbox_name(OTHER)]
    assert [row["inbox_key"] for row in kept["handed_in"]] == [inbox_name(OTHER)]
    assert [(row["workspace_key"], row["what"]) for row in kept["erasure"]] == [(inbox_name(CLASS), What.INBOX)]
    assert store.inboxes.received(CLASS) == []
    assert len(store.inboxes.received(OTHER)) == 1


def test_codes_are_not_guessed_for_ever(store: Store) -> None:
    """What is no code costs nothing; wrong ones are counted, and a page that tried too many has to wait."""
    code = store.inboxes.open(CLASS, "HS 101")
    with pytest.raises(CodeError) as refused:
        store.inboxes.named("hello", page="a")
    assert refused.value.refusal is CodeRefusal.NOT_A_CODE
    told = []
    for number in range(WRONG_TRIES + 1):
        with pytest.raises(CodeError) as refused:
            store.inboxes.named(f"2222-2222-222{'2346789CF'[number]}", page="a", address="x")
        told.append(refused.value.refusal)
    assert told == [*[CodeRefusal.WRONG] * WRONG_TRIES, CodeRefusal.TOO_MANY_TRIES]
    assert store.inboxes.named(code, page="b", address="x") == "HS 101"


def test_a_box_opens_with_its_secret_in_its_place() -> None:
    """Another box, another place and changed bytes open nothing; the same value gives other bytes each time."""
    ours, theirs = Box(b"1" * 32), Box(b"2" * 32)
    sealed = close(ours.public, {"text": "\ud800\0"}, place="a")
    assert ours.open(sealed, place="a") == {"text": "\ud800\0"}
    assert close(ours.public, {"text": ""}, place="a")[:32] != sealed[:32]
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for box, bytes_, place in ((theirs, sealed, "a"), (ours, sealed, "b"), (ours, changed, "a"), (ours, b"", "a")):
        with pytest.raises(NotStoredError):
            box.open(bytes_, place=place)


def test_what_went_does_not_come_back_with_an_older_copy(store: Store, clock: Clock) -> None:
    """Copies and inboxes that were deleted are listed and deleted again; what came after the deletion stays."""
    code, who, other = store.inboxes.open(CLASS, "HS 101"), student(store), student(store)
    for each in (who, other):
        store.inboxes.hand_in(each, code, name="Ana")
    assert store.inboxes.take_back(who, code)
    clock.forward(minutes=1)
    assert store.inboxes.close(CLASS)
    taken, closed = store.erasure.listed()
    assert (taken.what, closed.what) == (What.COPY, What.INBOX)
    clock.forward(minutes=1)
    store.inboxes.hand_in(who, store.inboxes.open(CLASS, "HS 101"), name="Ana")
    assert store.erasure.repeat([taken, closed]) == 0
    assert len(store.inboxes.received(CLASS)) == 1
    later = closed.at + (closed.at - taken.at)
    assert store.erasure.repeat([Erased(taken.workspace, What.COPY, 0, later)]) == 1
    assert store.inboxes.received(CLASS) == []
    assert store.erasure.repeat([Erased(closed.workspace, What.INBOX, 0, later)]) == 1
    assert store.inboxes.code(CLASS) == ""
