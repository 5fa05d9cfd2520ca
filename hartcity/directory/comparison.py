"""What is said about a service, aspect by aspect, so that a card and a comparison say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd


if TYPE_CHECKING:
    from collections.abc import Sequence

    from hartcity.model import CostOption, Exclusions, Service

NOT_SAID = "The directory does not say."
"""Stands where an aspect is empty: a gap is worth a phone call, and hiding it would look like an answer."""

NOT_SERVED = "Who it does not serve"


def aspects(service: Service) -> dict[str, str]:
    """Return every aspect of a service with its text, in the order in which a planner asks for them."""
    texts = {
        "Who it serves": service.served,
        NOT_SERVED: "; ".join(service.not_served),
        "Eligibility": " ".join(filter(None, (service.eligibility, _limits(service.exclusions)))),
        "Cost": service.cost or "; ".join(map(_cost_option, service.cost_options)),
        "Documents": "; ".join(service.documents),
        "How to apply": service.application,
        "Waiting time": service.wait,
        "Hours": "; ".join(service.hours),
        "Languages": ", ".join(service.languages),
        "Accessibility": "; ".join(service.accessibility),
        "Contact": service.contact,
    }
    return {aspect: text or NOT_SAID for aspect, text in texts.items()}


def compare(services: Sequence[Service]) -> pd.DataFrame:
    """Return aspects as rows and services as columns, each column headed ``service, organization``."""
    columns = {f"{service.name}, {service.organization}": aspects(service) for service in services}
    return pd.DataFrame(columns)


def _limits(exclusions: Exclusions) -> str:
    limit = exclusions.income_limit_percent
    return "" if limit is None else f"Income limit: {limit:g}% of the poverty guideline."


def _cost_option(option: CostOption) -> str:
    amount = "" if option.amount is None else f"${option.amount:,.2f}".removesuffix(".00")
    return " ".join(filter(None, (option.option, amount, option.description)))
