"""No regular expression of ours can be made to run for ever."""

import json
import re
import subprocess
import sys
import threading

import pytest
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find


pytestmark = pytest.mark.long


_COLLECT = """
import importlib, json, pkgutil, re, sys
found = {}
compile_ = re.compile
def recording(pattern, flags=0):
    caller = sys._getframe(1).f_globals.get("__name__", "")
    if caller.startswith("hartcity") and isinstance(pattern, str):
        found[pattern, int(flags)] = caller
    return compile_(pattern, flags)
re.compile = recording
import hartcity
for module in pkgutil.walk_packages(hartcity.__path__, "hartcity."):
    if module.name.split(".")[1] not in {"__main__", "ui", "storage"} and ".train" not in module.name:
        importlib.import_module(module.name)
from hartcity import rules
rules.all_rules()
hartcity.check_draft({"text": "Dear Team, could we meet on Monday? Thank you for your help, all of you."}, engines=())
from hartcity.plan.eligibility.exclusions import condition_in, exclusions_in
for read in (condition_in, exclusions_in):
    read("Adults 18 and older with an income under $2,000 a month. Not for couples.")
json.dump([[name, pattern, flags] for (pattern, flags), name in sorted(found.items())], sys.stdout)
"""
_LENGTH = 10_000
_PUMPS = (
    "a",
    "A",
    " ",
    "a ",
    "A ",
    "1",
    "1 ",
    "-",
    "a-",
    "a'",
    ".",
    "a.",
    ",",
    "a, ",
    "@",
    "a@",
    "\n",
    "a\n",
    '"',
    "(",
    "please ",
    "we ",
    "I am ",
)
_RUN = """
import json, re, sys
patterns, pumps, length = json.load(sys.stdin)
for place, (pattern, flags) in enumerate(patterns):
    print(place, flush=True)
    compiled = re.compile(pattern, flags)
    for pump in pumps:
        text = pump * (length // len(pump)) + "\\x00!"
        for _ in compiled.finditer(text):
            pass
"""
_PATIENCE_SECONDS = 60.0


@pytest.fixture(scope="module")
def patterns():
    """Return every pattern that the core compiles, as (module, pattern, flags)."""
    done = subprocess.run([sys.executable, "-c", _COLLECT], capture_output=True, check=True)
    return json.loads(done.stdout)


def test_the_patterns_are_found(patterns):
    """The collection sees the patterns of the layers that read drafts and plans, and those made of words in lists."""
    modules = {module.split(".")[1] for module, _, _ in patterns}
    assert {"text", "rules", "checks", "analysis", "plan"} <= modules
    assert any("(?P<dollars>" in pattern and "exceed" in pattern for _, pattern, _ in patterns)


def test_no_pattern_can_blow_up(patterns):
    """A static analysis finds no repetition of the third degree or worse in any pattern."""
    bad = []
    for module, pattern, flags in patterns:
        parsed = SreOpParser().parse_sre(pattern, flags)
        bad += [(module, pattern, redos.starriness) for redos in find(parsed) if redos.starriness > 2]
    assert bad == []


def test_pumped_texts_come_to_an_end(patterns):
    """Each pattern runs over long texts of one repeated piece; a minute for all of its texts means that it hangs."""
    plain = [(pattern, flags & ~re.DEBUG) for _, pattern, flags in patterns]
    with subprocess.Popen(
        [sys.executable, "-c", _RUN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        run.stdin.write(json.dumps([plain, _PUMPS, _LENGTH]))
        run.stdin.close()
        patience, begun = threading.Timer(_PATIENCE_SECONDS, run.kill), []
        patience.start()
        for line in run.stdout:
            patience.cancel()
            patience = threading.Timer(_PATIENCE_SECONDS, run.kill)
            patience.start()
            begun.append(patterns[int(line)])
        patience.cancel()
    assert run.returncode == 0, f"does not come to an end: {begun[-1:]}"
    assert begun == patterns
