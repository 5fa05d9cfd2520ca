"""What a message tells stays told when the next one, which asks for another page, tells nothing of it."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils import script_requests
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

from hartcity.server.waiting_values import JOIN, keep_waiting_values


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    """Keep waiting values, as the running server does, for this test alone."""
    monkeypatch.setattr(script_requests, JOIN, getattr(script_requests, JOIN))
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
