"""The text is not in English.

Why: every check, rule and engine here reads English. In another language they would find nothing, which would look
like praise.
"""

from hartcity.analysis.refusals._text_facts import TextFacts


ORDER = 0
EMAILS_ONLY = False
EXAMPLES = (
    (
        "Estimado equipo de admisiones: le escribo para preguntar si su refugio puede recibir a una madre y a sus dos"
        " hijos. Ella ha firmado su consentimiento y quisiera reunirse con ustedes el martes por la mañana.",
        True,
    ),
    (
        "Sehr geehrtes Team, ich schreibe Ihnen, um zu fragen, ob Ihre Einrichtung eine Mutter mit zwei Kindern"
        " aufnehmen"
        " kann. Sie hat ihre Einwilligung gegeben, und wir würden uns gern am Dienstag mit Ihnen treffen.",
        True,
    ),
    ("Could we meet on Tuesday at the café near your office? The family speaks Spanish at home.", False),
)

# The commonest little words of languages that Hart City's writers may use and that English does not share.
_ELSEWHERE = frozenset(
    "el la los las que de del y en por para con una un su sus se es está son le lo como pero más no si ha"
    " le les des du une et est dans pour que qui sur pas avec vous nous je il elle ce cette sont au aux"
    " der die das und ist nicht ich sie wir ein eine einen mit für auf zu den dem von dass hat haben werden"
    " o os um uma não do da dos das em e com para mais ao"
    " il di che è la per non una sono con si del della le gli ha".split()
) - frozenset("a do die no me so has had as are also i in to of on an at am he we is the and for not if".split())
_FEWEST_WORDS = 12
_SHARE_ELSEWHERE = 0.2
_SHARE_OF_LATIN = 0.5


def reason(facts: TextFacts) -> str | None:
    """Return that the text is in another language, or None."""
    words = facts.words
    if len(words) < _FEWEST_WORDS:
        return None
    elsewhere = sum(word in _ELSEWHERE for word in words) / len(words)
    latin = sum(word[0] < "\u0250" for word in words) / len(words)
    if latin < _SHARE_OF_LATIN or (elsewhere >= _SHARE_ELSEWHERE and elsewhere > facts.function_share):
        return "This reads as another language. The assistant reads English only, so it gives no score here."
    return None
