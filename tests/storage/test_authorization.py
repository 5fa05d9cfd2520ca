"""Who may do what, tried with every function of the store and every kind of principal, on both databases."""

from __future__ import annotations

import inspect
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from hartcity.storage import Guest, NotAllowedError, Remark, Right, Share, Store, Writing, new_id
from tests.storage.rows import dump


if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL

CANARY = "canary-zwiebelkuchen-7319"
DAY = timedelta(days=1)
PARTS = ("", "versions", "erasure", "archive", "shares", "comments")

LEAST: dict[str, Right | None] = {
    "load": Right.READ,
    "save_draft": Right.OWN,
    "save_plan": Right.OWN,
    "step_plan": Right.OWN,
    "save_preferences": Right.OWN,
    "versions.list": Right.READ,
    "versions.attach_report": Right.OWN,
    "versions.name": Right.OWN,
    "versions.restore": Right.OWN,
    "versions.undo_restore": Right.OWN,
    "erasure.delete_workspace": Right.OWN,
    "erasure.delete_draft": Right.OWN,
    "erasure.delete_version": Right.OWN,
    "erasure.delete_comment": Right.COMMENT,
    "erasure.set_retention": Right.OWN,
    "archive.export": Right.OWN,
    "shares.create": Right.OWN,
    "shares.list": Right.OWN,
    "shares.revoke": Right.OWN,
    "shares.make_code": Right.OWN,
    "shares.enter": Right.READ,
    "shares.look": Right.READ,
    "shares.record": Right.OWN,
    "comments.list": Right.READ,
    "comments.add": Right.COMMENT,
    "comments.resolve": Right.COMMENT,
    "open": None,
    "check": None,
    "close": None,
    "erasure.purge": None,
    "erasure.purge_when_sure": None,
    "archive.restore": None,
    "shares.redeem": None,
}
"""The least right that each function asks for; None for those that are about no workspace of anybody."""

GIVEN: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "save_draft": ((Writing("changed"),), {"base": 1, "writer": "z"}),
    "save_plan": (({"coordination": "changed"},), {"base": 0, "writer": "z"}),
    "step_plan": ((-1,), {"writer": "z"}),
    "save_preferences": (({"own_words": ["changed"]}, frozenset()), {}),
    "versions.attach_report": ((1, Writing(CANARY), {"score": 1}), {}),
    "versions.name": ((1, "changed"), {}),
    "versions.restore": ((1,), {"writer": "z"}),
    "versions.undo_restore": ((), {"writer": "z"}),
    "erasure.delete_version": ((1,), {}),
    "erasure.delete_comment": ((1,), {}),
    "erasure.set_retention": ((7,), {}),
    "shares.create": ((Right.COMMENT,), {"lasts": DAY}),
    "shares.revoke": ((1,), {}),
    "shares.make_code": ((1,), {}),
    "comments.add": ((Remark("said"),), {"thread": 1}),
    "comments.resolve": ((1,), {}),
}
"""What each function is called with besides the principal: things of the workspace that is tried."""


def functions(store: Store) -> dict[str, Callable[..., Any]]:
    """Return every public function of the store and its parts."""
    found = {}
    for part in PARTS:
        owner = getattr(store, part) if part else store
        for name, function in inspect.getmembers(owner, inspect.ismethod):
            if not name.startswith("_"):
                found[f"{part}.{name}" if part else name] = function
    return found


@dataclass
class Scene:
    """A workspace that was shared for reading and for comments, and one of somebody else, shared too."""

    store: Store
    url: URL
    mine: str
    principals: dict[str, tuple[Right | None, Any]]

    def rows_of_mine(self) -> str:
        """Return the rows of the workspace that is tried."""
        key = self.key
        return json.dumps(
            {
                table: [row for row in rows if key in {row.get("key"), row.get("workspace_key")}]
                for table, rows in dump(self.url).items()
            }
        )

    @property
    def key(self) -> str:
        """The name under which the database knows the workspace."""
        from hartcity.storage.sealing import Seal  # noqa: PLC0415 - only here

        return Seal(self.mine).key


def filled(store: Store, words: str) -> tuple[str, Share, Share]:
    """Return a workspace with two versions, a plan, two shares and a comment, all full of ``words``."""
    address = new_id()
    store.save_draft(address, Writing(words), base=0, writer="a")
    store.save_draft(address, Writing(f"{words} {words}"), base=0, writer="b")
    store.versions.restore(address, 1, writer="a")
    for number in range(2):
        store.save_plan(address, {"coordination": words, "number": number}, base=0, writer="a")
    shares = [store.shares.create(address, may, lasts=DAY, label=words) for may in (Right.READ, Right.COMMENT)]
    assert shares[0] is not None
    assert shares[1] is not None
    store.comments.add(Guest(shares[1].secret, words), Remark(words, quote=words))
    return address, shares[0], shares[1]


@pytest.fixture
def scene(store: Store, url: URL) -> Scene:
    """Give the workspace with everybody who may come to it."""
    mine, reading, commenting = filled(store, CANARY)
    other, _, of_other = filled(store, "somebody else's")
    return Scene(
        store,
        url,
        mine,
        {
            "owner": (Right.OWN, mine),
            "tutor with a read share": (Right.READ, Guest(reading.secret, "T")),
            "tutor with a comment share": (Right.COMMENT, Guest(commenting.secret, "T")),
            "another student": (None, other),
            "tutor of another class": (None, Guest(of_other.secret, "T")),
            "holder of a made-up secret": (None, Guest(new_id())),
            "signed out": (None, None),
        },
    )


PRINCIPALS = (
    "owner",
    "tutor with a read share",
    "tutor with a comment share",
    "another student",
    "tutor of another class",
    "holder of a made-up secret",
    "signed out",
)
TRIED = sorted(name for name, least in LEAST.items() if least is not None)


def test_every_function_is_in_the_matrix(store: Store) -> None:
    """A function that nobody has said who may call it does not get in."""
    assert set(functions(store)) == set(LEAST)
    for name, function in functions(store).items():
        takes_a_principal = "who" in inspect.signature(function).parameters
        assert takes_a_principal == (LEAST[name] is not None), name


@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("name", TRIED)
def test_who_may_do_what(scene: Scene, name: str, principal: str) -> None:
    """Who has the right gets through; who has not reads no word, changes no row, and is told that it is not allowed."""
    held, who = scene.principals[principal]
    given, named = GIVEN.get(name, ((), {}))
    function = functions(scene.store)[name]
    before = scene.rows_of_mine()
    least = LEAST[name]
    assert least is not None
    needs_a_share = name in {"shares.enter", "shares.look"}
    if held is not None and held >= least and not (needs_a_share and held is Right.OWN):
        function(who, *given, **named)
        return
    try:
        answer = function(who, *given, **named)
    except NotAllowedError:
        assert held is not None or principal != "another student" or needs_a_share
    else:
        assert principal in {"another student", "tutor of another class"}, f"{principal} got through {name}"
        assert CANARY not in repr(answer)
    assert scene.rows_of_mine() == before


def test_a_reading_guest_reads_no_more_than_is_shown(scene: Scene) -> None:
    """Of the functions that answer a reading guest, none gives an address or a secret."""
    _, who = scene.principals["tutor with a read share"]
    shares = scene.store.shares.list(scene.mine)
    for name, least in LEAST.items():
        if least is Right.READ:
            told = repr(functions(scene.store)[name](who))
            assert scene.mine not in told
            assert not any(share.secret in told for share in shares)
