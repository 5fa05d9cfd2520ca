"""Where sentences begin and end."""

from __future__ import annotations

import re

from hartcity.model import Span


_ABBREVIATION = re.compile(
    r"(?<![\w'])(?:[A-Z]|mr|mrs|ms|mx|dr|prof|rev|st|ave|blvd|rd|apt|no|nos|vs|etc|inc|ltd|co|corp|dept|est|approx|ext|fig|jr|sr"
    r"|e\.g|i\.e|a\.m|p\.m|u\.s|u\.s\.a|u\.k|d\.c|ph\.d|m\.d|m\.s\.w|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|tues?|thurs?"
    r"|fri|mon|wed|sat|sun|assn|bldg|ste|dist|div|univ|attn|encl|tel|misc|min|hrs?|yrs?|mos)\.$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:Gov|Sen|Rep|Hon|Pres|Supt|Capt|Cpt|Lt|Sgt|Cpl|Col|Gen|Maj|Adm|Cmdr|Det|Ofc|Insp|Fr|Sra?|Srta|Bro|Msgr|Atty"
    r"|Asst|Assoc|Amb|Dir|Drs|Messrs|Mmes?|St|Ste|Ft|Mt|Pt)\.$"
)
_MAY_END_A_SENTENCE = re.compile(
    r"\b(?:a\.m|p\.m|etc|inc|ltd|co|corp|u\.s|u\.s\.a|u\.k|d\.c|ph\.d|m\.d|m\.s\.w|jr|sr|jan|feb|apr|jun|jul|aug|sept?|oct|nov"
    r"|dec|mon|tues?|wed|thurs?|fri|sat|sun|apt|st|ave|blvd|rd|dept|bldg|ste|ext|min|hrs?|yrs?|mos|misc|est)\.$",
    re.IGNORECASE,
)
_NATION = re.compile(r"\b(?:U\.S|U\.S\.A|U\.K|D\.C|Dept|Univ|Assn|Dist|Div|Bldg)\.$", re.IGNORECASE)
_GENERATION = re.compile(r"\b[JS]r\.$")
_HOUR = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_AFTER_AN_HOUR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:eastern|central|mountain|pacific|[ecmp][ds]?t)\b"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:\b[A-Z][\w'-]+|\b\d[\w-]*),?\s(?:[A-Z][\w.]*\s)?\w+\.$")
_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]+[\"')\]]*(?=\s|$)")
_BEGIN = re.compile(r"[a-z]{3}[.!?]\s{1,3}[A-Za-z]")
_LONGEST_ABBREVIATION = 12
_LONGEST_NAME = 80

# How a name with a mark of its own looks: words with capitals up to the mark (Ready, Set, Work), and behind it what
# goes on with the name or with the sentence.
_NAME_BEFORE = re.compile(
    r"(?:[A-Z][\w'-]{0,30}|\d{1,4})"
    r"(?:(?:,? |-)(?:(?:and|of|the|to|for|a|in|on|&|we|you|it) ){0,2}[A-Z][\w'-]{0,30}){0,40}$"
)
_LEADS_TO_A_NAME = re.compile(
    r"\b(?:the|a|an|our|your|its|their|his|her|this|that|at|with|from|of|for|by|called|named|and|joined|attends?|attended|runs?|to|in|new)\s[\"']?$",
    re.IGNORECASE,
)
_GOES_ON_AS_NAME = re.compile(
    r"[\"']?\s(?:[A-Z][\w'-]{1,30} (?:(?:and|of|the|for|&) )?){0,4}?(?:Cent(?:er|re)|Program(?:me)?|Project|House"
    r"|Home|Services?"
    r"|Clinic|Shelter|School|Academy|Agency|Council|Network|Foundation|Institute|Coalition|Alliance|Initiative|Collective"
    r"|Ministr(?:y|ies)|Fund|Club|Church|Society|Association|Department|Office|Group|Team|League|Line|Pantry|Bank|Kitchen"
    r"|Caf\u00e9?e?|Hub|Inc|Campaign|Camp|Class|Course|Workshop|Library|Guild|Works|Partnership|Place|Corps|Union|Nursery)\b"
)
_GOES_ON_SMALL = re.compile(r"[\"']?[ ](?P<word>[a-z][\w'-]*)")
_BEGINS_A_SENTENCE = re.compile(
    r"(?:i|i'm|he|she|they|we|it|you|the|this|that|these|those|there|please|can|could|would|will|do|does|did|is|are|was|were"
    r"|my|our|his|her|their|your|its|thanks|thank|and|but|so|or|if|when|what|how|why|who|where|which|as|in|on|at|for|to|a"
    r"|an|no|not|yes|let|call|because|since|while|after|before|also|then|now|here|many|some|all|both|each|one|with|have"
    r"|has|had|may|might|should|shall|until|once|however|since|today|tomorrow)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[\s\"'(]{0,8}(?:can|could|would|will|do|does|did|is|are|was|were|has|have|had|may|might|should|shall|what|how|why|who"
    r"|where|when|which|got|need|want|(?:and|or|so|also|then),? (?:can|could|would|will|do|is|are|may|what|how))\b",
    re.IGNORECASE,
)
_BEGIN_SMALL = frozenset(
    """
    i i'm he she they we it you the this that these those there please my our her his their your thanks thank so but if
    when what how why can could would let call yes no not
    """.split()
)
_ARTICLES = frozenset({"The", "A", "An", "Our", "Your", "Their", "This"})
_MANY = 2


def sentences(plain: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of ``plain[start:end]`` as spans without the white space around them.

    A full stop after an abbreviation ends a sentence only where one can end there and a capital follows; a mark that
    belongs to a name (the Ready, Set, Work! class) ends none.
    """
    found: list[Span] = []
    begin = start
    shuns_capitals = _shuns_capitals(plain, start, end)
    for stop in _END.finditer(plain, start, end):
        if stop.end() < end and not _ends_here(plain, stop, Span(begin, end), shuns_capitals=shuns_capitals):
            continue
        _append_trimmed(found, plain, begin, stop.end())
        begin = stop.end()
    _append_trimmed(found, plain, begin, end)
    return tuple(found)


def mark_in_name(plain: str, mark: int, begin: int = 0) -> bool:
    """Whether the ``!`` or ``?`` at code point ``mark`` belongs to a name; the sentence begins at ``begin``.

    Words with capitals stand before it that are led to by "the", "at" and the like, and the name or the sentence goes
    on behind it: with words of which one names an institution, or with a small word that begins no sentence.
    """
    since = max(begin, mark - _LONGEST_NAME)
    name = None
    for at in _name_starts(plain, since, mark):
        name = _NAME_BEFORE.match(plain[at:mark])
        if name is not None:
            break
    if name is None:
        return False
    words = name[0].split()
    article = len(words) > 1 and words[0] in _ARTICLES
    if article:
        words = words[1:]
    start = mark - len(name[0]) + (len(name[0].split(None, 1)[0]) + 1 if article else 0)
    if plain[mark] == "?" and _ASKS.match(plain, begin) and not (start > begin and _ASKS.match(plain, start)):
        return False
    led = _LEADS_TO_A_NAME.search(plain[max(0, start - 16) : start]) is not None
    behind = plain[mark + 1 : mark + 1 + _LONGEST_NAME]
    small = _GOES_ON_SMALL.match(behind)
    if small is not None:
        return (led or (len(words) >= _MANY and start > begin)) and small["word"] not in _BEGIN_SMALL
    capital = _GOES_ON_AS_NAME.match(behind) is not None
    return capital and (led or len(words) >= _MANY) and _BEGINS_A_SENTENCE.match(behind.lstrip()) is None


def _name_starts(plain: str, since: int, mark: int) -> list[int]:
    """Return where a word with a capital begins, the earliest first."""
    return [
        at
        for at in range(since, mark)
        if (plain[at].isupper() or plain[at].isdigit())
        and (at == 0 or not (plain[at - 1].isalnum() or plain[at - 1] == "'"))
    ]


def _shuns_capitals(plain: str, start: int, end: int) -> bool:
    """Whether sentences begin with small letters here: more of them do than not."""
    begun = [
        found[0][-1].islower()
        for found in _BEGIN.finditer(plain, start, end)
        if found[0][3] == "." or not mark_in_name(plain, found.start() + 3, start)
    ]
    return 2 * sum(begun) > len(begun)


def _ends_here(plain: str, stop: re.Match[str], around: Span, *, shuns_capitals: bool) -> bool:
    following = plain[stop.end() : min(around.end, stop.end() + 40)].lstrip(" \n\"'([")
    if stop[0].startswith(("?", "!")):
        inner = len(stop[0].rstrip("\"')]")) == 1 and plain[stop.end() : stop.end() + 1] == " "
        return not (inner and mark_in_name(plain, stop.start(), around.start))
    if following[:1].islower() and not shuns_capitals:
        return False
    if stop[0] != ".":
        return not following[:1].islower()
    before = plain[max(0, stop.end() - _LONGEST_ABBREVIATION) : stop.end()]
    if _TITLE.search(before) and following[:1].isupper():
        return before.endswith(("Sr.", "St.")) and _follows_a_name(plain, around.start, stop.end())
    if not _ABBREVIATION.search(before):
        return True
    if not (_MAY_END_A_SENTENCE.search(before) and following[:1].isupper()):
        return False
    if _NATION.search(before):
        return _BEGINS_A_SENTENCE.match(following) is not None
    if _GENERATION.search(before) and _GOES_ON_AS_NAME.match(f" {following}"):
        return False
    return not (_HOUR.search(before) and _AFTER_AN_HOUR.match(following))


def _follows_a_name(plain: str, begin: int, end: int) -> bool:
    """Whether an abbreviation stands behind a name or a house number, as in Main St. and John Hale Sr."""
    since = max(begin, end - _LONGEST_NAME)
    found = _SUFFIX.search(plain[since:end])
    return found is not None and (since + found.start() > begin or found[0][0].isdigit())


def _append_trimmed(found: list[Span], plain: str, start: int, end: int) -> None:
    piece = plain[start:end]
    lead = len(piece) - len(piece.lstrip())
    body = piece.strip()
    if body:
        found.append(Span(start + lead, start + lead + len(body)))
