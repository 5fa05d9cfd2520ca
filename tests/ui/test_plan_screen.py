"""The plan's screen without a browser: what is typed reaches the plan, whole."""

import json

import pytest
from streamlit.testing.v1 import AppTest


SCRIPT = """
import json
import streamlit as st
from hartcity.ui.workspace import session
from hartcity.ui.plan import plan_screen

if "begun" in st.session_state:
    session.save_plan(json.loads(st.session_state.pop("begun")))
plan_screen()
st.code(json.dumps(session.work().plan), language="json")
st.text(session.work().id)
"""


class Screen:
    """The running screen, with its fields found by their labels."""

    def __init__(self, begun: str = "", at: str = "") -> None:
        """Run the screen once, on a stored plan where one is given as JSON, or at the address of a workspace."""
        self.app = AppTest.from_string(SCRIPT, default_timeout=120)
        if at:
            self.app.query_params["w"] = at
        if begun:
            self.app.session_state["begun"] = begun
        self.app.run()
        assert not self.app.exception

    def field(self, label: str, number: int = 0):
        """Return the field of this label."""
        kinds = ("text_input", "text_area", "selectbox", "number_input", "date_input", "checkbox", "radio", "button")
        found = [one for kind in kinds for one in getattr(self.app, kind) if one.label == label]
        return found[number]

    def run(self) -> None:
        """Run the screen again with what was changed."""
        self.app.run()
        assert not self.app.exception

    @property
    def plan(self):
        """The plan that the workspace holds."""
        return json.loads(self.app.code[-1].value)

    @property
    def words(self) -> str:
        """Everything said in Markdown and captions."""
        return "\n".join(one.value for kind in ("markdown", "caption", "info") for one in getattr(self.app, kind))


def test_an_empty_plan_invites_and_asks_nothing_yet():
    """The first sight of the screen names what is to come, with no question under any field."""
    screen = Screen()
    assert "Begin where you like" in screen.words
    assert screen.plan == {}


def test_everything_changed_between_two_runs_is_kept():
    """Several fields that change before the screen runs again all reach the plan."""
    screen = Screen()
    screen.field("Alias").input("Ms. Q")
    screen.field("Needs (one a line)").input("a bed\n\n a ride ")
    for label in ("The service user has agreed", "In writing, signed and dated", "May be withdrawn at any time"):
        screen.field(label).check()
    screen.field("People in the household").set_value(2)
    screen.run()
    assert screen.plan["service_user"] == {"alias": "Ms. Q", "needs": ["a bed", "a ride"], "household_size": 2}
    assert screen.plan["consent"] == {"obtained": True, "written": True, "revocable": True}


def test_one_field_may_be_emptied():
    """A field that a student clears stays clear."""
    screen = Screen(json.dumps({"service_user": {"alias": "Ms. R", "needs": ["a bed"]}}))
    screen.field("Alias").set_value("")
    screen.run()
    assert screen.plan["service_user"]["alias"] == ""
    assert screen.plan["service_user"]["needs"] == ["a bed"]


def test_the_directory_puts_no_words_into_the_students_mouth():
    """A chosen service brings the papers to bring; whom it serves and what it costs stand beside empty fields."""
    screen = Screen()
    screen.field("Add a service").click()
    screen.run()
    screen.field("Whom does it serve, and does this person fit?").input("Parents: met.")
    screen.field("Organization").set_value("Lantern House Family Shelter")
    screen.run()
    screen.field("Service").set_value("emergency family shelter")
    screen.run()
    service = screen.plan["services"][0]
    assert not service.get("finances")
    assert service["eligibility"] == "Parents: met."
    assert service["documents"]
    assert screen.field("What does access cost, and how is it met?").value == ""
    assert "Whom does it not serve?** Single adults" in screen.words


def test_income_is_told_by_the_month_without_changing_it():
    """Looking at an income by the month leaves it as it is; typing one by the month is kept by the year."""
    screen = Screen('{"service_user": {"annual_income": 27325, "household_size": 3}}')
    screen.field("Income is told").set_value("a month")
    screen.run()
    assert screen.field("Household income, $ a month").value == 2277
    assert screen.plan["service_user"]["annual_income"] == 27325
    screen.field("Household income, $ a month").set_value(2000)
    screen.run()
    assert screen.plan["service_user"]["annual_income"] == 24000
    assert "the agency decides" in screen.words


def test_another_guideline_is_typed_in_and_counts():
    """Amounts of another year or place take the place of ours, and are said to be typed in."""
    screen = Screen(json.dumps({"service_user": {"household_size": 2, "annual_income": 30_000}}))
    screen.field("Guideline").set_value("Another year or place")
    screen.run()
    screen.field("First person, $ a year").set_value(20_000)
    screen.field("Each further person, $").set_value(10_000)
    screen.run()
    assert screen.app.metric[0].value == "100 %"
    assert any("Amounts typed in here" in one.value for one in screen.app.caption)


def test_a_mismatch_shows_at_its_field_before_a_word_is_written():
    """A household of one at a family shelter is asked about under the empty field on whom the service serves."""
    service = {"organization": "Lantern House Family Shelter", "service": "emergency family shelter"}
    screen = Screen(json.dumps({"service_user": {"household_size": 1}, "services": [service]}))
    assert any("may not be open to this person" in one.value for one in screen.app.caption)


def test_the_picture_may_read_down():
    """The graph follows the direction that was chosen."""
    service = {"organization": "Lantern House Family Shelter", "service": "emergency family shelter"}
    screen = Screen(json.dumps({"services": [service]}))
    assert "rankdir=LR" in screen.app.get("graphviz_chart")[0].proto.spec
    screen.field("Direction").set_value("Down")
    screen.run()
    assert "rankdir=TB" in screen.app.get("graphviz_chart")[0].proto.spec


def test_the_timeline_cuts_no_name():
    """Names stand in lines above their bars, whole, and neither in an axis nor in a legend, which cut long ones."""
    service = {
        "organization": "Marigold Survivor Services of the Lower Harbor and Ferry Landing",
        "service": "protective order representation and a safety plan for the way to court",
        "start": "2026-03-02",
        "review": "2026-04-06",
    }
    screen = Screen(json.dumps({"services": [service]}))
    chart = screen.app.get("vega_lite_chart")[0].proto
    spec = json.loads(chart.spec)
    assert not any("color" in layer["encoding"] for layer in spec["layer"])
    assert all(layer["encoding"]["y"]["axis"] is None for layer in spec["layer"])
    assert spec["layer"][1]["mark"]["lineBreak"] == "\n"


def test_undo_gives_every_field_its_words_back():
    """A removed service comes back with what was written in it."""
    screen = Screen(
        '{"services": [{"organization": "Copperline Works", "service": "resume help", "benefit": "Company."}]}'
    )
    screen.field("Remove").click()
    screen.run()
    assert screen.plan["services"] == []
    screen.field("Undo").click()
    screen.run()
    assert screen.field("How would it help this person?").value == "Company."


def test_a_duplicate_is_a_service_of_its_own():
    """A copy carries the words over, and a change in it leaves the first one alone."""
    screen = Screen('{"services": [{"organization": "Copperline Works", "service": "resume help", "owner": "Mr. K"}]}')
    screen.field("Duplicate").click()
    screen.run()
    screen.field("Who sees to it?", 1).input("The intern")
    screen.run()
    assert [service["owner"] for service in screen.plan["services"]] == ["Mr. K", "The intern"]


def test_a_date_that_is_none_is_shown_and_kept():
    """Words in a date's place stand beside the field until a day is chosen."""
    screen = Screen(
        '{"services": [{"organization": "Copperline Works", "service": "resume help", "start": "next spring"}]}'
    )
    assert "next spring" in screen.words
    assert screen.plan["services"][0]["start"] == "next spring"


def test_a_stored_plan_of_another_shape_is_said_plainly_and_not_lost():
    """A plan that cannot be read is left where it is; starting over can be taken back."""
    screen = Screen('{"services": 3}')
    assert "expected a list" in screen.words
    assert screen.plan == {"services": 3}
    screen.field("Start an empty plan").click()
    screen.run()
    assert screen.plan == {}


@pytest.mark.parametrize(
    ("choice", "alias"), [("Go on with this one", "Ms. N"), ("Take the one of the other tab", "Ms. O")]
)
def test_two_tabs_with_two_plans_leave_the_choice_to_the_student(choice, alias):
    """When another tab saved a newer plan, both are shown, and the chosen one goes on in every field."""
    first = Screen('{"service_user": {"alias": "Ms. M"}}')
    second = Screen(at=first.app.text[-1].value)
    assert second.field("Alias").value == "Ms. M"
    second.field("Alias").input("Ms. O")
    second.run()
    first.field("Alias").input("Ms. N")
    first.run()
    assert any("newer plan" in one.value for one in first.app.warning)
    first.field(choice).click()
    first.run()
    assert not first.app.warning
    assert first.field("Alias").value == alias
    assert first.plan["service_user"]["alias"] == alias


def test_an_organization_of_the_plan_becomes_the_reader_of_the_email():
    """*Write to them* beside a service names its organization as the email's reader."""
    screen = Screen()
    screen.field("Add a service").click()
    screen.run()
    screen.field("Organization").set_value("Lantern House Family Shelter")
    screen.run()
    screen.field("Write to them").click()
    screen.run()
    assert screen.plan["email_recipient"] == "Lantern House Family Shelter"
    assert any("The email goes to Lantern House" in told.value for told in screen.app.toast)


def test_a_chosen_service_is_not_judged_before_a_word_was_written():
    """Whom a service of the directory serves is asked about once the plan says something of it."""
    service = {"organization": "Hart City Food Share", "service": "monthly pantry visit"}
    screen = Screen(json.dumps({"services": [service]}))
    assert "**Open to this person** · not known" in screen.words


def test_a_question_leads_to_its_tab():
    """Beside each open question stands the tab of its field, and a click opens it."""
    service = {"organization": "Hart City Food Share", "service": "monthly pantry visit"}
    screen = Screen(json.dumps({"services": [service]}))
    lead = next(one for one in screen.app.button if one.key == "plan-lead-coordination")
    assert lead.label == "Under Coordination"
    lead.click()
    screen.run()
    assert screen.app.session_state["plan-tabs"] == (1, "Coordination")


def test_a_question_about_several_entries_is_asked_once_under_their_field():
    """Two needs that no service answers are one question, not two."""
    lunches = {"organization": "Foodworks", "service": "lunches", "need": "food"}
    rides = {"organization": "Ridecircle", "service": "rides", "need": "a way to work"}
    needs = ["a way to work", "new glasses", "a quiet desk"]
    screen = Screen(json.dumps({"service_user": {"needs": needs}, "services": [lunches, rides]}))
    asked = [one.value for one in screen.app.caption if "Which service could" in one.value]
    assert len(asked) == 1
    assert "new glasses" in asked[0]


def test_a_service_has_one_number_on_all_tabs():
    """Fields on coordination carry the number of the plan and the name; what stands by its start has a name alone."""
    later = {"organization": "Lantern House", "service": "night shelter", "start": "2026-07-06"}
    sooner = {"organization": "Second Shift", "service": "evening child care", "start": "2026-06-30"}
    screen = Screen(json.dumps({"services": [later, sooner]}))
    assert screen.field("Service 1, night shelter: who does what, and when?")
    assert screen.field("Service 2, evening child care: who does what, and when?")
    assert "- evening child care" in screen.words
    assert "1. " not in screen.words
