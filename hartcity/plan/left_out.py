"""Whom a description of whom a service serves names as left out ("not for minors", "all but homeowners")."""

from __future__ import annotations

import re

from hartcity.plan import traits
from hartcity.plan.unread import unread
from hartcity.plan.vocabulary import phrases


_SERVED = (
    r"(?:served|seen|admitted|accepted|taken|housed|helped|allowed|eligible|considered|enrolled)"
    r"(?: here| at this \w+| by us)?"
)
_TO_THE_END = r"(?:[^.;:,]|,(?=\d{3}))*"
_NESTED = re.compile(r"\b(?:except|unless)\b", re.IGNORECASE)
_FORMS = (
    # "Not open to people under 18, except parents": what is let in of those left out is for a person to judge.
    re.compile(
        r"\b(?P<whom>(?:not|no|cannot|nobody)\b(?! except| one except)[^.;]*\b(?:except|unless)\b[^.;]*)", re.IGNORECASE
    ),
    re.compile(
        r"(?<!no one )(?<!nobody )(?<!none )\b(?:"
        r"not (?:for|(?:open|available) to|meant for|intended for|suitable for)\b(?! profit)|"
        r"except(?:ing)?(?: for)?\b|excluding\b|"
        r"(?:cannot|can['\u2019]t|do(?:es)? not|do(?:es)?n['\u2019]t|will not|won['\u2019]t) "
        r"(?:serve|take|accept|admit|house|see)\b)(?P<whom>[^.;:]*)",
        re.IGNORECASE,
    ),
    # "single adults are referred elsewhere", "people under 18 cannot be served"
    re.compile(
        r"(?:^|(?<=[.;,]))(?P<whom>(?!\s*(?:no|nobody|none|not)\b)[^.;,]*?)(?<!\bwho)(?<!\bthat)(?<!\byou) "
        r"(?:(?:is|are) (?:referred|sent|directed|helped|housed|served) elsewhere\b|"
        rf"(?:(?:cannot|can['\u2019]t|will not|won['\u2019]t|may not) be|(?:is|are)(?: not|n['\u2019]t)) {_SERVED}\b|"
        r"(?:may not|cannot|can['\u2019]t|need not|do(?:es)?(?: not|n['\u2019]t)) "
        r"(?:apply|attend|join|enter|enroll|qualify|register|sign up|take part)\b(?! without)|"
        r"(?:may not|cannot|can['\u2019]t) (?:stay|sleep|live|eat|come|move in)(?: here| with us)?(?=\s*(?:[.;,]|$)))",
        re.IGNORECASE,
    ),
    # "If you are younger than 60, this is not for you"
    re.compile(
        r"\bif (?:you are|you['\u2019]re|you|they are|they)\s(?P<whom>[^.;,]*),(?: then)? "
        r"(?:this|that|you|we|they|our)\b"
        r"[^.;,]*?(?: not|n['\u2019]t| cannot)\b[^.;,]*",
        re.IGNORECASE,
    ),
    # "who do not own a home", "applicants may not be veterans"
    re.compile(
        r"\b(?:who|that|you|they|applicants?|participants?|guests?|clients?|households?)"
        r"(?:['\u2019]re not| (?:do|does|are|is|may|must|can|should)(?: not|n['\u2019]t)|\scan(?:not|['\u2019]t))"
        r"(?: yet| already| currently| presently| now| also| be| themselves)*\s"
        r"(?P<whom>" + phrases("served", "denied").pattern + r"[^.;:,]*?)"
        r"(?=[.;:,]|\sand\b|\sat the time\b|\s(?:can|may|will) be\b|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|(?<=[.;,])\s*|\b(?:sorry|but|and),? )no (?="
        + phrases("served", "left_out").pattern
        + r")(?P<whom>[^.;:]*)",
        re.IGNORECASE,
    ),
    # "nobody earning over $3,000 a month"
    re.compile(
        r"\b(?:no one|nobody|no (?:person|household|family|applicant)s?)\s(?:who\s)?"
        r"(?P<whom>(?:earn|mak|with (?:an )?income|whose income)" + _TO_THE_END + ")",
        re.IGNORECASE,
    ),
)
_WHERE = "premises|site|building|property|house|home|center|location|grounds|shelter|office|rooms?|program"
_PLACE = re.compile(
    rf"\s(?:(?:on|in|into|at|inside|past|after) (?:the |this |our |these )?"
    rf"(?:{_WHERE}|noon|dark|night|any time|time|\d)|"
    r"please|allowed|because|as|since|during)\b.*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s(?:who|which|whom|please)\b.*", re.IGNORECASE)
_LIST = re.compile(r",(?!\d{3})|\s(?:and|or|nor)\s|;")
_MINORS = re.compile(r"\bminors\b(?! with)", re.IGNORECASE)


def divided(served: str) -> tuple[str, tuple[str, ...]]:
    """Divide a description of whom a service serves from those whom it names as left out."""
    rest, whom = served, []
    for form in _FORMS:
        whom += [found.group("whom") for found in form.finditer(rest)]
        rest = form.sub(" ", rest)
    return rest, tuple(filter(str.strip, whom))


def certain(whom: tuple[str, ...]) -> str:
    """Return those who are left out without an exception among them."""
    return "; ".join(one for one in whom if not _NESTED.search(one))


def without_place(whom: str) -> str:
    """Return who is left out without where, or what else is said of them ("men on the premises")."""
    plain = _ASIDE.sub("", whom)
    return _PLACE.sub("", re.split(r",(?!\d{3})", plain)[0]) if _PLACE.search(plain) else plain


def has_minors(left_out: str) -> bool:
    """Whether people under 18 are left out by that word."""
    return bool(_MINORS.search(left_out))


def has_outsiders(left_out: str) -> bool:
    """Whether those who live elsewhere are left out."""
    return bool(phrases("served", "outsiders").search(left_out))


def groups(left_out: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the traits that make each group of those left out; a group of which a word is not read is none."""
    named = (group.strip() for whom in left_out for group in _LIST.split(without_place(whom)))
    known = (
        traits.asked_for(group)
        for group in named
        if group and not has_minors(group) and not has_outsiders(group) and not unread(group, turned_away=True)
    )
    return tuple(group for group in known if group)


def unread_of(left_out: tuple[str, ...]) -> str:
    """Return the first words of those left out that are neither read nor plain."""
    named = (part if _NESTED.search(part) else without_place(part) for part in left_out)
    parts = (phrases("served", "outsiders").sub(" ", part) for part in named)
    return next((one for part in parts if (one := unread(part, turned_away=True))), "")
