"""The tab on money: where a household stands against the poverty guideline, and what access may cost."""

from __future__ import annotations

import streamlit as st

from hartcity.plan.guideline import MONTHS, Guideline, bands, guidelines
from hartcity.plan.vocabulary import table
from hartcity.ui.plan import plan_form
from hartcity.ui.plan.plan_form import PlanForm
from hartcity.ui.safe import safe


ESTIMATE = "A screening estimate: the agency decides."
OTHER = "Another year or place"


def draw(form: PlanForm) -> None:
    """Draw the income, the guideline and its bands, then what to ask about for each service."""
    income, unit, choice = st.columns(3, vertical_alignment="bottom")
    with unit:
        monthly = (
            st.radio("Income is told", ["a year", "a month"], key="plan-income-unit", horizontal=True) == "a month"
        )
    with income:
        _income(form, monthly=monthly)
    with choice:
        chosen = st.selectbox("Guideline", [*_known(), OTHER], key="plan-guideline")
    with st.container():
        guideline = _known().get(chosen) or _typed_in()
        _standing(form, guideline)
    st.caption(f"{ESTIMATE} {safe(guideline.source)}")
    _access_costs(form)


def _standing(form: PlanForm, guideline: Guideline) -> None:
    size = form.plan.service_user.household_size
    if size is None or form.plan.service_user.annual_income is None:
        st.markdown("With the people in the household (first tab) and the income, this shows where they stand.")
    else:
        percent = guideline.percent(form.plan.service_user.annual_income, size)
        people = "1 person" if size == 1 else f"{size} people"
        st.metric(f"of the {guideline.year} guideline for {people}, {guideline.place}", f"{percent:.0f} %")
        _bands(guideline, size, percent)


def _income(form: PlanForm, *, monthly: bool) -> None:
    path = "service_user.annual_income"
    stored = plan_form.value_at(form.fields, path, None)
    shown = None if stored is None else round(stored / MONTHS) if monthly else round(stored)
    kind, unit = ("monthly", "a month") if monthly else ("plain", "a year")
    name = plan_form.begin(path, shown, kind=kind, about=unit)
    st.number_input(
        f"Household income, $ {unit}",
        min_value=0,
        step=100,
        value=shown,
        key=name,
        on_change=plan_form.gather,
    )


def _known() -> dict[str, Guideline]:
    return {f"{one.year}, {one.place}": one for one in guidelines()}


def _typed_in() -> Guideline:
    """Draw the fields of a guideline that is not among ours, the newest one's amounts in them to begin with."""
    newest = guidelines()[0]
    st.caption("The amounts of your year and place stand in the Federal Register. What do they say?")
    at_year, at_place, at_first, at_more = st.columns(4, vertical_alignment="bottom")
    with at_year:
        year = st.number_input("Year", 1965, 2100, newest.year, key="plan-guideline-year")
    with at_place:
        place = st.text_input("Place", newest.place, key="plan-guideline-place")
    with at_first:
        first = st.number_input("First person, $ a year", 1, 10**6, int(newest.first_person), key="plan-first")
    with at_more:
        more = st.number_input("Each further person, $", 1, 10**6, int(newest.each_more), key="plan-more")
    return Guideline(year, place, first, more, source="Amounts typed in here.")


def _bands(guideline: Guideline, size: int, percent: float) -> None:
    st.table(
        [
            {
                "Band": f"{band.percent:g} %",
                "A year": f"${guideline.limit(band.percent, size):,.0f}",
                "A month": f"${guideline.limit(band.percent, size) / MONTHS:,.0f}",
                "Household": "● at or below" if percent <= band.percent else "○ above",
                "Often opens": "; ".join(band.programs),
            }
            for band in bands()
        ]
    )


def _access_costs(form: PlanForm) -> None:
    st.header("What access may cost", anchor=False)
    for number, service in enumerate(form.plan.services):
        name = service.service.strip() or service.organization.strip() or f"Service {number + 1}"
        st.markdown(f"**{safe(name)}:** {safe(service.finances) or 'nothing said yet'}")
    for prompt in table("programs")["access_costs"]["prompts"]:
        st.markdown(f"- **{safe(prompt['name'].capitalize())}:** {safe(prompt['asks'])}")
