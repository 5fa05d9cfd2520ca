"""What was typed before a page was left is heard, what it sets off is done to its end, and the next page comes.

Streamlit answers a session's messages one after the other once ``runner.fastReruns`` is off; else it drops the words of
a message whose run has not begun when the next one comes. Five losses are left, each mended here:

- Of two messages that wait, Streamlit makes one, with the later one's values: right on one page, where each message
  tells them all, but the message that asks for another page tells none.
- A run that is broken off while it takes in the values, or while it calls what a changed field calls, has saved half
  of them or nothing, and the next run no longer knows that they had changed.
- A part of a page that is about to be left (the editor, say) may still send something, and its message names the page
  that it stands on. Streamlit then goes back there, and the click on the next page is lost.
- A field tells its last word when it is left, and a busy browser sends that after the click on the next page.
  Streamlit takes it for a wish to go back.
- Who closes the tab stops the session's runs, and a message that still waited was not heard at all.
"""
# ruff: noqa: SLF001 - what is mended here Streamlit tells nobody

from __future__ import annotations

import threading
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any

from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner_utils import script_requests
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests, ScriptRequestType
from streamlit.runtime.state.safe_session_state import SafeSessionState


if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.proto.ClientState_pb2 import ClientState
    from streamlit.proto.WidgetStates_pb2 import WidgetStates

    Join = Callable[[WidgetStates | None, WidgetStates | None], WidgetStates | None]

_taking_in = threading.local()


def keep_waiting_values() -> None:
    """Let Streamlit lose no value of any message. Call it once."""
    for place, name, wrapped in WRAPPED:
        setattr(place, name, wrapped(getattr(place, name)))


def _keeping_both(join: Join) -> Join:
    """Return ``join`` of an older and a newer message so that what only the older one tells stays in."""

    @wraps(join)
    def joined(older: WidgetStates | None, newer: WidgetStates | None) -> WidgetStates | None:
        both = join(older, newer)
        if older is not None and both is not None and both is not older:
            told = {value.id for value in both.widgets}
            both.widgets.extend(value for value in older.widgets if value.id not in told)
        return both

    return joined


def _not_while_taking_in(break_off: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return ``break_off`` so that it waits for the values that are being taken in."""

    @wraps(break_off)
    def later(runner: Any) -> None:  # noqa: ANN401 - Streamlit's own
        if not getattr(_taking_in, "now", False):
            break_off(runner)

    return later


def _to_the_end(take_in: Callable[..., None]) -> Callable[..., None]:
    """Return ``take_in`` so that nothing breaks it off."""

    @wraps(take_in)
    def whole(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on
        _taking_in.now = True
        try:
            take_in(*args, **kwargs)
        finally:
            _taking_in.now = False

    return whole


def _on_the_page_asked_for(fold: Callable[[Any, RerunData], bool]) -> Callable[[Any, RerunData], bool]:
    """Return ``fold`` of a message into the one that waits so that a part of another page does not change the page."""

    @wraps(fold)
    def folded(requests: Any, new: RerunData) -> bool:  # noqa: ANN401 - Streamlit's own
        waiting: RerunData = requests._rerun_data
        is_of_a_part = bool(new.fragment_id or new.fragment_id_queue)
        if requests._state is ScriptRequestType.RERUN and is_of_a_part and not waiting.fragment_id_queue:
            new = _moved(new, waiting)
        return fold(requests, new)

    return folded


def _on_the_page_drawn(run: Callable[[Any, RerunData], None]) -> Callable[[Any, RerunData], None]:
    """Return ``run`` so that a message from a part of a page that was left is heard on the page that came after it."""

    @wraps(run)
    def ran(runner: Any, data: RerunData) -> None:  # noqa: ANN401 - Streamlit's own
        drawn = runner._get_script_run_ctx()
        if data.fragment_id_queue and drawn.page_script_hash not in {"", data.page_script_hash}:
            data = replace(_moved(data, drawn), fragment_id_queue=[], is_fragment_scoped_rerun=False)
        run(runner, data)

    return ran


def _late_words_stay(ask: Callable[[Any, ClientState | None], None]) -> Callable[[Any, ClientState | None], None]:
    """Return ``ask`` so that words of a page that was left are heard on the next one and do not lead back.

    They tell the very fields that the page told before; who asks for a page tells none of its fields.
    """

    @wraps(ask)
    def asked(session: Any, client: ClientState | None) -> None:  # noqa: ANN401 - it is given two attributes more
        if client is not None:
            here, page = _page_asked_for(session), client.page_script_hash
            told = frozenset(value.id for value in client.widget_states.widgets)
            fields: dict[str, frozenset[str]] = session.__dict__.setdefault("fields_of_pages", {})
            if page == here or not here:
                fields[page] = told
            elif not client.fragment_id:
                if told == fields.get(page) and told != session.__dict__.get("told_with_a_page"):
                    client.page_script_hash = here
                else:
                    session.told_with_a_page = told
        ask(session, client)

    return asked


def _page_asked_for(session: Any) -> str:  # noqa: ANN401 - Streamlit's own
    """Return the page that waits to be drawn, or else the one that was drawn last; empty where nobody knows."""
    if (runner := session._scriptrunner) is not None:
        requests = runner._requests
        if requests._state is ScriptRequestType.RERUN and not requests._rerun_data.fragment_id_queue:
            return str(requests._rerun_data.page_script_hash)
    return str(session._pages_manager.intended_page_script_hash or "")


def _moved(data: RerunData, to: Any) -> RerunData:  # noqa: ANN401 - a message, or what is drawn
    return replace(
        data,
        page_script_hash=to.page_script_hash,
        page_name=getattr(to, "page_name", ""),
        query_string=to.query_string,
    )


def _remembering(stop: Callable[[ScriptRequests], None]) -> Callable[[ScriptRequests], None]:
    """Return ``stop`` so that a message that waits is not forgotten."""

    @wraps(stop)
    def stopped(requests: Any) -> None:  # noqa: ANN401 - it is given one attribute more
        with requests._lock:
            if requests._state is ScriptRequestType.RERUN:
                requests.unheard, requests._state = requests._rerun_data, ScriptRequestType.STOP
        stop(requests)

    return stopped


def _hearing_first(ready: Callable[[ScriptRequests], Any]) -> Callable[[ScriptRequests], Any]:
    """Return ``ready`` so that a stopped session still hears what waited; its page is not drawn."""

    @wraps(ready)
    def heard(requests: Any) -> Any:  # noqa: ANN401 - Streamlit's own
        unheard = requests.__dict__.pop("unheard", None)
        if unheard is not None and unheard.widget_states is not None:
            return script_requests.ScriptRequest(ScriptRequestType.RERUN, unheard)
        return ready(requests)

    return heard


WRAPPED: tuple[tuple[Any, str, Callable[[Any], Any]], ...] = (
    (script_requests, "_coalesce_widget_states", _keeping_both),
    (script_runner.ScriptRunner, "_maybe_handle_execution_control_request", _not_while_taking_in),
    (SafeSessionState, "on_script_will_rerun", _to_the_end),
    (ScriptRequests, "_request_rerun_locked", _on_the_page_asked_for),
    (script_runner.ScriptRunner, "_run_script", _on_the_page_drawn),
    (AppSession, "request_rerun", _late_words_stay),
    (ScriptRequests, "request_stop", _remembering),
    (ScriptRequests, "on_scriptrunner_ready", _hearing_first),
)
"""Where Streamlit keeps each function that is wrapped, its name there, and what wraps it."""
