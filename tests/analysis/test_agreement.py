"""The email and the plan side by side."""

from hartcity.analysis import check_draft
from hartcity.model import Consent, Draft, PlannedService, ServicePlan, ServiceUser


PLAN = ServicePlan(
    service_user=ServiceUser(alias="Ms. A", annual_income=19200, needs=("safe housing", "evening child care")),
    consent=Consent(obtained=True, written=True),
    services=(PlannedService(organization="Lantern House", service="family shelter", finances="A deposit of $250."),),
    email_recipient="Lantern House",
)


def lines(text, plan=PLAN):
    """Compare ``text`` with ``plan``; the lines by their labels."""
    draft = Draft(text, plan=plan)
    return {line.about: line for line in check_draft(draft, engines=("reader",)).agreement}


def test_a_need_of_the_plan_is_missed():
    """A need that the email does not speak of is named; one that it does carries its words."""
    found = lines("Dear team,\n\nMs. A is looking for housing with your family shelter.")
    assert found["Need: safe housing"].level == "met"
    assert found["Need: safe housing"].spans
    assert found["Need: evening child care"].level == "not_yet"


def test_an_amount_that_the_plan_does_not_know_is_asked_about():
    """Money in the email that stands nowhere in the plan is shown with its words; what the plan knows is not."""
    found = lines("Dear team,\n\nThe deposit is $250, the income $19,200, and a gift of $900 helps.")
    assert [label for label in found if label.startswith("Amount")] == ["Amount: $900"]


def test_dates_times_and_phones_are_no_amounts():
    """A meeting time, a date and a phone number are left alone."""
    found = lines("Dear team,\n\nCould we meet on December 8 at 10:30 or 2 p.m.? Call (555) 010-0142.")
    assert not [label for label in found if label.startswith("Amount")]


def test_consent_is_compared_both_ways():
    """A consent that only the plan or only the email speaks of is told apart from one that both do."""
    said = "Dear team,\n\nShe has given written consent to this email and to a meeting with you."
    silent = "Dear team,\n\nWe would like to meet you."
    assert lines(said)["Consent"].level == "met"
    assert lines(silent)["Consent"].level == "not_yet"
    assert lines(said, ServicePlan())["Consent"].level == "partly"


def test_without_a_plan_there_is_nothing_to_compare():
    """No plan, no line."""
    assert lines("Dear team, we would like to meet.", None) == {}
