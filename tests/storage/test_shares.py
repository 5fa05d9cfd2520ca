"""Letting a tutor in: what a link or code opens, what it does not, and its end."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hartcity.storage import (
    CodeError,
    CodeRefusal,
    Event,
    Guest,
    NotAllowedError,
    NotStoredError,
    Refusal,
    Remark,
    Right,
    Share,
    Store,
    Writing,
    new_id,
    spoken,
)
from hartcity.storage.sealing import Seal, share_key
from tests.storage.rows import dump, put


if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL

    from tests.storage.conftest import Clock

CANARY = "canary-zwiebelkuchen-7319"
MONTH = timedelta(days=30)


@pytest.fixture
def workspace(store: Store) -> str:
    """Give the address of a workspace with a plan and a draft."""
    address = new_id()
    store.save_plan(address, {"coordination": "together"}, base=0, writer="a")
    store.save_draft(address, Writing("Dear Team,", "A meeting"), base=0, writer="a")
    store.save_preferences(address, {"own_words": ["rehousing"], "hand_in": {"author": CANARY}}, frozenset())
    return address


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a try at a code cheap, for tests that count tries."""
    monkeypatch.setattr(spoken, "COST", 2)


def shared(store: Store, workspace: str, may: Right = Right.READ, lasts: timedelta = MONTH) -> Share:
    """Share a workspace that is there."""
    made = store.shares.create(workspace, may, lasts=lasts, label="Office hours")
    assert made is not None
    return made


def refusal(store: Store, who: Guest | None) -> Refusal:
    """Return why somebody is not let in."""
    with pytest.raises(NotAllowedError) as caught:
        store.load(who)
    return caught.value.refusal


def test_a_guest_reads_what_is_there_now_and_what_was_shared(store: Store, workspace: str, clock: Clock) -> None:
    """A link shows plan and draft as they are, the draft as it was, and of the preferences what is about the draft."""
    share = shared(store, workspace)
    clock.forward(minutes=5)
    store.save_draft(workspace, Writing("Dear Intake Team,"), base=1, writer="a")
    guest = Guest(share.secret, "Dr. Rivera")
    found, told = store.load(guest), store.shares.enter(guest)
    assert found is not None
    assert found.draft is not None
    assert found.draft.writing.text == "Dear Intake Team,"
    assert found.plan == {"coordination": "together"}
    assert found.preferences == {"own_words": ["rehousing"]}
    assert (told.then, told.version) == (Writing("Dear Team,", "A meeting"), 1)
    assert [version.number for version in store.versions.list(guest)] == [1, 2]


@pytest.mark.parametrize("may", [Right.READ, Right.COMMENT])
def test_a_guest_reads_the_students_directory_and_cannot_change_it(store: Store, workspace: str, may: Right) -> None:
    """What the plan is checked by comes with the plan, only while the share stands, and only its owner saves it."""
    store.save_preferences(workspace, {"directory": "of the course"}, frozenset())
    share = shared(store, workspace, may)
    guest = Guest(share.secret)
    found = store.load(guest)
    assert found is not None
    assert found.preferences == {"own_words": ["rehousing"], "directory": "of the course"}
    for changed, removed in (({"directory": "another"}, frozenset()), ({}, frozenset({"directory"}))):
        with pytest.raises(NotAllowedError):
            store.save_preferences(guest, changed, removed)
    store.shares.revoke(workspace, share.number)
    assert refusal(store, guest) is Refusal.REVOKED
    kept = store.load(workspace)
    assert kept is not None
    assert kept.preferences["directory"] == "of the course"


def test_a_secret_is_long_and_the_workspace_cannot_be_had_from_it(store: Store, workspace: str, url: URL) -> None:
    """A link's secret has 256 bits of its own; it is no address, and neither it nor the address is in the database."""
    share = shared(store, workspace)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", share.secret)
    assert store.load(share.secret) is None
    held = json.dumps(dump(url))
    assert share.secret not in held
    assert workspace not in held
    assert "Office hours" not in held


def test_a_share_is_for_somebody_who_has_written_something(store: Store) -> None:
    """An address under which nothing is stored cannot be shared."""
    assert store.shares.create(new_id(), Right.READ, lasts=MONTH) is None


@pytest.mark.parametrize(
    ("may", "lasts"),
    [(Right.OWN, MONTH), (Right.READ, timedelta(minutes=59)), (Right.READ, timedelta(days=366)), (Right.READ, -MONTH)],
)
def test_a_share_has_bounds(store: Store, workspace: str, may: Right, lasts: timedelta) -> None:
    """Nobody shares ownership, or for ever, or for the past."""
    with pytest.raises(ValueError, match="an hour to a year"):
        store.shares.create(workspace, may, lasts=lasts)


def test_a_share_ends_to_the_second(store: Store, workspace: str, clock: Clock) -> None:
    """A link opens until its time is over and not a moment longer, and its keys are then deleted."""
    guest = Guest(shared(store, workspace, lasts=timedelta(hours=2)).secret)
    clock.forward(hours=2, seconds=-1)
    assert store.load(guest)
    clock.forward(seconds=1)
    assert refusal(store, guest) is Refusal.EXPIRED
    store.erasure.purge()
    assert refusal(store, guest) is Refusal.EXPIRED
    assert [share.secret for share in store.shares.list(workspace)] == [""]


def test_a_revoked_share_opens_nothing(store: Store, workspace: str, url: URL) -> None:
    """After a revocation the link and its code are refused, its keys are gone, and the other shares stand."""
    share, other = shared(store, workspace), shared(store, workspace, Right.COMMENT)
    code = store.shares.make_code(workspace, share.number)
    assert code is not None
    assert store.shares.revoke(workspace, share.number)
    assert not store.shares.revoke(workspace, share.number)
    assert refusal(store, Guest(share.secret)) is Refusal.REVOKED
    with pytest.raises(CodeError):
        store.shares.redeem(code.words, page="a")
    (row,) = [row for row in dump(url)["share"] if row["number"] == share.number]
    assert row["wrapped"] is None
    assert store.load(Guest(other.secret))


def test_nobody_gets_in_without_a_share(store: Store) -> None:
    """An unknown secret and an empty hand open nothing."""
    assert refusal(store, Guest(new_id())) is Refusal.UNKNOWN
    assert refusal(store, Guest("")) is Refusal.UNKNOWN
    assert refusal(store, None) is Refusal.NOTHING_HELD


def test_the_owner_sees_who_was_let_in_and_when(store: Store, workspace: str, clock: Clock) -> None:
    """The record says who shared, opened and ended what and when, and holds no word of the work."""
    share = shared(store, workspace)
    clock.forward(hours=1)
    store.shares.enter(Guest(share.secret, "Dr. Rivera"))
    clock.forward(hours=1)
    store.shares.revoke(workspace, share.number)
    told = [(entry.event, entry.share, entry.name, entry.at.hour) for entry in store.shares.record(workspace)]
    assert told == [
        (Event.REVOKED, 1, "", 11),
        (Event.OPENED, 1, "Dr. Rivera", 10),
        (Event.SHARED, 1, "", 9),
    ]


def test_a_code_opens_once(store: Store, workspace: str) -> None:
    """A code that was read out gives the right of its share to the first who types it, in whatever form."""
    share = shared(store, workspace, Right.COMMENT)
    code = store.shares.make_code(workspace, share.number)
    assert code is not None
    assert re.fullmatch(rf"[{spoken.LETTERS}]{{5}}-[{spoken.LETTERS}]{{5}}", code.words)
    guest = store.shares.redeem(f" {code.words.lower().replace('-', ' ')} ", page="a")
    assert guest.secret == share.secret
    assert Event.CODE_USED in {entry.event for entry in store.shares.record(workspace)}
    with pytest.raises(CodeError) as caught:
        store.shares.redeem(code.words, page="b")
    assert caught.value.refusal is CodeRefusal.WRONG


@pytest.mark.usefixtures("quick")
def test_of_those_who_type_a_code_together_one_gets_in(store: Store, workspace: str) -> None:
    """Eight who type the same code at once: the door opens for one."""
    code = store.shares.make_code(workspace, shared(store, workspace).number)
    assert code is not None

    def try_it(client: int) -> bool:
        try:
            return bool(store.shares.redeem(code.words, page=str(client)))
        except CodeError:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(try_it, range(8))) == 1


@pytest.mark.usefixtures("quick")
def test_a_code_lives_for_minutes(store: Store, workspace: str, clock: Clock) -> None:
    """A code works for ten minutes; a newer one takes its place; an ended share gets none."""
    share = shared(store, workspace, lasts=timedelta(hours=1))
    first, second = (store.shares.make_code(workspace, share.number) for _ in range(2))
    assert first is not None
    assert second is not None
    with pytest.raises(CodeError):
        store.shares.redeem(first.words, page="a")
    clock.forward(minutes=10)
    with pytest.raises(CodeError):
        store.shares.redeem(second.words, page="b")
    clock.forward(minutes=50)
    assert store.shares.make_code(workspace, share.number) is None
    assert store.shares.make_code(workspace, 99) is None


@pytest.mark.parametrize("typed", ["", "ABCDE-FGHIJ", "2346789CF", "2346789CFHJ", "\u017f" * 10, "2" * 100_000])
def test_what_cannot_be_a_code_is_told_at_once(store: Store, typed: str) -> None:
    """Words of another length or with other letters count as no try."""
    for _ in range(spoken.WRONG_TRIES * 3):
        with pytest.raises(CodeError) as caught:
            store.shares.redeem(typed, page="a")
        assert caught.value.refusal is CodeRefusal.NOT_A_CODE


@pytest.mark.usefixtures("quick")
def test_a_hundred_thousand_guesses_open_nothing(
    store: Store, workspace: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 100,000 guesses from one machine five are looked at; somebody else's right code opens all the while."""
    computed = []
    derive = spoken.Scrypt.derive
    monkeypatch.setattr(spoken.Scrypt, "derive", lambda self, key: computed.append(key) or derive(self, key))
    opened, refused = 0, {CodeRefusal.WRONG: 0, CodeRefusal.TOO_MANY_TRIES: 0}
    for number in range(100_000):
        try:
            opened += bool(store.shares.redeem(spoken.new_code(), page="guesser"))
        except CodeError as error:
            refused[error.refusal] += 1
        if number == 50_000:
            code = store.shares.make_code(workspace, shared(store, workspace).number)
            assert code is not None
            assert store.shares.redeem(code.words, page="tutor")
    assert opened == 0
    assert refused == {CodeRefusal.WRONG: 5, CodeRefusal.TOO_MANY_TRIES: 99_995}
    assert len(computed) == 5 + 2
    clock.forward(minutes=10)
    code = store.shares.make_code(workspace, shared(store, workspace).number)
    assert code is not None
    assert store.shares.redeem(code.words, page="guesser")


@pytest.mark.usefixtures("quick")
def test_guesses_from_everywhere_are_bounded_and_links_still_open(store: Store, workspace: str) -> None:
    """A hundred thousand guesses from as many machines cost three hundred tries, and no link is closed by them."""
    refused = {CodeRefusal.WRONG: 0, CodeRefusal.TOO_MANY_TRIES: 0}
    for number in range(100_000):
        with pytest.raises(CodeError) as caught:
            store.shares.redeem("22222-22222", page=str(number), address=str(number))
        refused[caught.value.refusal] += 1
    assert refused[CodeRefusal.WRONG] == spoken.WRONG_TRIES_OF_ALL
    assert store.load(Guest(shared(store, workspace).secret))


@pytest.mark.usefixtures("quick")
def test_a_school_behind_one_address_is_not_one_visitor(store: Store, workspace: str) -> None:
    """A colleague's wrong tries close nobody else's page, and a machine that opens page after page is stopped.

    Somebody at another address goes on meanwhile.
    """
    tried = [attempt(store, page="one", address="school") for _ in range(6)]
    assert tried == [CodeRefusal.WRONG] * 5 + [CodeRefusal.TOO_MANY_TRIES]
    assert attempt(store, page="colleague", address="school") is CodeRefusal.WRONG
    code = store.shares.make_code(workspace, shared(store, workspace).number)
    assert code is not None
    assert store.shares.redeem(code.words, page="colleague", address="school")
    more = [attempt(store, page=f"opened again {number}", address="school") for number in range(100)]
    assert more.count(CodeRefusal.WRONG) == spoken.WRONG_TRIES_OF_ADDRESS - 6
    assert attempt(store, page="elsewhere", address="home") is CodeRefusal.WRONG


def attempt(store: Store, *, page: str, address: str) -> CodeRefusal:
    """Type a wrong code and return how it was refused."""
    with pytest.raises(CodeError) as caught:
        store.shares.redeem("22222-22222", page=page, address=address)
    return caught.value.refusal


def test_a_try_is_slow_on_purpose(store: Store, workspace: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A code in a stolen database costs 32 MiB and the full price of scrypt for every guess."""
    used = []
    made = spoken.Scrypt
    monkeypatch.setattr(spoken, "Scrypt", lambda **given: used.append(given) or made(**given))
    code = store.shares.make_code(workspace, shared(store, workspace).number)
    assert code is not None
    store.shares.redeem(code.words, page="a")
    assert len(used) == 2
    assert all(given["n"] * given["r"] * 128 == 32 * 2**20 for given in used)


def test_a_changed_right_or_date_opens_nothing(new_url: Callable[[], URL]) -> None:
    """Who has the database but not the address cannot make a reading share a commenting one, or a longer one."""
    url = new_url()
    store, address = Store(url), new_id()
    store.save_draft(address, Writing("private"), base=0, writer="a")
    share = shared(store, address)
    store.close()
    rows = dump(url)
    for change in ({"may": "COMMENT"}, {"may": "OWN"}, {"expires_at": rows["share"][0]["expires_at"] + 1}):
        other = new_url()
        Store(other).close()
        put(other, {**rows, "share": [rows["share"][0] | change]})
        tampered = Store(other)
        with pytest.raises(NotStoredError):
            tampered.load(Guest(share.secret))
        tampered.close()


def test_a_guest_cannot_read_the_other_links(store: Store, workspace: str, url: URL) -> None:
    """The key that a reader holds opens the draft, and not the secrets of the shares that may do more."""
    reader, writer = shared(store, workspace), shared(store, workspace, Right.COMMENT)
    with store._door.reading(Guest(reader.secret), Right.READ) as (session, seal, _):
        from hartcity.storage.tables import ShareRow  # noqa: PLC0415 - only here

        row = session.get(ShareRow, share_key(writer.secret))
        assert row is not None
        with pytest.raises(NotStoredError):
            seal.open(row.about, place="share")
    assert Seal(workspace).key == dump(url)["share"][0]["workspace_key"]
    for function in (store.shares.list, store.shares.record, store.archive.export):
        with pytest.raises(NotAllowedError):
            function(Guest(reader.secret))  # type: ignore[operator]


def test_a_stolen_database_opens_nothing(store: Store, workspace: str, url: URL) -> None:
    """Nothing that stands in a column serves as an address, a secret or a code, and no word can be read."""
    share = shared(store, workspace, Right.COMMENT)
    store.comments.add(Guest(share.secret, CANARY), Remark(CANARY, quote="Dear Team"))
    code = store.shares.make_code(workspace, share.number)
    assert code is not None
    store.shares.enter(Guest(share.secret, CANARY))
    held = dump(url)
    words = json.dumps(held)
    for private in (CANARY, "Dear Team", "Office hours", share.secret, workspace, code.words, code.words[:5]):
        assert private not in words
    for rows in held.values():
        for row in rows:
            for value in row.values():
                found = value["base64"] if isinstance(value, dict) else str(value)
                with pytest.raises(NotAllowedError):
                    store.load(Guest(found))
                assert store.load(found or "nothing") is None


def test_comments_are_threaded_and_settled(store: Store, workspace: str) -> None:
    """A tutor comments on words, the student answers, and either settles it; a new answer opens it again."""
    guest = Guest(shared(store, workspace, Right.COMMENT).secret, "Dr. Rivera")
    remark = Remark("Who is the team?", quote="Team", before="Dear ", after=",", start=5)
    number = store.comments.add(guest, remark)
    assert number is not None
    assert store.comments.add(workspace, Remark("The intake team"), thread=number) == 2
    first, second = store.comments.list(workspace)
    assert (first.remark, first.name, first.by_guest, first.is_mine) == (remark, "Dr. Rivera", True, False)
    assert (second.thread, second.by_guest, second.is_mine) == (number, False, True)
    assert [comment.is_mine for comment in store.comments.list(guest)] == [True, False]
    assert store.comments.resolve(workspace, number)
    assert store.comments.list(guest)[0].resolved_at is not None
    store.comments.add(guest, Remark("Thank you"), thread=number)
    assert store.comments.list(guest)[0].resolved_at is None
    assert store.comments.add(guest, Remark("To an answer"), thread=2) is None
    assert store.comments.add(guest, Remark("To nothing"), thread=99) is None
    assert not store.comments.resolve(guest, 2)


def test_a_guest_deletes_only_their_own_comments(store: Store, workspace: str) -> None:
    """Who came through one share cannot take away what came through another; the owner can."""
    one, two = (Guest(shared(store, workspace, Right.COMMENT).secret, name) for name in ("One", "Two"))
    number = store.comments.add(one, Remark("Mine"))
    assert number is not None
    store.comments.add(workspace, Remark("An answer"), thread=number)
    assert not store.erasure.delete_comment(two, number)
    assert store.erasure.delete_comment(one, number)
    assert store.comments.list(workspace) == []
    number = store.comments.add(two, Remark("Other"))
    assert number is not None
    assert store.erasure.delete_comment(workspace, number)


@pytest.mark.parametrize("remark", [Remark(""), Remark(" \n"), Remark("x" * 4001), Remark("x", quote="x" * 2001)])
def test_a_remark_has_bounds(store: Store, workspace: str, remark: Remark) -> None:
    """Empty and endless remarks are not kept."""
    with pytest.raises(ValueError, match="4000"):
        store.comments.add(workspace, remark)


def test_only_a_tutor_overrides_a_check(store: Store, workspace: str) -> None:
    """A student cannot say in a tutor's name that a check does not hold."""
    remark = Remark("It is said in the second line", check="consent_statement", overrides=True)
    with pytest.raises(ValueError, match="only a tutor"):
        store.comments.add(workspace, remark)
    guest = Guest(shared(store, workspace, Right.COMMENT).secret)
    assert store.comments.add(guest, remark)
    assert store.comments.list(workspace)[0].remark == replace(remark)


@pytest.mark.usefixtures("quick")
def test_two_who_comment_at_once_lose_nothing(store: Store, workspace: str) -> None:
    """Comments that come together from several machines are all kept, each under a number of its own."""
    guests = [Guest(shared(store, workspace, Right.COMMENT).secret, str(n)) for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda guest: store.comments.add(guest, Remark(guest.name)), guests * 5))
    assert sorted(number or 0 for number in numbers) == list(range(1, 21))


def test_the_record_and_the_list_stay_bounded(store: Store, workspace: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record keeps the newest lines, and the list the newest shares."""
    monkeypatch.setattr("hartcity.storage.record.ENTRIES_KEPT", 5)
    monkeypatch.setattr("hartcity.storage.shares.MOST_SHARES", 3)
    for _ in range(8):
        shared(store, workspace)
    assert [share.number for share in store.shares.list(workspace)] == [8, 7, 6]
    assert [entry.share for entry in store.shares.record(workspace)] == [8, 7, 6, 5, 4]
