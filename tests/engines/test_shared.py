"""All callers of one process share its engines, which start before the rest of the program is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from hartcity.engines.shared import SharedEngines


_LOOKS = """
import json, sys
import hartcity
from hartcity.engines import shared
seen = []
shared.engines.started = lambda: seen[-1].append("hartcity.analysis" in sys.modules)
for engines in (None, ["languagetool", "harper"], ["harper"], []):
    seen.append([])
    try:
        hartcity.check_draft({"text": 1}, engines=engines)
    except ValueError:
        pass
print(json.dumps(seen))
"""


def test_java_starts_while_the_rest_is_loaded():
    """The first draft has LanguageTool started before what reads drafts is there, and none where it is not asked."""
    done = subprocess.run([sys.executable, "-c", _LOOKS], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[False], [True], [], []]


def test_there_is_one_set_of_engines():
    """However many ask at once, the engines are made once; after a close they are made anew."""
    engines = SharedEngines()
    engines.forget()
    with ThreadPoolExecutor(8) as callers:
        made = {id(each) for each in callers.map(lambda _: engines.made(), range(64))}
    assert len(made) == 1
    first = engines.made()
    engines.forget()
    engines.close()
    assert engines.made() is not first
    engines.close()
    engines.close()
