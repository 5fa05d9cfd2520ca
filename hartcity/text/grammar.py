"""The closed classes of English that the analyzer stands on: pronouns, auxiliaries, prepositions, conjunctions."""

from __future__ import annotations

from hartcity.text.actors import Actor


MODALS = {
    "will": "will", "shall": "will", "would": "would", "could": "could", "can": "can", "may": "may", "might": "might",
    "must": "must", "should": "should", "ought": "should",
}  # fmt: skip
BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being"})
HAVE = frozenset({"have", "has", "had", "having"})
DO = frozenset({"do", "does", "did"})
AUXILIARY = BE | HAVE | DO | frozenset(MODALS)
NEGATION = frozenset({"not", "never", "hardly", "barely", "scarcely", "neither", "nor"})
DETERMINERS = frozenset(
    """
    the a an my your her his their our its this these those some any each every no another both either neither
    one two three four five six seven eight nine ten first second third next last such many much few several
    more most less 's ' what which whose all
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in at for with on about from by without into after before during through over under between among
    against toward towards until till since within near upon onto off out up down via per like than as
    regarding concerning to
    """.split()
)
OPENERS = frozenset(
    """
    if unless when whenever while because since until till before after although though that so whether who
    which whom where as once how why what than provided assuming whose
    """.split()
)
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "assuming", "when", "once", "until", "whenever"})
PLURAL_SUBJECTS = frozenset({Actor.JOINT, Actor.WE, Actor.WRITER, Actor.USER, Actor.READER, Actor.OTHER})
RELATIVES = frozenset({"who", "that", "which", "whom"})
BREAKS = frozenset({",", ";", ":", "\u2014", "(", ")", "-", "/"})
LINKS = frozenset({"and", "or", "but", "nor", "yet", "plus"})
ADVERBS = frozenset(
    """
    also just still already always often now then even only ever really please kindly soon maybe perhaps
    together yet long currently usually sometimes all rather quite very so too instead thus therefore again
    almost recently someday absolutely happily gladly certainly
    """.split()
)
NO_ADVERBS = frozenset({"family", "monthly", "weekly", "daily", "elderly", "early", "only", "friendly", "july"})
TAKES_CLAUSE = frozenset(
    """
    admire know understand think believe hope see say feel hear realize realise recognize recognise respect
    appreciate suggest propose note learn read find notice mean wish tell trust imagine guess suppose ask
    expect
    """.split()
)
OBJECTS = frozenset({"me", "us", "him", "her", "them", "you"})
TAKES_BARE_VERB = frozenset({"let", "help", "make", "have", "see", "watch", "hear"})
ADJECTIVE_ENDINGS = ("ic", "al", "ful", "ous", "ive", "able", "ible", "less", "ary", "ish", "y")
POSSESSIVES = frozenset({"my", "your", "her", "his", "our", "their"})
NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
BEFORE_MAY = frozenset(
    "in since until till by of last this next every early late before after from through and".split()
)
PEOPLE = frozenset({"reader_noun", "user", "kin"})
COLLECTIVE = frozenset({"team", "staff", "family", "couple", "agency", "county", "city"})
LACKS = frozenset({"need", "want", "hope", "wish"})
PLURAL_NOUNS = frozenset({"people", "children", "staff", "team", "men", "women", "family", "couple", "parents"})
