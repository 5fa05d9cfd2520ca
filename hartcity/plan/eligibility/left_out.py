"""Whom a description of whom a service serves names as left out ("not for minors", "all but homeowners")."""

from __future__ import annotations

import re

from hartcity.plan.eligibility import traits
from hartcity.plan.eligibility.clauses import CANNOT, COMMA, NOT
from hartcity.plan.eligibility.unread import unread
from hartcity.plan.vocabulary import branches, phrases


_SERVED = (
    r"(?:served|seen|admitted|accepted|taken|housed|helped|allowed|eligible|considered|enrolled)"
    r"(?: here| at this \w+| by us)?"
)
_WILL_NOT = r"(?:will not|won['\u2019]t)"
_FORMS = (
    # "Not open to people under 18, except parents": what is let in of those left out is for a person to judge.
    r"\b(?P<whom>(?:not|no|cannot|nobody)\b(?! except| one except)[^.;]*\b(?:except|unless)\b[^.;]*)",
    # "Not for minors", "we cannot accept couples"
    r"(?<!no one )(?<!nobody )(?<!none )\b(?:"
    r"not (?:for|(?:open|available) to|meant for|intended for|suitable for)\b(?! profit)|"
    r"except(?:ing)?(?: for)?\b|excluding\b|"
    rf"(?:{CANNOT}|do(?:es)?{NOT}|{_WILL_NOT}) (?:serve|take|accept|admit|house|see)\b)(?P<whom>[^.;:]*)",
    # "single adults are referred elsewhere", "people under 18 cannot be served"
    r"(?:^|(?<=[.;,]))(?P<whom>(?!\s*(?:no|nobody|none|not)\b)[^.;,]*?)(?<!\bwho)(?<!\bthat)(?<!\byou) "
    r"(?:(?:is|are) (?:referred|sent|directed|helped|housed|served) elsewhere\b|"
    rf"(?:(?:{CANNOT}|{_WILL_NOT}|may not) be|(?:is|are){NOT}) {_SERVED}\b|"
    rf"(?:may not|{CANNOT}|need not|do(?:es)?{NOT}) "
    r"(?:apply|attend|join|enter|enroll|qualify|register|sign up|take part)\b(?! without)|"
    rf"(?:may not|{CANNOT}) (?:stay|sleep|live|eat|come|move in)(?: here| with us)?(?=\s*(?:[.;,]|$)))",
    # "If you are younger than 60, this is not for you"
    r"\bif (?:you are|you['\u2019]re|you|they are|they)\s(?P<whom>[^.;,]*),(?: then)? (?:this|that|you|we|they|our)\b"
    rf"[^.;,]*?(?:{NOT}| cannot)\b[^.;,]*",
    # "who do not own a home", "applicants may not be veterans"
    r"\b(?:who|that|you|they|applicants?|participants?|guests?|clients?|households?)"
    rf"(?:['\u2019]re not| (?:do|does|are|is|may|must|can|should){NOT}|\s{CANNOT})"
    r"(?: yet| already| currently| presently| now| also| be| themselves)*\s"
    rf"(?P<whom>{phrases('served', 'denied').pattern}[^.;:,]*?)"
    r"(?=[.;:,]|\sand\b|\sat the time\b|\s(?:can|may|will) be\b|$)",
    # "Sorry, no couples"
    r"(?:^|(?<=[.;,])\s*|\b(?:sorry|but|and),? )no "
    rf"(?={phrases('served', 'left_out').pattern})(?P<whom>[^.;:]*)",
    # "nobody earning over $3,000 a month"
    r"\b(?:no one|nobody|no (?:person|household|family|applicant)s?)\s(?:who\s)?"
    r"(?P<whom>(?:earn|mak|with (?:an )?income|whose income)(?:[^.;:,]|,(?=\d{3}))*)",
)
_LEAVES_OUT = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_NESTED = re.compile(r"\b(?:except|unless)\b", re.IGNORECASE)
_PLACE = re.compile(
    rf"\s(?:(?:on|in|into|at|inside|past|after) (?:the |this |our |these )?"
    rf"(?:{branches('served', 'premises')}|noon|dark|night|any time|time|\d)|"
    r"please|allowed|because|as|since|during)\b.*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s(?:who|which|whom|please)\b.*", re.IGNORECASE)
_COMMA = re.compile(COMMA)
_LIST = re.compile(rf"{COMMA}|\s(?:and|or|nor)\s|;")
_MINORS = re.compile(r"\bminors\b(?! with)", re.IGNORECASE)


def divided(served: str) -> tuple[str, tuple[str, ...]]:
    """Divide a description of whom a service serves from those whom it names as left out."""
    rest, whom = served, []
    for form in _LEAVES_OUT:
        whom += [found["whom"] for found in form.finditer(rest)]
        rest = form.sub(" ", rest)
    return rest, tuple(filter(str.strip, whom))


def certain(whom: tuple[str, ...]) -> str:
    """Return those who are left out without an exception among them."""
    return "; ".join(one for one in whom if not _NESTED.search(one))


def has_minors(left_out: str) -> bool:
    """Whether people under 18 are left out by that word."""
    return bool(_MINORS.search(left_out))


def has_outsiders(left_out: str) -> bool:
    """Whether those who live elsewhere are left out."""
    return bool(phrases("served", "outsiders").search(left_out))


def groups(left_out: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the traits that make each group of those left out; a group of which a word is not read is none."""
    named = (group.strip() for whom in left_out for group in _LIST.split(_without_place(whom)))
    known = (
        traits.asked_for(group)
        for group in named
        if group and not has_minors(group) and not has_outsiders(group) and not unread(group, turned_away=True)
    )
    return tuple(filter(None, known))


def unread_of(left_out: tuple[str, ...]) -> str:
    """Return the first words of those left out that are neither read nor plain."""
    named = (part if _NESTED.search(part) else _without_place(part) for part in left_out)
    parts = (phrases("served", "outsiders").sub(" ", part) for part in named)
    return next(filter(None, (unread(part, turned_away=True) for part in parts)), "")


def _without_place(whom: str) -> str:
    """Return who is left out without where, or what else is said of them ("men on the premises")."""
    plain = _ASIDE.sub("", whom)
    return _PLACE.sub("", _COMMA.split(plain)[0]) if _PLACE.search(plain) else plain
