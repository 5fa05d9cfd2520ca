"""A process that reads a stranger's file is ended by the system when it costs too much, whatever it does."""

import signal
import subprocess
import sys

import pytest


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits there")

_LIMIT = "from hartcity.files import Limits, limit_process; limit_process(Limits(600_000_000, cpu_seconds=0.2))"


def _ended(work):
    """Return how a limited process ended that does ``work``: its code, below zero for the signal that ended it."""
    ended = subprocess.run([sys.executable, "-c", f"{_LIMIT}\n{work}"], capture_output=True, check=False)
    return ended.returncode, ended.stderr.decode()


def test_a_process_that_is_busy_for_ever_is_ended():
    """The fine timer ends it."""
    code, _ = _ended("while True: pass")
    assert code == -signal.SIGPROF


def test_a_process_that_catches_the_timer_is_ended_all_the_same():
    """The system's own limit stands behind the timer."""
    code, _ = _ended("import signal; signal.signal(signal.SIGPROF, signal.SIG_IGN)\nwhile True: pass")
    assert code in {-signal.SIGXCPU, -signal.SIGKILL}


def test_a_process_that_sleeps_is_not_ended():
    """Only processor time counts, so that a busy machine refuses no ordinary file."""
    code, _ = _ended("import time; time.sleep(0.5)")
    assert code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a limit of memory")
def test_a_process_that_wants_more_memory_gets_none():
    """Its parser meets an error of its own instead of filling the machine."""
    code, told = _ended("bytearray(2_000_000_000)")
    assert code == 1
    assert "MemoryError" in told


def test_a_process_writes_no_file(tmp_path):
    """Nothing that a file tells a parser ends up on the disk."""
    kept = tmp_path / "x"
    _ended(f"open({str(kept)!r}, 'w').write('words')")
    assert not kept.read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a limit of memory")
@pytest.mark.parametrize(("size", "is_held"), [(70_000_000, True), (110_000_000, False)])
def test_memory_that_was_taken_before_does_not_count(size, is_held):
    """Address space of libraries, which is more with more cores, takes nothing from a file and gives it nothing."""
    taken = "import mmap; before = mmap.mmap(-1, 3_000_000_000, prot=mmap.PROT_READ)"
    limit = "from hartcity.files import Limits, limit_process; limit_process(Limits(100_000_000, cpu_seconds=10))"
    done = subprocess.run(
        [sys.executable, "-c", f"{taken}\n{limit}\nbytearray({size})"], stderr=subprocess.PIPE, check=False
    )
    assert (done.returncode == 0) is is_held
    assert (b"MemoryError" in done.stderr) is not is_held
