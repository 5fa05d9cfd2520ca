"""The report on one student, as a worker process makes it."""

import json
import subprocess
import sys


_TWO_REPORTS = """
import gc, json
from hartcity.assignment import source
from hartcity.classes.names import Part
from hartcity.classes.student_report import Asked, HandedIn, report_on
asked = Asked("advocacy-email", source("advocacy-email"), ())
for name in ("ana", "bo"):
    works = ((f"{name}.txt", Part.UNSAID, b"Dear Team, could we meet?"),)
    report = json.loads(report_on(HandedIn(name, name, works), asked))
    print(json.dumps([report["student"], report["text"], gc.get_freeze_count()]))
"""


def test_what_all_reports_need_is_out_of_the_garbage_collectors_way():
    """After the first report what was loaded for it is never looked through again; what comes later is."""
    done = subprocess.run([sys.executable, "-c", _TWO_REPORTS], capture_output=True, text=True, check=True)
    (ana, text, frozen), (bo, _, still) = map(json.loads, done.stdout.splitlines())
    assert (ana, bo, text) == ("ana", "bo", "Dear Team, could we meet?")
    assert frozen >= still > 100_000
