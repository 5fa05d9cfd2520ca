"""What a description of whom a service serves says only to lift a condition, taken out before the rest is read."""

from __future__ import annotations

import re
from functools import cache

from hartcity.plan.vocabulary import pattern, phrases, table


_LIST_MARK = re.compile(r"\((?:\d|[a-h]|i{1,3}|iv)\)\s", re.IGNORECASE)
_LAND = re.compile(r"\bU\.\s?S\.(?:A\.)?(?=\s?\w|$)")
_ONE_OF = re.compile(
    r"\b(?:any |at least |if )*one of (?:these|the following|them)\b[^:.]*:(?P<those>[^.]*)", re.IGNORECASE
)
_HOUR = r"\d{1,2}(?::\d\d)?"
_HALF = r"\s?[ap]\.?\s?m\b\.?"
_SPAN = rf"{_HOUR}(?:{_HALF})?\s?(?:to|-|\u2013|until|and)\s?(?:{_HOUR}(?:{_HALF})?|noon|midnight)\b"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun|week)days?|weekends?|daily|every day)"
    r"(?:\s(?:mornings?|afternoons?|evenings?|nights?))?"
)
_MORE_DAYS = rf"(?:(?:,|\sand|\sor|\sthrough|\sto|\s?-|\s?\u2013|\s&)\s?{_DAY})*"
_FROM = r"(?:from\s|between\s|at\s)?"
_TIMES = (
    re.compile(rf"\b{_DAY}{_MORE_DAYS}(?:,?\s{_FROM}(?:{_SPAN}|{_HOUR}{_HALF}|noon))?", re.IGNORECASE),
    re.compile(rf"\b{_FROM}{_HOUR}(?:{_HALF})?\s?(?:to|-|\u2013|until)\s?(?:{_HOUR}{_HALF}|noon)", re.IGNORECASE),
    re.compile(rf"\b{_FROM}{_HOUR}{_HALF}", re.IGNORECASE),
)
"""Days and hours, which are told like ages ("Saturdays, 9 to 12")."""

_NO_SUCH_THING = r"(?=\s*(?:[.;]|$)|,?\s(?:except|unless|but|provided|if|as long as|so long as|who|with)\b)"
_FORMS = (
    # "Though most of our guests are veterans, ..."
    re.compile(
        r"(?:^|(?<=[.;])\s*)(?:although|though|even though|while)\s[^.;,]*\b(?:most|many|mostly|mainly|some)\b[^.;,]*,",
        re.IGNORECASE,
    ),
    # "run by veterans": who gives, and not who gets.
    re.compile(
        r"\b(?:run|led|staffed|taught|founded|hosted|organized) by\s[^.,;:]*?"
        r"(?=\s(?:for|to|and|with|at|who)\b|[.,;:]|$)",
        re.IGNORECASE,
    ),
    # "Nobody is turned away because ...", "We turn nobody away", "Nobody will ask where ..."
    re.compile(
        r"\b(?:no one|nobody|no-one)\b[^.;]{0,40}?"
        r"\b(?:turned away|refused|denied|sent away|asks?|asked|checks?|looks at|counts)\b[^.;]*?" + _NO_SUCH_THING,
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:we )?turn (?:nobody|no one|none) away\b[^.;]*?" + _NO_SUCH_THING, re.IGNORECASE),
    re.compile(r"\b(?:we )?(?:ask|asks) for (?:no|nothing|neither)\b[^.;]*?" + _NO_SUCH_THING, re.IGNORECASE),
    # "Citizenship is never asked about", "A referral is not required"
    re.compile(
        r"(?:^|(?<=[.;,:])\s*)[^.;,:]*\b(?:is|are) (?:not|never) (?:asked|required|needed|necessary|checked)"
        r"(?: about| for| here)?(?=\s*(?:[.;,]|$))",
        re.IGNORECASE,
    ),
    # "No age or income limits", "no referral needed"
    re.compile(
        r"\bno\s[^.,;:]{1,40}?\s(?:limits?|requirements?|guidelines?|restrictions?|tests?|needed|required|necessary)\b",
        re.IGNORECASE,
    ),
    # "Priority goes to seniors, yet anybody can sign up", "veterans get priority"
    re.compile(
        r"(?:(?:^|(?<=[.;,])\s*)[^.;,]*?\s(?:get|gets|have|has|given|receive|take|takes)\s)?(?:with\s)?(?:first\s)?"
        r"\b(?:priority|preference)\b[^.;]*?(?=[.;]|,?\s(?:but|yet|though|only)\b|$)",
        re.IGNORECASE,
    ),
    # "We don't discriminate by sex, religion or age"
    re.compile(
        r"(?:^|(?<=[.;])\s*)[^.;,]*(?:\b(?:not|never)|n['\u2019]t) discriminate\b[^.;]*?"
        r"(?=[.;]|,?\s(?:but|yet|though|however)\b|$)",
        re.IGNORECASE,
    ),
    # "You need not bring papers, prove anything or explain yourself": a list, with nothing that restricts
    re.compile(
        r"\b(?:need not|needn['\u2019]t|(?:do|does)(?: not|n['\u2019]t) (?:need to|have to|need))\s"
        r"(?:(?!\b(?:but|yet|just|only|must|if|unless|who|except|or)\b)[^.;:])*,?\s"
        r"or (?:(?!\b(?:but|yet|just|only|must|if|unless|who|except)\b)[^.;:,])*",
        re.IGNORECASE,
    ),
    # "Income is not a factor", "Age does not matter; neither does income"
    re.compile(
        r"(?:^|(?<=[.;])\s*)[^.;,]*\b(?:(?:does|do)(?: not|n['\u2019]t) matter|makes? no difference|"
        r"(?:is|are)(?: not|n['\u2019]t| no) (?:an? )?(?:factor|issue|barrier|concern|problem|obstacle))\b"
        r"(?:[,;]? (?:and )?neither (?:does|do|is) \w+)?(?=\s*(?:[.;,]|$))",
        re.IGNORECASE,
    ),
    # "We never ask about immigration status"
    re.compile(
        r"(?:^|(?<=[.;,])\s*)(?:and |but )?we (?:never|do not|don['\u2019]t) ask "
        r"(?:about|for|where|what|who|why|whether|if|how)\b[^.;:]*?" + _NO_SUCH_THING,
        re.IGNORECASE,
    ),
    # "Whether you rent, own or have nowhere to live, we can help"
    re.compile(r"\bwhether (?:you|they)(?:['\u2019]re)?\b(?! (?:qualify|fit|meet))[^.;]*?\bor\b[^.;,]*", re.IGNORECASE),
    # "from toddlers to great-grandparents"
    re.compile(
        r"\b(?:from )?(?:babies|infants|toddlers|kids|children) (?:to|through) "
        r"(?:great-?)?(?:grandparents|grandmas|elders)\b",
        re.IGNORECASE,
    ),
    # "Geared toward teens, but people of all ages may attend"
    re.compile(
        r"(?:^|(?<=[.;])\s*)(?:mostly |mainly )?(?:geared|aimed|designed|meant|planned|intended|made) "
        r"(?:towards?|to|at|for|with)\b[^.;]*?\b(?:but|yet|though)\s"
        r"(?=(?:all|any|every|anyone|anybody|everyone|everybody|people of (?:all|any|every))\b)",
        re.IGNORECASE,
    ),
    # "insured or not", "housed or unhoused"
    re.compile(r"(?:^|(?<=[,.;:(])\s*)(?:whether )?[^,.;:()]{1,30}? or not\b(?! to\b)", re.IGNORECASE),
    re.compile(r"\b(?:both )?(?:US )?(\w{4,}) (?:or|and) (?:un|non-?|not )\1\b", re.IGNORECASE),
)


def tidied(served: str) -> str:
    """Return a description with one mark for the end of a sentence and without the marks of a list."""
    plain = _LIST_MARK.sub("", _LAND.sub("US", re.sub(r"[!?]+", ".", served)))
    return _ONE_OF.sub(lambda found: " " + found["those"].replace(";", " or "), plain)


def without_lifted(served: str) -> str:
    """Return a description without what it lifts ("regardless of income", "no age limit", "any gender")."""
    rest = tidied(served)
    for form in (*_TIMES, *_FORMS, _to_the_end(), _of_any(), _kin(), _nothing_needed(), phrases("served", "lifted")):
        rest = form.sub(" ", rest)
    return rest


@cache
def _to_the_end() -> re.Pattern[str]:
    """Return what lifts all that follows up to the next comma, and past it where a list of dimensions goes on."""
    openings, dimension = phrases("served", "lifted_to_the_end").pattern, phrases("served", "dimensions").pattern
    more = rf"(?:,\s(?:or\s|and\s)?(?:the\s|your\s)?{dimension}(?:\s(?:or|and)\s{dimension})?)*"
    return re.compile(rf"{openings}[^.,;:()]*{more}", re.IGNORECASE)


@cache
def _of_any() -> re.Pattern[str]:
    """Return what lifts a dimension by name ("of any age, faith or none", "all genders")."""
    one = rf"(?:any|every|all|each|whatever)\s(?:and\s(?:any|every|all)\s)?{phrases('served', 'dimensions').pattern}"
    another = rf"(?:of\s)?(?:{one}|{phrases('served', 'dimensions').pattern}|none)"
    return re.compile(
        rf"\b(?:(?:of|at|in|from|with)\s)?{one}(?:,?\s(?:or|and)\s{another}|,\s{another})*", re.IGNORECASE
    )


@cache
def _kin() -> re.Pattern[str]:
    """Return those who may come along, and so open a door and close none ("and their spouses")."""
    return re.compile(rf"(?:,\s)?\b(?:and|or|plus)\s(?:their|your)\s{phrases('served', 'kin').pattern}", re.IGNORECASE)


@cache
def _nothing_needed() -> re.Pattern[str]:
    """Return a thing that nobody need have or do ("no appointment", "no paperwork"); "with no" may tell of a lack."""
    things = pattern(tuple(table("served")["words"]["needless"])).pattern
    return re.compile(rf"(?<!\bwith )(?<!\bhave )\bno\s{things}(?:,?\s(?:or|and)\s(?:no\s)?{things})*", re.IGNORECASE)
