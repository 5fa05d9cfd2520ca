"""Where fields of the plan stand, and which tab comes next."""

import datetime as dt
from dataclasses import replace

import pytest

from hartcity.analysis import check_plan
from hartcity.model import PlannedService, ServicePlan
from hartcity.plan.example import COMPLETE, LUNCHES, with_rides, with_services
from hartcity.ui.plan.places import leads, next_tab, place_of, tab_of, with_wording


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        ("service_user.needs[1]", "Service user"),
        ("service_user.annual_income", "Money"),
        ("services", "Services"),
        ("services[1].benefit", "Services"),
        ("services[0].coordination", "Coordination"),
        ("coordination", "Coordination"),
        ("consent.scope[0]", "Consent"),
        ("consent", "Consent"),
        ("email_recipient", "Consent"),
    ],
)
def test_each_field_has_its_tab(path, tab):
    """A field is looked for where it is written."""
    assert tab_of(path) == tab


@pytest.mark.parametrize(
    ("plan", "tab"),
    [
        (ServicePlan(), "Services"),
        (with_services(LUNCHES), "Services"),
        (with_rides(finances=""), "Services"),
        (
            replace(
                COMPLETE, coordination="", services=tuple(replace(one, coordination="") for one in COMPLETE.services)
            ),
            "Coordination",
        ),
        (replace(COMPLETE, consent=replace(COMPLETE.consent, obtained=False)), "Consent"),
        (COMPLETE, "Picture"),
    ],
)
def test_what_is_missing_next_has_its_tab(plan, tab):
    """The first open check, in the order in which a plan grows, tells the tab; a whole plan shows its picture."""
    assert next_tab(check_plan(plan, today=dt.date(2026, 3, 1))) == tab


def test_notes_on_wording_are_counted_by_tab():
    """A note under a field of the services is counted there, and advice on the whole plan nowhere."""
    rides = PlannedService(organization="Harbor Wheels", service="rides", need="He suffers from a bad shoulder.")
    report = check_plan(with_services(rides, LUNCHES), today=dt.date(2026, 3, 1))
    assert with_wording(report) == {"Services": 1}


def test_a_question_leads_to_its_service_and_to_the_income():
    """The service that a question is about stands in the words of its link; the income stands on a tab of its own."""
    assert place_of("services[1].benefit") == "Services, service 2"
    assert place_of("services[0].coordination") == "Coordination, service 1"
    assert place_of("consent.scope[0]") == "Consent"
    lawyers = PlannedService(
        organization="Juniper Legal Aid", service="eviction defense", eligibility="Tenants in court."
    )
    user = replace(COMPLETE.service_user, annual_income=None)
    report = check_plan(replace(with_services(LUNCHES, lawyers), service_user=user), today=dt.date(2026, 3, 1))
    open_to = next(one for one in report.checks if one.check == "eligibility_fit")
    assert leads(open_to) == {
        "Money": "service_user.annual_income",
        "Services, service 2": "services[1].eligibility",
    }
