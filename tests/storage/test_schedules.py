"""Messages that come late, twice, out of turn or long after: an older text never takes the place of a newer one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import make_url

from hartcity.storage import DraftConflict, Mark, Outdated, Saved, Store, Writing, new_id


if TYPE_CHECKING:
    from sqlalchemy import URL

STEPS = ("type", "send", "deliver", "replay", "reload", "move")


@dataclass(frozen=True)
class Message:
    """What a page sent: the place of its text in the order of typing, its mark, and whether it tells what was loaded.

    What is there already is not saved again (``hartcity.ui.workspace.session.save_draft``).
    """

    typed: int
    mark: Mark
    is_as_loaded: bool = False


@dataclass
class Author:
    """One person at one browser, with the rules by which the editor's conversation marks what it sends.

    ``copy`` is the unsaved text in the browser's own storage, ``seen`` what the page was told by the store last.
    """

    store: Store
    workspace: str = field(default_factory=new_id)
    typed: int = 0
    pages: int = 0
    number: int = 0
    base: int = 0
    after: dict[str, int] = field(default_factory=dict)
    again: Mark | None = None
    copy: Message | None = None
    under_way: list[Message] = field(default_factory=list)
    sent: list[Message] = field(default_factory=list)
    acknowledged: int = 0
    loaded: int = -1

    @property
    def mark(self) -> Mark:
        """The mark of the present text."""
        return self.again or Mark(f"page-{self.pages}", self.number, self.base, dict(self.after))

    def type(self) -> None:
        """Write one word more."""
        if self.again is not None:
            self.base, self.after = self.again.base, {**self.again.after, self.again.writer: self.again.number}
            self.again = None
        self.typed += 1
        self.number += 1
        self.copy = Message(self.typed, self.mark)

    def send(self) -> None:
        """Give the present text on its way."""
        if self.number:
            self.under_way.append(Message(self.typed, self.mark, self.mark.number == 1 and self.typed == self.loaded))

    def deliver(self, message: Message) -> None:
        """Let one message arrive at the store, and its answer at the page."""
        if message.is_as_loaded:
            return
        self.sent.append(message)
        writing = Writing(" ".join(f"w{number}" for number in range(1, message.typed + 1)))
        answer = self.store.save_draft(
            self.workspace, writing, base=message.mark.base, writer=message.mark.writer,
            number=message.mark.number, after=message.mark.after,
        )  # fmt: skip
        if isinstance(answer, Saved):
            self.acknowledged = max(self.acknowledged, message.typed)
            if message.mark.writer == self.mark.writer and message.mark.number == self.mark.number:
                self.base, self.copy = answer.revision, None
                if self.again is None:
                    self.after = {}

    def reload(self) -> None:
        """Open the page anew: what is stored, or the copy that this browser kept."""
        self.pages += 1
        self.number, self.after, self.again = 1, {}, None
        self.loaded = self.stored()
        found = self.store.load(self.workspace)
        self.base = 0 if found is None or found.draft is None else found.draft.revision
        if self.copy is not None:
            self.again = self.copy.mark
        self.send()

    def stored(self) -> int:
        """Return the place of the stored text in the order of typing."""
        found = self.store.load(self.workspace)
        return 0 if found is None or found.draft is None else len(found.draft.writing.text.split())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), steps=st.lists(st.sampled_from(STEPS), min_size=5, max_size=30))
def test_no_schedule_takes_a_text_back(sqlite_url: URL, data: st.DataObject, steps: list[str]) -> None:
    """Whatever the order of messages, the stored text is never older than one that was acknowledged, nor than before.

    In the end the last words are sent once more and are stored, and nobody is asked to choose between two drafts.
    """
    store = Store(make_url(sqlite_url))
    author = Author(store)
    newest = 0
    for step in steps:
        if step == "type":
            author.type()
        elif step == "send":
            author.send()
        elif step == "reload":
            author.reload()
        elif step == "move":  # another replica: the same page, and its message once more by another way
            author.send()
        elif step == "deliver" and author.under_way:
            author.deliver(author.under_way.pop(data.draw(st.integers(0, len(author.under_way) - 1))))
        elif step == "replay" and author.sent:
            author.deliver(data.draw(st.sampled_from(author.sent)))
        assert author.stored() >= max(newest, author.acknowledged)
        newest = author.stored()
    if author.typed:
        author.send()
        author.deliver(author.under_way[-1])
        assert author.stored() == author.typed
        for message in [*author.sent, *author.under_way]:
            author.deliver(message)
        assert author.stored() == author.typed
    store.close()


def test_a_replayed_conflict_stays_beside(sqlite_url: URL) -> None:
    """A second person's words that lost the race are not stored by being sent again."""
    store, workspace = Store(sqlite_url), new_id()
    mine = Mark("page-mine", 1, 0)
    theirs = replace(mine, writer="page-theirs")
    for text, mark in (("mine", mine), ("theirs", theirs), ("theirs", theirs), ("mine", mine)):
        answer = store.save_draft(
            workspace, Writing(text), base=mark.base, writer=mark.writer, number=mark.number, after=mark.after
        )
        assert isinstance(answer, Saved if text == "mine" else DraftConflict)
        assert not isinstance(answer, Outdated)
    store.close()
