"""What a student can do with what is kept: versions, copies of everything, days, deletion.

Like ``session``, nothing here raises to the screen; a refusal is told by the saved line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hartcity.analysis import forget
from hartcity.storage import ArchiveError, NotAllowedError, NotStoredError, Saved, Store, Version
from hartcity.ui import signed_in
from hartcity.ui.workspace import report_cache, session
from hartcity.ui.workspace.store import store


if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

CLASS_CODE = "class_code"
"""The preference that holds the code of the class that was handed into last."""


def _ask(question: Callable[[Store], Answer]) -> Answer | None:
    """Ask the store; None, with the reason in the saved line, when it refuses."""
    try:
        return question(store())
    except NotStoredError as error:
        session.current_tab().note_refused(error)
    except NotAllowedError:
        session.current_tab().note_not_allowed()
    return None


def versions() -> list[Version]:
    """Return the versions of this tab's draft, oldest first."""
    who = session.who()
    return _ask(lambda store: store.versions.list(who)) or []


def _went_to(number: int | None, saved: Saved | None) -> bool:
    """Show the draft of version ``number``, which the store has gone back to."""
    tab = session.current_tab()
    if saved is None:
        return False
    went_to = {version.number: version.writing for version in versions()}
    tab.work.writing = tab.saved.writing = went_to[saved.version if number is None else number]
    tab.draft_revision, tab.version, tab.newer = saved.revision, saved.version, None
    tab.note_saved(saved.saved_at)
    return True


def restore(number: int) -> bool:
    """Make the draft read as in a version; what it read before is the version before this one."""
    tab = session.current_tab()
    return _went_to(number, _ask(lambda store: store.versions.restore(tab.who, number, writer=tab.writer)))


def undo_restore() -> None:
    """Make the draft read as before the last restore."""
    tab = session.current_tab()
    _went_to(None, _ask(lambda store: store.versions.undo_restore(tab.who, writer=tab.writer)))


def name(number: int, words: str) -> None:
    """Give a version a name, or take it away with an empty one."""
    who = session.who()
    _ask(lambda store: store.versions.name(who, number, words))


def delete_version(number: int) -> None:
    """Delete one version for good; the draft as it stands cannot be deleted this way."""
    who = session.who()
    _ask(lambda store: store.erasure.delete_version(who, number))


def delete_draft() -> None:
    """Delete the draft and all its versions for good; the plan stays."""
    tab = session.current_tab()
    if _ask(lambda store: store.erasure.delete_draft(tab.who)):
        _forget()
        session.open_workspace(tab.work.id)


def delete_work() -> None:
    """Delete plan, draft, versions and preferences for good, and begin with an empty workspace.

    The copy in the class that was handed into last goes first: afterwards nobody could take it back.
    """
    tab = session.current_tab()
    code = tab.work.preferences.get(CLASS_CODE)
    if isinstance(code, str) and _ask(lambda store: store.inboxes.take_back(tab.who, code)) is None:
        return
    if _ask(lambda store: store.erasure.delete_workspace(tab.who)):
        _forget()
        tab.recent.pop(tab.work.id, None)
        tab.gone.add(tab.work.id)
        session.new_workspace()


def _forget() -> None:
    """Let nothing of the words stay in memory either."""
    report_cache.of_visit().forget()
    forget()


def retention_days() -> int | None:
    """Return after how many days without a change the workspace deletes itself; None for never."""
    session.work()
    return session.current_tab().retention_days


def set_retention(days: int | None) -> None:
    """Set after how many days (1-3650) without a change the workspace deletes itself; None for never."""
    tab = session.current_tab()
    if _ask(lambda store: store.erasure.set_retention(tab.who, days)):
        tab.retention_days = days


def export() -> bytes | None:
    """Return everything that is stored in this workspace as JSON."""
    who = session.who()
    return _ask(lambda store: store.archive.export(who))


def restore_export(data: bytes) -> str:
    """Open an export as a new workspace; return an empty string, or a plain sentence that says why it was refused."""
    try:
        found = _ask(lambda store: store.archive.restore(data, account=signed_in.account()))
    except ArchiveError as error:
        return str(error)
    return "" if found is not None and session.open_workspace(found) else session.saved_line().text
