"""Which workspaces this browser has seen, so that the start page can offer them after the address was closed.

Only their ids are kept, in the browser's own storage. Whoever uses the same browser can open them, so a student can
switch this off for a workspace on the Versions page. Where people sign in, no browser remembers; their account does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from hartcity.storage import NotAllowedError, NotStoredError
from hartcity.ui import signed_in
from hartcity.ui.workspace import session
from hartcity.ui.workspace.store import store
from hartcity.ui.workspace.work import RecentWork, Work


PREFERENCE = "remember"
"""The preference that, when False, keeps a workspace out of the browser's memory."""

_KEY = "remembered_work"
_MOST = 8
_SCRIPT = """
export default function ({ data, setStateValue }) {
  const name = "hartcity.workspaces";
  let kept = [];
  try {
    kept = JSON.parse(localStorage.getItem(name) ?? "[]").filter((id) => /^[\\w-]{43}$/.test(id));
  } catch {}
  const found = [...kept];
  kept = kept.filter((id) => id !== data.id && !data.gone.includes(id));
  if (data.id && data.remember) kept.unshift(data.id);
  try {
    localStorage.setItem(name, JSON.stringify(kept.slice(0, data.most)));
  } catch {}
  if (data.ask) setStateValue("found", found);
}
"""


def is_remembered(work: Work) -> bool:
    """Whether this browser may keep the workspace in mind."""
    return work.preferences.get(PREFERENCE) is not False


def set_remembered(*, on: bool) -> None:
    """Let this browser keep the workspace in mind, or make it forget."""
    preferences = {name: value for name, value in session.work().preferences.items() if name != PREFERENCE}
    session.save_preferences(preferences if on else {**preferences, PREFERENCE: False})


def remember(*, offers: bool) -> None:
    """Tell the browser which workspace is open; the first time in a session, ask it which ones it has seen.

    Draw it as a part of its own, so that the answer does not break off what the student has just asked for. A page that
    ``offers`` what was found is drawn again when there is something. The id is told before anything is stored under it,
    since a first save need not run the whole page again. Ids that come to nothing are forgotten on the next visit.
    """
    tab = session.current_tab()
    data = {
        "id": tab.work.id,
        "remember": is_remembered(tab.work) and not tab.work.preferences.get("practice"),
        "gone": sorted(tab.gone),
        "ask": not tab.has_asked,
        "most": _MOST,
    }
    mount = st.components.v2.component("hartcity_remembered", js=_SCRIPT)
    mount(key=_KEY, data=data, on_found_change=partial(_look_up_what_was_found, offers=offers))


def recall() -> None:
    """Look up, once in a session, the work of whoever signed in; then no browser has to remember anything."""
    tab = session.current_tab()
    if tab.has_asked:
        return
    tab.has_asked = True
    try:
        found = store().accounts.addresses(signed_in.account())
    except (NotStoredError, NotAllowedError):
        return
    _look_up([*found])


def _look_up_what_was_found(*, offers: bool) -> None:
    found: Mapping[str, object] = st.session_state.get(_KEY, {})
    ids = found.get("found")
    if isinstance(ids, list):
        tab = session.current_tab()
        tab.has_asked = True
        known = len(tab.recent)
        _look_up(ids)
        if offers and len(tab.recent) > known:
            st.rerun()


def _look_up(ids: list[object]) -> None:
    """Add to the recent work what was remembered and the database still knows."""
    tab = session.current_tab()
    for seen in ids[:_MOST]:
        if not isinstance(seen, str) or seen in tab.recent or seen in tab.gone:
            continue
        try:
            found = store().load(signed_in.owner_of(seen))
        except NotStoredError:
            return
        except NotAllowedError:
            continue
        if found is None:
            tab.gone.add(seen)
            continue
        work = Work(seen, plan=dict(found.plan), subject="" if found.draft is None else found.draft.writing.subject)
        tab.recent[seen] = RecentWork(seen, work.title, found.touched_at)
