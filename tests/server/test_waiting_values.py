"""What a message tells stays told when the next one, which asks for another page, tells nothing of it."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests, ScriptRequestType

from hartcity.server.waiting_values import WRAPPED, keep_waiting_values


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    """Keep waiting values, as the running server does, for this test alone."""
    for place, name, _ in WRAPPED:
        monkeypatch.setattr(place, name, getattr(place, name))
    keep_waiting_values()


def told(**values: str) -> WidgetStates:
    """Return a message's values."""
    states = WidgetStates()
    for name, value in values.items():
        states.widgets.add(id=name, string_value=value)
    return states


def heard(*messages: RerunData) -> dict[str, str]:
    """Return the values with which the run begins that answers all of ``messages`` at once."""
    requests = ScriptRequests()
    for message in messages:
        requests.request_rerun(message)
    run = requests.on_scriptrunner_ready()
    return {value.id: value.string_value for value in run.rerun_data.widget_states.widgets}


def test_a_last_word_is_heard_on_the_next_page():
    """The message of the page that was left waits; the one that asks for the next page knows no field of it."""
    typed = RerunData(widget_states=told(needs="a bed and a ride", goals="work"), page_script_hash="plan")
    for fields in (told(draft="Dear"), told(), None):
        opened = RerunData(widget_states=fields, page_script_hash="email")
        values = heard(typed, opened)
        assert values["needs"] == "a bed and a ride"
        assert values["goals"] == "work"


def test_the_newer_value_of_a_field_counts():
    """Two messages about one field: the later word stands."""
    assert heard(RerunData(widget_states=told(needs="a b")), RerunData(widget_states=told(needs="a bed"))) == {
        "needs": "a bed"
    }


def test_what_waits_is_heard_though_the_session_is_stopped():
    """Who closes the tab has said it: the values are taken in once, and then the session stops."""
    requests = ScriptRequests()
    requests.request_rerun(RerunData(widget_states=told(needs="a bed")))
    requests.request_stop()
    first, then = requests.on_scriptrunner_ready(), requests.on_scriptrunner_ready()
    assert [value.string_value for value in first.rerun_data.widget_states.widgets] == ["a bed"]
    assert then.type is ScriptRequestType.STOP


def test_what_was_heard_is_not_heard_again_when_the_session_stops():
    """A button that was pressed is pressed once."""
    requests = ScriptRequests()
    requests.request_rerun(RerunData(widget_states=told(needs="a bed")))
    requests.on_scriptrunner_ready()
    requests.request_stop()
    assert requests.on_scriptrunner_yield().type is ScriptRequestType.STOP
    assert requests.on_scriptrunner_ready().type is ScriptRequestType.STOP
