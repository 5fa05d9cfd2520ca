"""Whether a planned service answers a stated need: one reading for the check, the picture and its table."""

from __future__ import annotations

from hartcity.model import PlannedService
from hartcity.plan.topics import answering, naming, topics, wanted
from hartcity.plan.wording import tokens


_ONE_WORD, _TWO_WORDS = 1, 3
"""What shared words have to weigh more than; each weighs two, and one that only the benefit has weighs one."""


def answers(service: PlannedService, need: str) -> bool:
    """Whether a planned service is plainly about a stated need.

    Where both say what they are about, that decides, and no word that they happen to share. Where one of them does,
    a word that they share is beside the point more often than not, so it takes two. What a service would change tells
    of much beside it, and weighs half. A need that stands word for word beside the service is always meant.
    """
    own, stated = need.strip(" .").casefold(), service.need.strip(" .").casefold()
    if own == stated or (len(tokens(own)) > 1 and own in stated):
        return True
    asked, said = wanted(need), f"{service.need} {service.service}"
    offered = wanted(service.need) | (wanted(service.service) or topics(service.organization))
    if asked and offered:
        return answering(asked, offered, wanted(service.need))
    if asked & topics(service.benefit):
        return True
    shared = 2 * len(naming(need) & naming(said)) + len(naming(need) & naming(service.benefit) - naming(said))
    return shared > (_TWO_WORDS if asked or offered else _ONE_WORD)
