"""The package tells in one place in which order it reads."""

import re
from pkgutil import iter_modules

from hartcity.model import Exclusions
from hartcity.plan import eligibility
from hartcity.plan.eligibility.exclusions import condition_in, exclusions_in


def test_every_module_has_its_place_in_the_order():
    """Who reads the package's docstring meets every module, and none that is not there."""
    told = set(re.findall(r":mod:`\.(\w+)`", eligibility.__doc__))
    assert told == {module.name for module in iter_modules(eligibility.__path__)}


def test_the_example_is_read_as_told():
    """The description in the docstring asks for an age and leaves a group out, and no more."""
    example = re.search(r'A description \("(.+?)"\)', " ".join(eligibility.__doc__.split()))[1]
    expected = Exclusions(minimum_age=60, requires=("older_adult",), excludes=(("veteran",),))
    assert exclusions_in(example) == expected
    assert not condition_in(example)
