"""A draft beside its service plan: the organization that it is written to, and the service that it asks for."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from hartcity.model import PlannedService, ServicePlan, Span, State
from hartcity.text.acts import Act
from hartcity.text.anatomy import Part
from hartcity.text.document import Document
from hartcity.text.listed import listed


_SAME_NAME = 86
_NAME_WORDS = 3
_SMALL = frozenset(
    """
    the a an of and for to with in on at by or help service services program application appointment visit
    general new first center agency city family community hart house
    """.split()
)
_ORGANIZATION_WORDS = frozenset(
    """
    center clinic shelter network fund aid house services agency program collective pantry works link share
    health legal community office foundation coalition
    """.split()
)


def reads_like_recipient(document: Document, plan: ServicePlan) -> tuple[State, tuple[Span, ...]]:
    """Say how far the draft is written to an organization of the plan, and with which words."""
    names = [planned.organization for planned in plan.services if planned.organization]
    addressed = [*document.part(Part.SALUTATION), *document.part(Part.ADDRESS)]
    for span in (*addressed, *document.part(Part.BODY)):
        for name in names:
            if _is_named(name, span.of(document.plain)):
                return State.MET, (span,) if span in addressed else ()
    subject = document.subject_line
    if subject is not None and any(_is_named(name, subject.text) for name in names):
        return State.MET, ()
    other = next((span for span in addressed if _names_another(span.of(document.plain), names)), None)
    wanted = services_asked(document)
    planned = [
        each for service in plan.services for each in _kinds(service.service, service.organization, service.need)
    ]
    if wanted & set(planned):
        return State.MET if other is None else State.PARTLY, ()
    domains = {kind.partition(".")[0] for kind in planned}
    if {kind.partition(".")[0] for kind in wanted} & domains and other is None:
        return State.MET, ()
    if any(_shares_words(service, document) for service in plan.services) and other is None:
        return State.MET, ()
    if other is not None or wanted:
        return State.NOT_SEEN, (other,) if other else ()
    return State.PARTLY, ()


def greeted(document: Document, name: str) -> Span | None:
    """Return the salutation or address that names an organization, or None."""
    addressed = (*document.part(Part.SALUTATION), *document.part(Part.ADDRESS))
    return next((span for span in addressed if _is_named(name, span.of(document.plain))), None)


def greets_another(document: Document, plan: ServicePlan) -> Span | None:
    """Return the salutation or address that names an organization which the plan does not know, or None."""
    names = [planned.organization for planned in plan.services if planned.organization]
    names.append(plan.email_recipient)
    addressed = (*document.part(Part.SALUTATION), *document.part(Part.ADDRESS))
    return next((span for span in addressed if _names_another(span.of(document.plain), names)), None)


def reads_like_service(document: Document, plan: ServicePlan) -> tuple[State, tuple[Span, ...], str]:
    """Say how far the service asked for is one that the plan names for the email's recipient, and with which words.

    The last is a reason of its own, and empty where the check's will do.
    """
    recipient = plan.email_recipient
    services = [
        each for each in plan.services if recipient and fuzz.token_set_ratio(each.organization, recipient) >= _SAME_NAME
    ]
    asks = document.showing(Act.ASK_SERVICE)
    firm = [ask.span for ask in asks if ask.firm]
    for service in services or plan.services:
        if _is_asked_for(service, document) or _is_meant(service, document):
            return (State.MET, tuple(firm), "") if firm else (State.PARTLY, tuple(ask.span for ask in asks), "")
    other = next((each for each in plan.services if asks and _is_asked_for(each, document)), None)
    if other is not None:
        elsewhere = f"Your plan names this service with {other.organization}, and the message goes to {recipient}."
        return State.PARTLY, tuple(ask.span for ask in asks), elsewhere
    if not asks:
        return State.NOT_SEEN, (), "No service is asked for yet, so there is nothing to compare with your plan."
    return State.NOT_SEEN, tuple(firm), ""


def services_asked(document: Document) -> frozenset[str]:
    """Return the kinds of service (``food.pantry``) in the draft's requests, or in its body where it requests none."""
    spans = [ask.span for ask in document.showing(Act.ASK_SERVICE)]
    texts = [span.of(document.plain) for span in spans] or [sentence.plain for sentence in document.body]
    return frozenset(kind for text in texts for kind in _kinds(text))


def _is_asked_for(service: PlannedService, document: Document) -> bool:
    return bool(set(_kinds(service.service)) & services_asked(document)) or _shares_words(service, document)


def _is_meant(service: PlannedService, document: Document) -> bool:
    """Whether the request names no service at all ("Would you take her in?"), and the plan's is named beside it."""
    asks = [ask.span for ask in document.showing(Act.ASK_SERVICE)]
    if not asks or any(set(_kinds(span.of(document.plain))) for span in asks):
        return False
    spans = [sentence.span for sentence in document.body]
    kinds = {kind for sentence in document.body for kind in _kinds(sentence.plain)}
    return bool(set(_kinds(service.service)) & kinds) or _holds_words(service, document, spans)


def _kinds(*texts: str) -> Iterable[str]:
    for text in texts:
        for hit in listed(text.lower()).services:
            yield from (name.removeprefix("service:") for name in hit.lists if name.startswith("service:"))


def _shares_words(service: PlannedService, document: Document) -> bool:
    """Whether the draft's requests hold the content words of the plan's service."""
    spans = [ask.span for ask in document.showing(Act.ASK_SERVICE)] or [sentence.span for sentence in document.body[:2]]
    return _holds_words(service, document, spans)


def _holds_words(service: PlannedService, document: Document, spans: list[Span]) -> bool:
    wanted = [_stem(word) for word in service.service.lower().replace("-", " ").split() if word not in _SMALL]
    held = {
        _stem(word.strip(".,;:?!'"))
        for span in spans
        for word in span.of(document.plain).lower().replace("-", " ").split()
    }
    found = sum(word in held for word in wanted)
    return bool(wanted) and 2 * found > len(wanted)


def _stem(word: str) -> str:
    for ending in ("ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


def _is_named(name: str, text: str) -> bool:
    """Whether an organization's name, or the part of it that sets it apart, stands in a text."""
    low = " ".join(text.lower().replace("\n", " ").split())
    if fuzz.partial_ratio(name.lower(), low) >= _SAME_NAME and len(low) >= len(name) - 3:
        return True
    own = [word for word in name.split() if word.lower() not in _SMALL | _ORGANIZATION_WORDS]
    pairs = [" ".join(name.split()[at : at + 2]).lower() for at in range(len(name.split()) - 1)]
    return any(pair in low and set(pair.split()) & {word.lower() for word in own} for pair in pairs[:1])


def _names_another(text: str, names: list[str]) -> bool:
    """Whether an addressee names an organization of its own: capitals with an organization's noun."""
    words = [word.strip(",:;.()") for word in text.split()]
    capitals = [word for word in words if word[:1].isupper()]
    organized = any(word.lower() in _ORGANIZATION_WORDS for word in capitals) and len(capitals) >= _NAME_WORDS
    return organized and not any(_is_named(name, text) for name in names)
