"""Marks that belong to a name and end no sentence: the Ready, Set, Work! class, the Can We Talk? Helpline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hartcity.model import Span


LONGEST_NAME = 80
"""How far, in code points, a name is followed."""

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
_INSTITUTION = (
    r"(?:Cent(?:er|re)|Program(?:me)?|Project|House|Home|Services?"
    r"|Clinic|Shelter|School|Academy|Agency|Council|Network|Foundation|Institute|Coalition|Alliance|Initiative|Collective"
    r"|Ministr(?:y|ies)|Fund|Club|Church|Society|Association|Department|Office|Group|Team|League|Line|(?:Help|Hot|Warm|Life"
    r"|Talk|Text|Chat)line|Pantry|Bank|Kitchen|Caf\u00e9?e?|Hub|Inc|Campaign|Camp|Class|Course|Workshop|Library|Guild"
    r"|Works|Partnership|Place|Corps|Union|Nursery|Desk|Circle|Store|Shop|Market|Garden|Farm|Choir|Theat(?:er|re)|Troupe"
    r"|Crew|Squad|Committee|Board|Hospital|Mission|Fellowship|Trust|Van|Newsletter|Guide|Series|Festival|Fair|Challenge"
    r"|Conference|Scholarship|Grant|Drive|Lab|Studio|Playgroup|Preschool|Daycare|Depot|Exchange|Registry)"
)
_GOES_ON_AS_NAME = re.compile(r"[\"']?\s(?:[A-Z][\w'-]{1,30} (?:(?:and|of|the|for|&) )?){0,4}?" + _INSTITUTION + r"\b")
_IS_WHOLE = re.compile(_INSTITUTION + r"$")
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
# A name of several pieces that each have a mark, and what goes on behind it: the Ready? Set. Read! Club.
_PIECES = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Yy]our|[Tt]heir|[Ii]ts|[Aa]|[Aa]t|[Ww]ith|[Jj]oined)\s[\"']?"
    r"(?P<pieces>[A-Z][\w'-]{0,20}(?: [A-Z][\w'-]{0,20}){0,2}[.!?]"
    r"(?: [A-Z][\w'-]{0,20}(?: [A-Z][\w'-]{0,20}){0,2}[.!?]){1,4})"
)
_PIECE = re.compile(r"(?P<words>[\w' -]{1,80})(?P<mark>[.!?])")
_SHORT = 3
_BEGIN_SMALL = frozenset(
    """
    i i'm he she they we it you the this that these those there please my our her his their your thanks thank so but if
    when what how why can could would let call yes no not
    """.split()
)
_ARTICLE = re.compile(r"(?:The|A|An|Our|Your|Their|This|[A-Z][a-z]{1,6} (?:the|an?|our|your|their|this)) (?=\S)")
_MANY = 2


def begins_a_sentence(words: str) -> bool:
    """Whether words that stand behind a mark are of those that sentences begin with."""
    return _BEGINS_A_SENTENCE.match(words) is not None


def goes_on_as_name(behind: str) -> bool:
    """Whether what stands behind a mark goes on with words of which one names an institution."""
    return _GOES_ON_AS_NAME.match(behind) is not None


def names_of_pieces(plain: str, start: int, end: int) -> tuple[Span, ...]:
    """Return where names of several pieces with a mark each stand in ``plain[start:end]`` (the Ready? Set. Read! Club).

    One of the marks is no full stop, no piece is an abbreviation or begins a sentence, and an institution or a small
    word that begins no sentence stands behind.
    """
    found = (_whole_name(plain, pieces) for pieces in _PIECES.finditer(plain, start, end))
    return tuple(name for name in found if name is not None)


def _whole_name(plain: str, found: re.Match[str]) -> Span | None:
    """Return the longest row of pieces that is a name: in "at the Go! Read. Club. We", the first two are."""
    pieces = [*_PIECE.finditer(plain, *found.span("pieces"))]
    for count in range(len(pieces), 1, -1):
        end = pieces[count - 1].end()
        if _are_one_name(pieces[:count]) and _goes_on(plain[end : end + LONGEST_NAME]):
            return Span(pieces[0].start(), end)
    return None


def _are_one_name(pieces: Sequence[re.Match[str]]) -> bool:
    marks = [piece["mark"] for piece in pieces]
    short = [piece for piece in pieces if piece["mark"] == "." and len(piece["words"].split()[-1]) < _SHORT]
    return (
        set(marks) != {"."} and not short and not any(begins_a_sentence(piece["words"].strip()) for piece in pieces[1:])
    )


def _goes_on(behind: str) -> bool:
    small = _GOES_ON_SMALL.match(behind)
    return goes_on_as_name(behind) if small is None else small["word"] not in _BEGIN_SMALL


def mark_in_name(plain: str, mark: int, begin: int = 0) -> bool:
    """Whether the ``!`` or ``?`` at code point ``mark`` belongs to a name; the sentence begins at ``begin``."""
    return name_with_mark(plain, mark, begin) is not None


def name_with_mark(plain: str, mark: int, begin: int = 0) -> Span | None:
    """Return the name that the ``!`` or ``?`` at code point ``mark`` belongs to; the sentence begins at ``begin``.

    Words with capitals stand before it that are led to by "the", "at" and the like, and the name or the sentence goes
    on behind it: with words of which one names an institution where none did before the mark, or with a small word
    that begins no sentence.
    """
    since = max(begin, mark - LONGEST_NAME)
    for whole in names_of_pieces(plain, since, mark + LONGEST_NAME):
        if whole.start < mark < whole.end:
            return whole
    found = _words_before(plain, since, mark)
    if found is None or (plain[mark] == "?" and _is_question(plain, begin, found.start)):
        return None
    words = found.of(plain).split()
    led = _LEADS_TO_A_NAME.search(plain[max(0, found.start - 16) : found.start]) is not None
    behind = plain[mark + 1 : mark + 1 + LONGEST_NAME]
    if _GOES_ON_SMALL.match(behind):
        is_name = (led or (len(words) >= _MANY and found.start > begin)) and _goes_on(behind)
    else:
        is_whole = _IS_WHOLE.search(found.of(plain)) or begins_a_sentence(behind.lstrip())
        is_name = not is_whole and goes_on_as_name(behind) and (led or len(words) >= _MANY)
    return Span(found.start, mark + 1) if is_name else None


def _is_question(plain: str, begin: int, name: int) -> bool:
    """Whether the sentence asks from its beginning on, and not the name in it alone."""
    return _ASKS.match(plain, begin) is not None and not (name > begin and _ASKS.match(plain, name))


def _words_before(plain: str, since: int, mark: int) -> Span | None:
    """Return the words with capitals right before the mark, from ``since`` on, without an article before them."""
    names = ((at, _NAME_BEFORE.match(plain[at:mark])) for at in _name_starts(plain, since, mark))
    at, name = next((each for each in names if each[1]), (mark, None))
    if name is None:
        return None
    article = _ARTICLE.match(name[0])
    if article is not None and " " in article[0].strip() and not _ASKS.match(article[0]):
        article = None  # "Bread for the World" begins with a word of the name
    return Span(at + (article.end() if article else 0), mark)


def _name_starts(plain: str, since: int, mark: int) -> list[int]:
    """Return where a word with a capital begins, the earliest first."""
    return [
        at
        for at in range(since, mark)
        if (plain[at].isupper() or plain[at].isdigit())
        and (at == 0 or not (plain[at - 1].isalnum() or plain[at - 1] == "'"))
    ]
