"""Names no service that excludes this service user.

Why: a family shelter turns a single adult away at the door; the plan is the place to notice it.

Example: a household of one, and a shelter for parents with minor children. "They may make an exception" is a hope.

Source: Hart City assignment, Part 1 (population served); referral practice: eligibility is met, unknown or not met.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from hartcity.model import CheckResult, Exclusions, Service, ServicePlan, ServiceUser, State
from hartcity.plan.answering import answers
from hartcity.plan.declined import declined_request
from hartcity.plan.eligibility import traits
from hartcity.plan.eligibility.access import INCOME_UNTOLD, borne_out, conflicts, doubts
from hartcity.plan.eligibility.ages import children_ages, opens_with_a_child
from hartcity.plan.eligibility.circumstances import Circumstances, circumstances_of
from hartcity.plan.eligibility.exclusions import condition_in, exclusions_in
from hartcity.plan.eligibility.listed import told_by_name, turned_away, unread_condition
from hartcity.plan.eligibility.own_words import about_the_person, about_the_rule, called_the_client, without_the_person
from hartcity.plan.example import COMPLETE, LUNCHES, RIDES, Example, with_rides, with_services
from hartcity.plan.lookup import entries_of, listed_service
from hartcity.plan.services import Placed, Seen, planned
from hartcity.plan.setting import Setting
from hartcity.plan.vocabulary import phrases
from hartcity.plan.wording import content, says_something


TITLE = "Open to this person"
COMES = 6
ID = "eligibility_fit"
ASK = "Who does this service not serve, and which service is for people in this situation?"
_FITS = re.compile(r"(?<!not )(?<!n't )(?<!not yet )\b(?:met|eligible|qualifies|qualify|fits)\b", re.IGNORECASE)


def check(plan: ServicePlan, setting: Setting) -> CheckResult:
    """Compare the person with whom each service turns away, and read what the plan itself says about it."""
    person = circumstances_of(plan, setting)
    is_begun = any(says_something(service.eligibility) for service in plan.services)
    looked_at = (_seen(placed, person, setting, plan.service_user, is_begun=is_begun) for placed in planned(plan))
    seen = [one for one in looked_at if one is not None]
    against = [one for one in seen if one.state is not State.MET]
    if against:
        worst = next((one for one in against if one.state is State.NOT_SEEN), against[0])
        # The service that the reason is about comes first, and the income where it alone is missing.
        paths = [worst.path, *(["service_user.annual_income"] if INCOME_UNTOLD in worst.reason else [])]
        fields = tuple(dict.fromkeys((*paths, *(one.path for one in against))))
        return CheckResult(ID, worst.state, reason=worst.reason, question=worst.question, fields=fields)
    if seen:
        reason = "Nothing that is known speaks against the services."
        return CheckResult(ID, State.MET, reason=reason, fields=tuple(one.path for one in seen))
    reason = "Nothing is known yet about whom the services serve."
    return CheckResult(ID, State.NOT_APPLICABLE, reason=reason, question=ASK, fields=("services",))


def _seen(one: Placed, person: Circumstances, setting: Setting, user: ServiceUser, *, is_begun: bool) -> Seen | None:
    """Say what is known about one service; None when nothing is.

    ``is_begun``: the plan says of some service whom it serves, and so may be asked about the others.
    """
    told = ". ".join(about_the_person(one.service.eligibility, user.alias))
    told_here = f"{one.service.need}. {one.service.benefit}. {told}"
    person = replace(
        person,
        children=children_ages(told_here) or person.children,
        child_comes_first=opens_with_a_child(one.service.need),
    )
    entries = entries_of(one.service, setting.listed)
    return (
        _against(one, person, entries, user.alias)
        or _declined(one, entries, user.needs)
        or _doubtful(one, person, entries)
        or _open_or_unknown(one, person, entries, is_begun=is_begun)
    )


def _against(one: Placed, person: Circumstances, entries: tuple[Service, ...], alias: str) -> Seen | None:
    """Say what speaks against a service for certain: the directory, the plan's own words, or a hope."""
    path, words = one.path("eligibility"), one.service.eligibility
    says_so = bool(_FITS.search(words))
    if reason := _conflict(person, entries, without_the_person(words, alias)):
        return Seen(path, State.NOT_SEEN, f"“{one.name}” may not be open to this person: {reason}.", ASK)
    softened = phrases("eligibility", "softened").sub("", called_the_client(words, alias))
    if _says_no(softened, alias, says_so=says_so):
        return Seen(path, State.NOT_SEEN, f"The plan itself says that “{one.name}” does not serve this person.", ASK)
    if phrases("eligibility", "exception").search(softened) and not says_so:
        return Seen(path, State.NOT_SEEN, f"“{one.name}” rests on the hope for an exception.", ASK)
    return None


def _declined(one: Placed, entries: tuple[Service, ...], needs: tuple[str, ...]) -> Seen | None:
    """Say which request of the plan the directory's service declines; of several, all of them have to."""
    answered = tuple(need for need in needs if answers(one.service, need))
    declined = [declined_request(one.service, entry, answered) for entry in entries]
    if not declined or not all(found.words for found in declined):
        return None
    reason = f"The directory says that “{entries[0].name}” declines this: {declined[0].words}."
    state = State.NOT_SEEN if all(found.is_certain for found in declined) else State.PARTLY
    return Seen(one.path("eligibility"), state, reason, "Which service takes such a request?")


def _doubtful(one: Placed, person: Circumstances, entries: tuple[Service, ...]) -> Seen | None:
    """Say what may speak against a service, and only a word of the plan could settle."""
    path = one.path("eligibility")
    if reason := _doubt(one, person, entries):
        return Seen(path, State.PARTLY, f"“{one.name}” may not be open to this person: {reason}.", ASK)
    by_name = chain(
        conflicts(person, told_by_name(one.service)),
        doubts(_told(one, person), told_by_name(one.service), silent=False),
    )
    says_so = bool(_FITS.search(one.service.eligibility))
    if not says_so and not entries and (reason := next(by_name, "")):
        return Seen(path, State.PARTLY, f"By its name, “{one.name}” may not be open to this person: {reason}.", ASK)
    return None


def _open_or_unknown(
    one: Placed, person: Circumstances, entries: tuple[Service, ...], *, is_begun: bool
) -> Seen | None:
    """Say that a service is open where the plan says so, or tells what the directory asks for; a rule alone is none."""
    path, words = one.path("eligibility"), one.service.eligibility
    if not says_something(words):
        listed = listed_service(one.service, entries)
        if listed is None:
            return None
        met = tuple(borne_out(_told(one, person), turned_away(listed)))
        if all(met) and (met or is_begun) and not condition_in(listed.served):
            return Seen(path, State.MET)
        if not is_begun:
            return None
        reason = f"The plan does not say yet whether “{one.name}” is open to this person."
        return Seen(path, State.PARTLY, reason, "What does the directory ask for, and does this person fit?")
    if phrases("finances", "unconfirmed").search(words):
        reason = f"Whom “{one.name}” serves is the directory's word, and not confirmed yet."
        return Seen(path, State.PARTLY, reason, "Does this person fit, and who said so?")
    is_told = _FITS.search(words) or not phrases("eligibility", "unknown").search(words)
    return Seen(path, State.MET) if is_told or listed_service(one.service, entries) else None


def _says_no(words: str, alias: str, *, says_so: bool) -> bool:
    """Whether the plan's own words say that the person is not served."""
    if phrases("eligibility", "refused").search(words):
        return True
    return not says_so and bool(
        phrases("eligibility", "turned_away").search(words) or _is_one_of_the_others(words, alias)
    )


def _is_one_of_the_others(words: str, alias: str) -> bool:
    """Whether a rule stands beside words that deny the same of the person ("Members only. He is not a member.")."""
    rules = [rule for rule in about_the_rule(words, alias) if phrases("eligibility", "rule").search(rule)]
    denied = [told for told in about_the_person(words, alias) if phrases("eligibility", "unlike").search(told)]
    return any(content(rule) & content(told) for rule in rules for told in denied)


def _conflict(person: Circumstances, entries: tuple[Service, ...], words: str) -> str:
    """Return a reason why the directory or the plan's own words turn the person away.

    Where the directory holds several services that may be meant, all of them have to turn the person away.
    """
    reasons = [next(conflicts(person, turned_away(entry)), "") for entry in entries]
    if reasons and all(reasons):
        return reasons[0]
    return next(conflicts(person, exclusions_in(words)), "")


def _doubt(one: Placed, person: Circumstances, entries: tuple[Service, ...]) -> str:
    silent = person.is_told and not says_something(one.service.eligibility)
    reasons = [
        next(doubts(_told(one, person), turned_away(entry), silent=silent), "")
        or (unread_condition(entry) if silent else "")
        for entry in entries
    ]
    return reasons[0] if reasons and all(reasons) else ""


def _told(one: Placed, person: Circumstances) -> Circumstances:
    """Return the person with what the plan mentions beside this service, so that it is not asked about again.

    Words that were taken over from a directory and not confirmed yet are the service's, and tell of nobody.
    """
    words = one.service.eligibility
    told = "" if phrases("finances", "unconfirmed").search(words) else words
    beside = " ".join((told, *one.service.documents))
    return replace(person, shown=person.shown | traits.shown(beside))


_FAMILY_ROOMS = Service(
    RIDES.service,
    RIDES.organization,
    exclusions=Exclusions(requires_minor_children=True, not_served=("single adults",)),
)
_NO_WHEELCHAIRS = Service(RIDES.service, RIDES.organization, not_served=("Wheelchair transport",))
_TO_HALF = Service(RIDES.service, RIDES.organization, exclusions=Exclusions(income_limit_percent=50))

EXAMPLES = (
    Example(State.MET, "the plan says that the rules are met", COMPLETE),
    Example(State.NOT_SEEN, "only for parents, by the directory", COMPLETE, (_FAMILY_ROOMS,)),
    Example(State.NOT_SEEN, "an income over the limit, by the directory", COMPLETE, (_TO_HALF,)),
    Example(
        State.NOT_SEEN,
        "a request that the directory says is declined",
        with_rides(need="He needs wheelchair transport to physical therapy."),
        (_NO_WHEELCHAIRS,),
    ),
    Example(
        State.NOT_APPLICABLE,
        "services of the directory, and no word on whom they serve yet",
        with_services(replace(RIDES, eligibility=""), replace(LUNCHES, eligibility="")),
        (Service(RIDES.service, RIDES.organization, served="Adults"),),
    ),
    Example(
        State.MET,
        "no word on whom they serve, and the plan tells what the directory asks for",
        with_services(replace(RIDES, eligibility=""), replace(LUNCHES, eligibility="")),
        (Service(RIDES.service, RIDES.organization, served="Income up to 150% of the poverty guideline"),),
    ),
    Example(
        State.MET,
        "a word on one service, and another that is open to everybody",
        with_rides(eligibility=""),
        (Service(RIDES.service, RIDES.organization, served="Any Hart City resident"),),
    ),
    Example(
        State.PARTLY,
        "a word on one service, and none on another that the directory knows",
        with_rides(eligibility=""),
        (Service(RIDES.service, RIDES.organization, served="Adults who do not drive"),),
    ),
    Example(State.PARTLY, "the directory's words, not confirmed", with_rides(eligibility="To be confirmed: adults.")),
    Example(State.NOT_SEEN, "the plan's own words", with_rides(eligibility="He does not qualify, he is too young.")),
    Example(State.NOT_SEEN, "a hope", with_rides(eligibility="Not really, but they might make an exception for him.")),
    Example(
        State.NOT_SEEN, "a limit that the income is over", with_rides(eligibility="Income under 60% of guideline: met")
    ),
    Example(State.PARTLY, "a name that tells", with_rides(service="family shelter room", eligibility="")),
    Example(
        State.NOT_APPLICABLE,
        "nothing is known",
        with_services(replace(RIDES, eligibility=""), replace(LUNCHES, eligibility="not sure")),
    ),
)
