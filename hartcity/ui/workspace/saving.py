"""What a tab holds is saved, part by part, and one line says how that went.

Nothing here raises to the screen. When the database refuses, the work stays in session state, the line says why, and
the next save tries again.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hartcity.storage import Mark, NotStoredError, Writing
from hartcity.ui.workspace.address import current_tab, show_address, tab_at_address
from hartcity.ui.workspace.store import store
from hartcity.ui.workspace.tab import Tab
from hartcity.ui.workspace.work import SavedLine


if TYPE_CHECKING:
    from collections.abc import Mapping


def save_draft(*, text: str, subject: str, kind: str, mark: Mark | None = None) -> None:
    """Save the draft; what is there already is not saved again.

    ``mark`` says which text of a page in a browser it is; without one the words come from this program itself.
    """
    tab = tab_at_address()
    tab.work.writing, tab.mark = Writing(text, subject, kind), mark
    store_draft(tab)


def store_draft(tab: Tab) -> None:
    """Store the draft that the tab holds; what is there already is not stored again."""
    writing = tab.work.writing
    if writing == tab.saved.writing and tab.newer is None:
        if tab.line.state == "not_saved":
            _save_what_is_left(tab)
        return
    mark = tab.mark or tab.next_mark()
    saved = tab.attempt(
        lambda store: store.save_draft(
            tab.who, writing, base=mark.base, writer=mark.writer, number=mark.number, after=mark.after
        )
    )
    show_address(tab)
    if saved is not None:
        tab.saved.writing = writing
        tab.draft_revision, tab.version = saved.revision, saved.version
        _save_all_anew(tab)


def save_plan(plan: Mapping[str, Any]) -> None:
    """Save the service plan (the contract's JSON); the one before it can be had back with ``undo_plan``."""
    tab = tab_at_address()
    tab.work.plan = copy.deepcopy(dict(plan))
    store_plan(tab)


def store_plan(tab: Tab) -> None:
    """Store the plan that the tab holds; what is there already is not stored again."""
    plan = copy.deepcopy(tab.work.plan)
    if plan == tab.saved.plan and tab.newer is None:
        return
    saved = tab.attempt(lambda store: store.save_plan(tab.who, plan, base=tab.plan_revision, writer=tab.writer))
    show_address(tab)
    if saved is not None:
        tab.saved.plan, tab.plan_revision = plan, saved.revision
        _save_all_anew(tab)


def save_preferences(preferences: Mapping[str, Any]) -> None:
    """Save the preferences; those that another tab set meanwhile under other names stay."""
    tab = tab_at_address()
    wanted = copy.deepcopy(dict(preferences))
    tab.work.preferences = copy.deepcopy(wanted)
    before = tab.saved.preferences
    changed = {name: value for name, value in wanted.items() if name not in before or before[name] != value}
    removed = frozenset(before) - frozenset(wanted)
    if not changed and not removed:
        return
    saved = tab.attempt(lambda store: store.save_preferences(tab.who, changed, removed))
    show_address(tab)
    if saved is not None:
        tab.saved.preferences = wanted


def _save_all_anew(tab: Tab) -> None:
    """Store what this tab holds in a new database, when the one before was lost while the page was open."""
    if not tab.is_anew:
        return
    tab.is_anew = False
    _save_what_is_left(tab)
    if tab.line.state == "saved":
        tab.line = SavedLine("saved", f"{tab.line.text}, in a new file. The one before was moved or deleted.")


def _save_what_is_left(tab: Tab) -> None:
    if tab.work.plan != tab.saved.plan:
        store_plan(tab)
    if tab.work.writing != tab.saved.writing:
        store_draft(tab)
    save_preferences(tab.work.preferences)


def try_again() -> SavedLine:
    """Save what could not be saved before, and return how that went."""
    tab = tab_at_address()
    if tab.line.state == "not_saved" and tab.newer is None:
        _save_what_is_left(tab)
    return saved_line()


def saved_line() -> SavedLine:
    """Return how the last save went, as long as what was saved is still there."""
    tab = current_tab()
    if tab.line.state == "saved":
        try:
            store().check()
        except NotStoredError as error:
            tab.note_refused(error)
    return tab.line


def draft_revision() -> int:
    """Return the revision of the stored draft that this tab goes on from; 0 before the first one."""
    return current_tab().draft_revision


def draft_version() -> int:
    """Return the number of the version that this tab's draft is; 0 before the first one."""
    return current_tab().version
