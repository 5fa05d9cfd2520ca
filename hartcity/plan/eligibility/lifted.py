"""What a description of whom a service serves says only to lift a condition, taken out before the rest is read."""

from __future__ import annotations

import re

from hartcity.plan.eligibility.clauses import ANYBODY, NOBODY, NOT, OPENS
from hartcity.plan.vocabulary import phrases


_MARKS = re.compile(r"[!?]+")
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
    rf"\b{_DAY}{_MORE_DAYS}(?:,?\s{_FROM}(?:{_SPAN}|{_HOUR}{_HALF}|noon))?",
    rf"\b{_FROM}{_HOUR}(?:{_HALF})?\s?(?:to|-|\u2013|until)\s?(?:{_HOUR}{_HALF}|noon)",
    rf"\b{_FROM}{_HOUR}{_HALF}",
)
"""Days and hours, which are told like ages ("Saturdays, 9 to 12")."""

_DIMENSION = phrases("served", "dimensions").pattern
_ANY = rf"(?:any|every|all|each|whatever)\s(?:and\s(?:any|every|all)\s)?{_DIMENSION}"
_ANY_MORE = rf"(?:of\s)?(?:{_ANY}|{_DIMENSION}|none)"
_NEEDLESS = phrases("served", "needless").pattern
_NO_SUCH_THING = r"(?=\s*(?:[.;]|$)|,?\s(?:except|unless|but|provided|if|as long as|so long as|who|with)\b)"
_FORMS = (
    # "Though most of our guests are veterans, ..."
    rf"{OPENS}(?:although|though|even though|while)\s[^.;,]*\b(?:most|many|mostly|mainly|some)\b[^.;,]*,",
    # "run by veterans": who gives, and not who gets.
    r"\b(?:run|led|staffed|taught|founded|hosted|organized) by\s[^.,;:]*?"
    r"(?=\s(?:for|to|and|with|at|who)\b|[.,;:]|$)",
    # "Nobody is turned away because ...", "We turn nobody away", "Nobody will ask where ..."
    rf"\b{NOBODY}\b[^.;]{{0,40}}?"
    rf"\b(?:turned away|refused|denied|sent away|asks?|asked|checks?|looks at|counts)\b[^.;]*?{_NO_SUCH_THING}",
    rf"\b(?:we )?turn (?:nobody|no one|none) away\b[^.;]*?{_NO_SUCH_THING}",
    rf"\b(?:we )?asks? for (?:no|nothing|neither)\b[^.;]*?{_NO_SUCH_THING}",
    # "Citizenship is never asked about", "A referral is not required"
    r"(?:^|(?<=[.;,:])\s*)[^.;,:]*\b(?:is|are) (?:not|never) (?:asked|required|needed|necessary|checked)"
    r"(?: about| for| here)?(?=\s*(?:[.;,]|$))",
    # "No age or income limits", "no referral needed"
    r"\bno\s[^.,;:]{1,40}?\s(?:limits?|requirements?|guidelines?|restrictions?|tests?|needed|required|necessary)\b",
    # "Priority goes to seniors, yet anybody can sign up", "veterans get priority"
    r"(?:(?:^|(?<=[.;,])\s*)[^.;,]*?\s(?:get|gets|have|has|given|receive|take|takes)\s)?(?:with\s)?(?:first\s)?"
    r"\b(?:priority|preference)\b[^.;]*?(?=[.;]|,?\s(?:but|yet|though|only)\b|$)",
    # "We don't discriminate by sex, religion or age"
    rf"{OPENS}[^.;,]*(?:\b(?:not|never)|n['\u2019]t) discriminate\b[^.;]*?"
    r"(?=[.;]|,?\s(?:but|yet|though|however)\b|$)",
    # "You need not bring papers, prove anything or explain yourself": a list, with nothing that restricts
    rf"\b(?:need not|needn['\u2019]t|(?:do|does){NOT} (?:need to|have to|need))\s"
    r"(?:(?!\b(?:but|yet|just|only|must|if|unless|who|except|or)\b)[^.;:])*,?\s"
    r"or (?:(?!\b(?:but|yet|just|only|must|if|unless|who|except)\b)[^.;:,])*",
    # "Income is not a factor", "Age does not matter; neither does income"
    rf"{OPENS}[^.;,]*\b(?:(?:does|do){NOT} matter|makes? no difference|"
    rf"(?:is|are)(?:{NOT}| no) (?:an? )?(?:factor|issue|barrier|concern|problem|obstacle))\b"
    r"(?:[,;]? (?:and )?neither (?:does|do|is) \w+)?(?=\s*(?:[.;,]|$))",
    # "We never ask about immigration status"
    rf"(?:^|(?<=[.;,])\s*)(?:and |but )?we (?:never|do{NOT}) ask "
    rf"(?:about|for|where|what|who|why|whether|if|how)\b[^.;:]*?{_NO_SUCH_THING}",
    # "Whether you rent, own or have nowhere to live, we can help"
    r"\bwhether (?:you|they)(?:['\u2019]re)?\b(?! (?:qualify|fit|meet))[^.;]*?\bor\b[^.;,]*",
    # "from toddlers to great-grandparents"
    r"\b(?:from )?(?:babies|infants|toddlers|kids|children) (?:to|through) "
    r"(?:great-?)?(?:grandparents|grandmas|elders)\b",
    # "Geared toward teens, but people of all ages may attend"
    rf"{OPENS}(?:mostly |mainly )?(?:geared|aimed|designed|meant|planned|intended|made) "
    r"(?:towards?|to|at|for|with)\b[^.;]*?\b(?:but|yet|though)\s"
    rf"(?=(?:all|any|every|{ANYBODY}|people of (?:all|any|every))\b)",
    # "insured or not", "housed or unhoused"
    r"(?:^|(?<=[,.;:(])\s*)(?:whether )?[^,.;:()]{1,30}? or not\b(?! to\b)",
    r"\b(?:both )?(?:US )?(\w{4,}) (?:or|and) (?:un|non-?|not )\1\b",
    # "Regardless of income, age or faith": up to the next comma, and past it where a list of dimensions goes on
    rf"{phrases('served', 'lifted_to_the_end').pattern}[^.,;:()]*"
    rf"(?:,\s(?:or\s|and\s)?(?:the\s|your\s)?{_DIMENSION}(?:\s(?:or|and)\s{_DIMENSION})?)*",
    # "of any age, faith or none", "all genders"
    rf"\b(?:(?:of|at|in|from|with)\s)?{_ANY}(?:,?\s(?:or|and)\s{_ANY_MORE}|,\s{_ANY_MORE})*",
    # "and their spouses": who may come along opens a door and closes none.
    rf"(?:,\s)?\b(?:and|or|plus)\s(?:their|your)\s{phrases('served', 'kin').pattern}",
    # "no appointment, no paperwork", though "with no" may tell of a lack
    rf"(?<!\bwith )(?<!\bhave )\bno\s{_NEEDLESS}(?:,?\s(?:or|and)\s(?:no\s)?{_NEEDLESS})*",
    phrases("served", "lifted").pattern,
)
_LIFTED = tuple(re.compile(form, re.IGNORECASE) for form in (*_TIMES, *_FORMS))


def without_lifted(served: str) -> str:
    """Return a description without what it lifts ("regardless of income", "no age limit", "any gender")."""
    rest = _tidied(served)
    for form in _LIFTED:
        rest = form.sub(" ", rest)
    return rest


def _tidied(served: str) -> str:
    """Return a description with one mark for the end of a sentence and without the marks of a list."""
    plain = _LIST_MARK.sub("", _LAND.sub("US", _MARKS.sub(".", served)))
    return _ONE_OF.sub(lambda found: " " + found["those"].replace(";", " or "), plain)
