"""What stands in a draft's way: rules kept as data, and the few kinds of rule that read them.

A rule is one TOML file, ``<family>/<name>.toml``: its kind, its words, its message, why it matters, who says so, and
texts that it flags and leaves alone. Deleting the file deletes the rule. A tutor's own sheet is read by ``load``.
"""

from hartcity.rules.error import RuleSheetError
from hartcity.rules.rule import Rule
from hartcity.rules.search import Heard, find, hear
from hartcity.rules.sheet import all_rules, load, read_rule


__all__ = ["Heard", "Rule", "RuleSheetError", "all_rules", "find", "hear", "load", "read_rule"]
