"""A service plan between JSON and values.

Missing keys and ``null`` are empty fields, since a plan grows while it is written. A key that is there must hold what
the contract says; everything that does not is named at once, each with its path. Keys that the contract does not know
are left alone, so that a newer plan can still be read.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from hartcity.model import Consent, PlannedService, ServicePlan, ServiceUser


Item = TypeVar("Item")
Value = TypeVar("Value", Consent, PlannedService)

MOST_SERVICES = 100
MOST_LINES = 200
MOST_CHARACTERS = 20_000
MOST_CHARACTERS_IN_ALL = 500_000
LANGUAGE_PREFERENCES = ("person_first", "identity_first")

_OPTIONAL = frozenset(
    """
    pronouns household_size annual_income starts eligibility documents barriers owner start review finances_said
    eligibility_said wait if_refused chosen as_of meeting_times
    """.split()
)


class Fault(NamedTuple):
    """One thing that could not be read: the ``path`` of the field (``services[1].start``) and what was expected."""

    path: str
    reason: str


class PlanError(ValueError):
    """Raised when a plan does not have the contract's shape; ``faults`` names every place."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults, and say them in one line each."""
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.path}: {fault.reason}" for fault in self.faults))


def plan_from_json(value: object) -> ServicePlan:
    """Read a plan from what ``json.loads`` gives.

    Raises:
        PlanError: with the path and the reason of every field that is not what the contract says.

    """
    reader = _Reader()
    plan = reader.plan(value)
    if reader.faults:
        raise PlanError(reader.faults)
    return plan


def plan_to_json(plan: ServicePlan) -> dict[str, Any]:
    """Return the contract's JSON for ``plan``; optional fields that are empty are left out."""
    value: dict[str, Any] = _as_json(plan)
    value["consent"]["expires"] = plan.consent.expires or None
    return value


def _as_json(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return values as JSON; the names and the order of their fields are those of the contract."""
    if isinstance(value, tuple):
        return [_as_json(each) for each in value]
    if not dataclasses.is_dataclass(value):
        return value
    held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {name: _as_json(each) for name, each in held.items() if name not in _OPTIONAL or each not in (None, "", ())}


class _Reader:
    """Reads one plan and collects what could not be read, so that all of it can be said at once."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._characters = 0

    def plan(self, value: object) -> ServicePlan:
        read = self._plan(value)
        if self._characters > MOST_CHARACTERS_IN_ALL:
            most, found = MOST_CHARACTERS_IN_ALL, self._characters
            self._fault("plan", f"expected at most {most} characters in all, found {found}")
        return read

    def _plan(self, value: object) -> ServicePlan:
        fields = self._object(value, "plan")
        return ServicePlan(
            service_user=self._service_user(fields.get("service_user")),
            consent=self._consent(fields.get("consent")),
            services=self._services(fields.get("services")),
            coordination=self._text(fields, "", "coordination"),
            email_recipient=self._text(fields, "", "email_recipient"),
            as_of=self._text(fields, "", "as_of"),
            meeting_times=self._list(fields.get("meeting_times"), "meeting_times", MOST_LINES, self._string),
        )

    def _service_user(self, value: object) -> ServiceUser:
        path = "service_user"
        fields = self._object(value, path)
        preference = self._text(fields, path, "language_preference") or LANGUAGE_PREFERENCES[0]
        if preference not in LANGUAGE_PREFERENCES:
            self._fault(f"{path}.language_preference", f"expected {' or '.join(LANGUAGE_PREFERENCES)}")
        return ServiceUser(
            alias=self._text(fields, path, "alias"),
            pronouns=self._text(fields, path, "pronouns"),
            language_preference=preference,
            household_size=self._household_size(fields.get("household_size")),
            annual_income=self._annual_income(fields.get("annual_income")),
            needs=self._texts(fields, path, "needs"),
            strengths=self._texts(fields, path, "strengths"),
            goals=self._texts(fields, path, "goals"),
        )

    def _consent(self, value: object) -> Consent:
        return self._read(Consent, value, "consent")

    def _services(self, value: object) -> tuple[PlannedService, ...]:
        return self._list(value, "services", MOST_SERVICES, lambda one, path: self._read(PlannedService, one, path))

    def _read(self, kind: type[Value], value: object, path: str) -> Value:
        """Read an object whose fields are texts, lists of texts and truths, as their defaults tell."""
        given = self._object(value, path)
        readers: dict[type, Callable[..., Any]] = {str: self._text, tuple: self._texts, bool: self._flag}
        held = {one.name: readers[type(one.default)](given, path, one.name) for one in dataclasses.fields(kind)}
        return kind(**held)

    def _household_size(self, value: object) -> int | None:
        if value is None:
            return None
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if isinstance(value, bool) or not whole or not isinstance(value, int | float) or value < 1:
            self._fault("service_user.household_size", "expected a whole number of people, 1 or more")
            return None
        return int(value)

    def _annual_income(self, value: object) -> float | None:
        if value is None:
            return None
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
            self._fault("service_user.annual_income", "expected dollars in a year, 0 or more")
            return None
        return value

    def _object(self, value: object, path: str) -> Mapping[str, object]:
        if value is None:
            return {}
        if isinstance(value, Mapping):
            return value
        self._fault(path, f"expected an object, found {_kind(value)}")
        return {}

    def _list(self, value: object, path: str, most: int, read: Callable[[object, str], Item]) -> tuple[Item, ...]:
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            self._fault(path, f"expected a list, found {_kind(value)}")
            return ()
        if len(value) > most:
            self._fault(path, f"expected at most {most} entries, found {len(value)}")
            return ()
        return tuple(read(item, f"{path}[{index}]") for index, item in enumerate(value))

    def _texts(self, fields: Mapping[str, object], parent: str, name: str) -> tuple[str, ...]:
        return self._list(fields.get(name), f"{parent}.{name}", MOST_LINES, self._string)

    def _text(self, fields: Mapping[str, object], parent: str, name: str) -> str:
        value = fields.get(name)
        return "" if value is None else self._string(value, f"{parent}.{name}" if parent else name)

    def _string(self, value: object, path: str) -> str:
        if not isinstance(value, str):
            self._fault(path, f"expected text, found {_kind(value)}")
            return ""
        if len(value) > MOST_CHARACTERS:
            self._fault(path, f"expected at most {MOST_CHARACTERS} characters, found {len(value)}")
            return ""
        self._characters += len(value)
        if any("\ud800" <= character <= "\udfff" for character in value):
            self._fault(path, "holds half of a character (a lone surrogate), which cannot be stored")
            return ""
        return value

    def _flag(self, fields: Mapping[str, object], parent: str, name: str) -> bool:
        value = fields.get(name)
        if value is None:
            return False
        if isinstance(value, bool):
            return value
        self._fault(f"{parent}.{name}", f"expected true or false, found {_kind(value)}")
        return False

    def _fault(self, path: str, reason: str) -> None:
        self.faults.append(Fault(path, reason))


def _kind(value: object) -> str:
    """Name a JSON value's kind, never the value: it may be a student's words."""
    names: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "true or false"),
        ((int, float), "a number"),
        (str, "text"),
        ((list, tuple), "a list"),
        (Mapping, "an object"),
    )
    return next((name for kinds, name in names if isinstance(value, kinds)), "something else")
