"""Who may do what, tried with every function of the store and every kind of principal, on both databases.

Once as where nobody signs in, and once as where everybody has to.
"""

from __future__ import annotations

import inspect
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from hartcity.identity import Account, Role
from hartcity.storage import (
    Case,
    Guest,
    NotAllowedError,
    NotStoredError,
    Outcome,
    Owner,
    Reason,
    Refusal,
    Remark,
    Right,
    Share,
    Store,
    Who,
    Writing,
    new_id,
)
from hartcity.storage.database import Database
from hartcity.storage.sealing import Seal
from hartcity.storage.tables import WorkspaceRow
from tests.storage.rows import dump


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import URL

CANARY = "canary-zwiebelkuchen-7319"
DAY = timedelta(days=1)
CLASS = "a class's id of some 24 letters"
PARTS = ("", "versions", "erasure", "archive", "shares", "comments", "accounts", "ledger", "figures", "inboxes")
SERVER_SECRET = "a secret of the server's own, long enough"  # noqa: S105

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
    "ledger.note": Right.OWN,
    "ledger.forget": Right.OWN,
    "ledger.counts": None,
    "ledger.everything": None,
    "figures.kept": None,
    "inboxes.hand_in": Right.OWN,
    "inboxes.handed": Right.OWN,
    "inboxes.take_back": Right.OWN,
    "inboxes.open": None,
    "inboxes.code": None,
    "inboxes.close": None,
    "inboxes.received": None,
    "inboxes.named": None,
    "open": None,
    "check": None,
    "close": None,
    "copy_to": None,
    "erasure.listed": None,
    "erasure.purge": None,
    "erasure.trusts_the_clock": None,
    "erasure.delete_inbox": None,
    "erasure.repeat": None,
    "archive.restore": None,
    "shares.redeem": None,
    "accounts.addresses": None,
}
"""The least right that each function asks for; None for those that are about no workspace of anybody."""

FOR_ACCOUNTS: dict[str, Role] = {
    "archive.restore": Role.STUDENT,
    "shares.redeem": Role.TUTOR,
    "accounts.addresses": Role.STUDENT,
    "ledger.everything": Role.ADMINISTRATOR,
    "figures.kept": Role.ADMINISTRATOR,
    "inboxes.open": Role.TUTOR,
    "inboxes.code": Role.TUTOR,
    "inboxes.close": Role.TUTOR,
    "inboxes.received": Role.TUTOR,
    "inboxes.named": Role.STUDENT,
}
"""The role that each function asks of an account, where people sign in."""

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
    "inboxes.hand_in": (("2346-789C-FHJK",), {"name": "Ana"}),
    "inboxes.handed": (("2346-789C-FHJK",), {}),
    "inboxes.take_back": (("2346-789C-FHJK",), {}),
    "ledger.note": (({Case("gratitude"): Outcome.OPEN},), {"release": "1"}),
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


ISSUER = "https://school.example"
ME = Account(ISSUER, "me", "Ana")
OTHER = Account(ISSUER, "other", "Bo")
TUTOR = Account(ISSUER, "tutor", "Dr. Rivera", frozenset({Role.STUDENT, Role.TUTOR}))
COLLEAGUE = Account(ISSUER, "colleague", "Dr. Lee", frozenset({Role.STUDENT, Role.TUTOR}))
ADMINISTRATOR = Account(ISSUER, "root", "Kim", frozenset({Role.STUDENT, Role.ADMINISTRATOR}))


@dataclass
class Scene:
    """A workspace that was shared for reading and for comments, and one of somebody else, shared too.

    ``principals`` are those who may come to it: what right they hold there, and what they hold in their hands.
    """

    mine: str
    shares: tuple[Share, Share]
    principals: dict[str, tuple[Right | None, Who]]

    def rows(self, url: URL) -> str:
        """Return the rows of the workspace that is tried."""
        key = Seal(self.mine).key
        return json.dumps(
            {
                table: [row for row in rows if key in {row.get("key"), row.get("workspace_key")}]
                for table, rows in dump(url).items()
            }
        )


def filled(store: Store, words: str, owner: Account | None, tutor: Account | None) -> tuple[str, Share, Share]:
    """Return a workspace with two versions, a plan, two shares and a comment, all full of ``words``."""
    address = new_id()
    who = address if owner is None else Owner(address, owner)
    store.save_draft(who, Writing(words), base=0, writer="a")
    store.save_draft(who, Writing(f"{words} {words}"), base=0, writer="b")
    store.versions.restore(who, 1, writer="a")
    for number in range(2):
        store.save_plan(who, {"coordination": words, "number": number}, base=0, writer="a")
    shares = [store.shares.create(who, may, lasts=DAY, label=words) for may in (Right.READ, Right.COMMENT)]
    assert shares[0] is not None
    assert shares[1] is not None
    store.comments.add(Guest(shares[1].secret, words, tutor), Remark(words, quote=words))
    return address, shares[0], shares[1]


def where_nobody_signs_in(store: Store) -> Scene:
    """Return the workspace, with everybody who may come to it with what they hold."""
    mine, reading, commenting = filled(store, CANARY, None, None)
    other, _, of_other = filled(store, "somebody else's", None, None)
    return Scene(
        mine,
        (reading, commenting),
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


def where_people_sign_in(store: Store) -> Scene:
    """Return the workspace, with everybody who may come to it with their account and what they hold."""
    mine, reading, commenting = filled(store, CANARY, ME, TUTOR)
    other, _, of_other = filled(store, "somebody else's", OTHER, COLLEAGUE)
    return Scene(
        mine,
        (reading, commenting),
        {
            "owner": (Right.OWN, Owner(mine, ME)),
            "tutor with a read share": (Right.READ, Guest(reading.secret, "T", TUTOR)),
            "tutor with a comment share": (Right.COMMENT, Guest(commenting.secret, "T", TUTOR)),
            "another student": (None, Owner(other, OTHER)),
            "another student who knows the address": (None, Owner(mine, OTHER)),
            "another student who found a share": (None, Guest(commenting.secret, "T", OTHER)),
            "tutor of another class": (None, Guest(of_other.secret, "T", COLLEAGUE)),
            "tutor who knows the address": (None, Owner(mine, TUTOR)),
            "administrator who knows the address": (None, Owner(mine, ADMINISTRATOR)),
            "administrator who found a share": (None, Guest(reading.secret, "T", ADMINISTRATOR)),
            "same name at another provider": (None, Owner(mine, Account("https://other.example", "me"))),
            "signed out": (None, None),
            "signed out, who knows the address": (None, mine),
            "signed out, who found a share": (None, Guest(commenting.secret, "T")),
        },
    )


SCENES = {"nobody signs in": ("", where_nobody_signs_in), "people sign in": (SERVER_SECRET, where_people_sign_in)}
STRANGERS = {"another student", "tutor of another class"}
"""Those who are let in to something of their own, and must not come to more by it."""

TRIED = sorted(name for name, least in LEAST.items() if least is not None)


@pytest.fixture
def signing_in(url: URL) -> Iterator[Store]:
    """Give a store where people sign in."""
    opened = Store(url, account_secret=SERVER_SECRET)
    yield opened
    opened.close()


def test_every_function_is_in_the_matrix(store: Store) -> None:
    """A function that nobody has said who may call it does not get in."""
    assert set(functions(store)) == set(LEAST)
    for name, function in functions(store).items():
        parameters = inspect.signature(function).parameters
        assert ("who" in parameters) == (LEAST[name] is not None), name
        assert ("account" in parameters) == (name in FOR_ACCOUNTS), name


@pytest.mark.parametrize("how", SCENES)
@pytest.mark.parametrize("name", TRIED)
def test_who_may_do_what(url: URL, name: str, how: str) -> None:
    """Who has the right gets through; who has not reads no word, changes no row, and is told that it is not allowed."""
    secret, made = SCENES[how]
    store = Store(url, account_secret=secret)
    scene, function, least = made(store), functions(store)[name], LEAST[name]
    given, named = GIVEN.get(name, ((), {}))
    assert least is not None
    needs_a_share = name in {"shares.enter", "shares.look"}

    def may(held: Right | None) -> bool:
        return held is not None and held >= least and not (needs_a_share and held is Right.OWN)

    before = scene.rows(url)
    for principal, (held, who) in scene.principals.items():
        if may(held):
            continue
        try:
            answer = function(who, *given, **named)
        except NotAllowedError:
            assert principal != "another student" or needs_a_share
        else:
            assert principal in STRANGERS, f"{principal} got through {name}"
            assert CANARY not in repr(answer)
    assert scene.rows(url) == before
    for principal, (held, _) in scene.principals.items():
        if may(held):
            function(made(store).principals[principal][1], *given, **named)
    store.close()


@pytest.mark.parametrize("how", SCENES)
def test_a_reading_guest_reads_no_more_than_is_shown(url: URL, how: str) -> None:
    """Of the functions that answer a reading guest, none gives an address or a secret."""
    secret, made = SCENES[how]
    store = Store(url, account_secret=secret)
    scene = made(store)
    _, who = scene.principals["tutor with a read share"]
    for name, least in LEAST.items():
        if least is Right.READ:
            told = repr(functions(store)[name](who))
            assert scene.mine not in told
            assert not any(share.secret in told for share in scene.shares)
    store.close()


@pytest.mark.parametrize("account", [None, OTHER, TUTOR, ADMINISTRATOR], ids=["signed out", "student", "tutor", "root"])
@pytest.mark.parametrize("name", FOR_ACCOUNTS)
def test_what_is_asked_of_an_account(signing_in: Store, name: str, account: Account | None) -> None:
    """Nobody brings work back, redeems a code or lists work without an account in the role that it takes."""
    mine, share, _ = filled(signing_in, CANARY, ME, TUTOR)
    code = signing_in.shares.make_code(Owner(mine, ME), share.number)
    export = signing_in.archive.export(Owner(mine, ME))
    assert code is not None
    assert export is not None
    inboxes = signing_in.inboxes
    of_class = inboxes.open(CLASS, "HS 101", account=TUTOR)
    calls: dict[str, Callable[[], object]] = {
        "archive.restore": lambda: signing_in.archive.restore(export, account=account),
        "shares.redeem": lambda: signing_in.shares.redeem(code.words, page="a", account=account),
        "accounts.addresses": lambda: signing_in.accounts.addresses(account),
        "inboxes.open": lambda: inboxes.open("another class of theirs", "HS 102", account=account),
        "inboxes.code": lambda: inboxes.code(CLASS, account=account),
        "inboxes.close": lambda: inboxes.close(CLASS, account=account),
        "inboxes.received": lambda: inboxes.received(CLASS, account=account),
        "inboxes.named": lambda: inboxes.named(of_class, page="a", account=account),
        "figures.kept": lambda: signing_in.figures.kept(account),
        "ledger.everything": lambda: signing_in.ledger.everything(account, release="1"),
    }
    if account is not None and FOR_ACCOUNTS[name] in account.roles:
        assert calls[name]() is not None
        return
    with pytest.raises(NotAllowedError) as refused:
        calls[name]()
    lacks = Refusal.NO_TUTOR if FOR_ACCOUNTS[name] is Role.TUTOR else Refusal.NOT_YOURS
    assert refused.value.refusal is (Refusal.SIGNED_OUT if account is None else lacks)


def test_an_account_finds_its_work_and_nobody_elses(signing_in: Store) -> None:
    """What an account saved first, or brought back, is its own: found without the address, and by no other."""
    mine, *_ = filled(signing_in, CANARY, ME, TUTOR)
    export = signing_in.archive.export(Owner(mine, ME))
    assert export is not None
    brought = signing_in.archive.restore(export, account=ME)
    assert set(signing_in.accounts.addresses(ME)) == {mine, brought}
    assert signing_in.load(Owner(brought, ME)) is not None
    assert signing_in.accounts.addresses(OTHER) == []
    signing_in.erasure.delete_workspace(Owner(mine, ME))
    assert signing_in.accounts.addresses(ME) == [brought]


def test_work_from_before_belongs_to_the_first_who_saves_it(url: URL, store: Store, signing_in: Store) -> None:
    """Work of a time without accounts opens for whoever signed in and has its address, until one of them saves it."""
    address, *_ = filled(store, CANARY, None, None)
    assert signing_in.load(Owner(address, OTHER)) is not None
    with pytest.raises(NotAllowedError):
        signing_in.load(address)
    signing_in.save_preferences(Owner(address, ME), {"view": "full"}, frozenset())
    for who in (Owner(address, OTHER), address):
        with pytest.raises(NotAllowedError):
            signing_in.load(who)
    with pytest.raises(NotAllowedError):
        store.load(address)
    assert Store(url, account_secret=SERVER_SECRET).load(Owner(address, ME)) is not None


def test_two_who_save_at_once_do_not_both_own_it(store: Store, signing_in: Store) -> None:
    """Of many accounts that save the same work of before at the same time, one gets it."""
    address, *_ = filled(store, CANARY, None, None)
    accounts = [Account(ISSUER, str(number)) for number in range(6)]

    def save(account: Account) -> bool:
        try:
            signing_in.save_preferences(Owner(address, account), {"by": account.subject}, frozenset())
        except NotAllowedError:
            return False
        return True

    with ThreadPoolExecutor(len(accounts)) as threads:
        saved = list(threads.map(save, accounts))
    assert saved.count(True) == 1
    assert [bool(signing_in.accounts.addresses(account)) for account in accounts] == saved


def test_a_stolen_database_tells_no_address(url: URL, signing_in: Store) -> None:
    """Who has the rows and knows everybody at the school, but not the server's secret, finds nothing."""
    mine, *_ = filled(signing_in, CANARY, ME, TUTOR)
    stolen = json.dumps(dump(url))
    assert mine not in stolen
    assert CANARY not in stolen
    assert ME.id not in stolen
    thief = Store(url, account_secret=SERVER_SECRET[::-1])
    assert thief.accounts.addresses(ME) == []
    with pytest.raises(NotAllowedError):
        thief.load(Owner(mine, ME))
    thief.close()


def test_an_address_of_one_workspace_is_none_of_another(url: URL, signing_in: Store) -> None:
    """A sealed address that was moved to another row of the same account is not taken for that row's."""
    filled(signing_in, CANARY, ME, TUTOR)
    filled(signing_in, CANARY, ME, TUTOR)
    database = Database(url)
    with database.writing() as session:
        first, second = session.scalars(select(WorkspaceRow)).all()
        first.address = second.address
    database.close()
    with pytest.raises(NotStoredError) as caught:
        signing_in.accounts.addresses(ME)
    assert caught.value.reason is Reason.DAMAGED


def test_others_read_the_name_of_the_account(signing_in: Store) -> None:
    """Who signed in cannot call themselves by another name, in comments or in the record."""
    mine, _, commenting = filled(signing_in, CANARY, ME, TUTOR)
    posing = Guest(commenting.secret, "The Dean", TUTOR)
    signing_in.shares.enter(posing)
    signing_in.comments.add(posing, Remark("said"))
    assert signing_in.shares.record(Owner(mine, ME))[0].name == "Dr. Rivera"
    assert signing_in.comments.list(Owner(mine, ME))[-1].name == "Dr. Rivera"
