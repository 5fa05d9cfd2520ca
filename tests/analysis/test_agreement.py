"""The email and the plan side by side."""

from dataclasses import replace

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


TWO = ServicePlan(
    service_user=ServiceUser(
        alias="Ms. R",
        needs=(
            "A safe place to sleep for her and her two children after the eviction on June 30",
            "Someone to watch her children, ages 4 and 7, while she works the evening shift",
            "Her inner compass back",
        ),
    ),
    services=(
        PlannedService(organization="Second Shift Child Care Network", service="evening child care"),
        PlannedService(organization="Lantern House Family Shelter", service="emergency family shelter"),
    ),
    email_recipient="Second Shift Child Care Network",
    meeting_times=("Tuesday, June 16, 2 p.m.", "Thursday, June 18, at 10 a.m."),
)
EVENING = (
    "I am a case manager, and I am writing about a parent of two who works the evening shift. She needs someone to "
    "watch her children, ages 4 and 7, from 4 p.m. to 10 p.m. With evening care her children sleep by nine.\n\n"
    "Your licensed homes keep bedtime routines. Could we meet on Tuesday, June 16, at 2 p.m. or Thursday, June 18, at "
    "10 a.m., by phone? After the first month we could look at how it goes. Thank you for reading this."
)


def test_words_that_a_need_happens_to_share_do_not_speak_of_it():
    """Children, a date or "after" do not speak of shelter; a need that no list knows wants most of its own words."""
    found = lines(f"Hello Enrollment Team,\n\n{EVENING}", TWO)
    assert found["Need: " + TWO.service_user.needs[0]].level == "not_yet"
    assert not found["Need: " + TWO.service_user.needs[0]].spans
    assert found["Need: " + TWO.service_user.needs[1]].level == "met"
    assert found["Need: Her inner compass back"].level == "not_yet"
    said = lines(
        "Hello team,\n\nThe family will be evicted and has nowhere to stay. She misses her compass, the inner one.", TWO
    )
    assert said["Need: " + TWO.service_user.needs[0]].level == "met"
    assert said["Need: Her inner compass back"].level == "met"


def test_the_greeting_goes_to_the_recipient_of_the_plan():
    """Another organization, of the plan or not, is told as such; a team or a person without one is left alone."""
    other = lines(f"Hello Lantern House team,\n\n{EVENING}", TWO)["Recipient"]
    assert other.level == "not_yet"
    assert "This greets Lantern House Family Shelter; your plan's email goes to Second Shift" in other.saying
    strange = f"Dear Green Door Dental Clinic team,\n\n{EVENING} Second Shift Child Care Network is known for its care."
    assert lines(strange, TWO)["Recipient"].level == "not_yet"
    for greeting in ("Dear Second Shift team,", "Hello Enrollment Team,", "Dear Ms. Vale,"):
        assert lines(f"{greeting}\n\n{EVENING}", TWO)["Recipient"].level == "met"


def test_the_check_of_the_assignment_takes_every_organization_of_the_plan():
    """Whom the plan's email goes to is the panel's question, and costs no points."""
    report = check_draft(Draft(f"Hello Lantern House team,\n\n{EVENING}", plan=TWO), engines=("reader",))
    assert next(one for one in report.checks if one.check == "recipient_from_plan").state == "met"


def test_ages_and_times_that_the_plan_does_not_have_are_asked_about():
    """Other children's ages, another hour and another half of the day are shown; the plan's own are not."""
    same = lines(f"Hello team,\n\n{EVENING}", TWO)
    assert not [label for label in same if label.startswith(("Time", "Children"))]
    text = (
        EVENING.replace("10 a.m.", "10 p.m.").replace("ages 4 and 7", "ages 14 and 15").replace("Tuesday", "Wednesday")
    )
    other = lines(f"Hello team,\n\n{text}", TWO)
    assert other["Children's ages"].saying.startswith("The email says 14 and 15, and the plan 4 and 7.")
    times = sorted(label for label in other if label.startswith("Time"))
    assert [time[:20] for time in times] == ["Time: Thursday, June", "Time: Wednesday, Jun"]


def test_a_span_of_hours_holds_every_hour():
    """A plan's "Tuesdays after 2" is no other time than Tuesday at four."""
    assert not [
        label
        for label in lines(
            "Hello,\n\nCould we meet on Tuesday at 4 or Friday at noon?",
            replace(TWO, meeting_times=("Tuesdays after 2", "Fridays")),
        )
        if label.startswith("Time")
    ]


def test_the_name_of_an_organization_speaks_of_no_need():
    """A shelter's name in the email is not the need for shelter."""
    named = f"Hello team,\n\n{EVENING} Lantern House Family Shelter is told of this email."
    assert lines(named, TWO)["Need: " + TWO.service_user.needs[0]].level == "not_yet"
