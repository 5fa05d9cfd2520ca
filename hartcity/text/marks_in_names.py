"""Marks that belong to a name and end no sentence: the Ready, Set, Work! class, the Can We Talk? Helpline."""

from __future__ import annotations

import re


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
    r"|Ministr(?:y|ies)|Fund|Club|Church|Society|Association|Department|Office|Group|Team|League|(?:(?:Help|Hot|Warm|Life"
    r"|Talk|Text|Chat)?[Ll]ine)|Pantry|Bank|Kitchen|Caf\u00e9?e?|Hub|Inc|Campaign|Camp|Class|Course|Workshop|Library|Guild"
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
    r"(?=(?P<behind>[\"']?\s[\w'&-]{1,30}(?: [\w'&-]{1,30}){0,5}))"
)
_PIECE_END = re.compile(r"(?P<word>[\w'-]+)(?P<mark>[.!?])")
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


def marks_of_pieces(plain: str, start: int, end: int) -> frozenset[int]:
    """Return where marks of names of several pieces stand in ``plain[start:end]`` (the Ready? Set. Read! Club).

    One of the marks is no full stop, no piece is an abbreviation or begins a sentence, and an institution or a small
    word that begins no sentence stands behind.
    """
    found: set[int] = set()
    for name in _PIECES.finditer(plain, start, end):
        pieces = [*_PIECE_END.finditer(name["pieces"])]
        if all(piece["mark"] == "." for piece in pieces) or not _go_on(name["behind"]):
            continue
        if any(piece["mark"] == "." and len(piece["word"]) < _SHORT for piece in pieces):
            continue  # a title or an initial
        later = re.split(r"[.!?] ", name["pieces"])[1:]
        if not any(begins_a_sentence(piece) for piece in later):
            found |= {name.start("pieces") + piece.start("mark") for piece in pieces}
    return frozenset(found)


def _go_on(behind: str) -> bool:
    small = _GOES_ON_SMALL.match(behind)
    return goes_on_as_name(behind) if small is None else small["word"] not in _BEGIN_SMALL


def mark_in_name(plain: str, mark: int, begin: int = 0) -> bool:
    """Whether the ``!`` or ``?`` at code point ``mark`` belongs to a name; the sentence begins at ``begin``.

    Words with capitals stand before it that are led to by "the", "at" and the like, and the name or the sentence goes
    on behind it: with words of which one names an institution where none did before the mark, or with a small word
    that begins no sentence.
    """
    since = max(begin, mark - LONGEST_NAME)
    if mark in marks_of_pieces(plain, since, mark + LONGEST_NAME):
        return True
    name = None
    for at in _name_starts(plain, since, mark):
        name = _NAME_BEFORE.match(plain[at:mark])
        if name is not None:
            break
    if name is None:
        return False
    article = _ARTICLE.match(name[0])
    if article is not None and " " in article[0].strip() and not _ASKS.match(article[0]):
        article = None  # "Bread for the World" begins with a word of the name
    start = mark - len(name[0]) + (article.end() if article else 0)
    words = plain[start:mark].split()
    if plain[mark] == "?" and _ASKS.match(plain, begin) and not (start > begin and _ASKS.match(plain, start)):
        return False
    led = _LEADS_TO_A_NAME.search(plain[max(0, start - 16) : start]) is not None
    behind = plain[mark + 1 : mark + 1 + LONGEST_NAME]
    small = _GOES_ON_SMALL.match(behind)
    if small is not None:
        return (led or (len(words) >= _MANY and start > begin)) and small["word"] not in _BEGIN_SMALL
    if _IS_WHOLE.search(name[0]) or begins_a_sentence(behind.lstrip()):
        return False
    return goes_on_as_name(behind) and (led or len(words) >= _MANY)


def _name_starts(plain: str, since: int, mark: int) -> list[int]:
    """Return where a word with a capital begins, the earliest first."""
    return [
        at
        for at in range(since, mark)
        if (plain[at].isupper() or plain[at].isdigit())
        and (at == 0 or not (plain[at - 1].isalnum() or plain[at - 1] == "'"))
    ]
