"""One count of how far the work is."""

import datetime as dt

from hartcity.analysis import check_draft, check_plan
from hartcity.model import Draft, ServicePlan
from hartcity.plan.example import COMPLETE
from hartcity.ui.progress import part_one, part_two


def test_part_one_is_there_when_every_check_is_met():
    """A complete plan is there; an empty one is not, and what is not known yet counts as open."""
    full = part_one(check_plan(COMPLETE, today=dt.date(2026, 3, 1)))
    assert full.is_there
    assert full.words == "10 of 10 there"
    assert not part_one(check_plan(ServicePlan())).is_there


def test_sixty_words_alone_are_no_email():
    """However many words stand there, an email is there only when its essentials are."""
    report = check_draft(Draft(text="The garden is green and the river is wide. " * 12), engines=(), wait=False)
    assert not part_two(report).is_there
    assert part_two(report).open
