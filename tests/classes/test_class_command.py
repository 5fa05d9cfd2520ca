"""``python -m hartcity class``: reports, table, progress, and going on after whatever ended it."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys

import psutil
import pytest
from distributed import LocalCluster


pytestmark = pytest.mark.long


EMAIL = """Dear Intake Team,

I am an intern at Cedar House, and I am writing to ask whether your pantry could see a father of three this month. \
He works nights and his hours were cut in October. He signed a release so that I may write to you about food.

Could we talk by phone on Monday, December 7, at 10:00 a.m. or Tuesday, December 8, at 2:00 p.m.? I will bring the \
form. Thank you for your time.

Sincerely,
Student {number}
Intern, Cedar House | 555-010-0100
"""
PLAN = {"services": [{"organization": "Harbor Light Pantry", "service": "food pantry", "need": "food"}]}


def command(source, out, *options):
    """Return the command line of a class run without grammar engines."""
    return [sys.executable, "-m", "hartcity", "class", str(source), "--out", str(out), "--engines", "reader", *options]


def run(source, out, *options, env=None):
    """Run the command to its end."""
    env = {**os.environ, **(env or {})}
    return subprocess.run(command(source, out, *options), capture_output=True, text=True, check=False, env=env)


def reports(out):
    """Return every report's bytes by its file's name."""
    return {file.name: file.read_bytes() for file in sorted((out / "reports").glob("*.json"))}


def table(out):
    """Return the rows of class.csv by student."""
    with (out / "class.csv").open(encoding="utf-8", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def scheduler():
    """Give the variable that names a real scheduler with one worker, which stays through all runs that use it."""
    with LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None, host="127.0.0.1") as cluster:
        (worker,) = cluster.scheduler.workers
        yield {"DASK_SCHEDULER": cluster.scheduler_address}
        assert list(cluster.scheduler.workers) == [worker]


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """Return a class of many kinds of files, some of them bad, and its finished run, which made its own workers."""
    root = tmp_path_factory.mktemp("class")
    source, out = root / "source", root / "out"
    for number in range(9):
        folder = source / f"Student {number:02}"
        folder.mkdir(parents=True)
        (folder / "email.txt").write_text(EMAIL.format(number=number), encoding="utf-8")
    (source / "Student 00" / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    (source / "Student 01" / "email v1.txt").write_text(EMAIL.split("\n\n")[1], encoding="utf-8")
    (source / "Student 01" / "email.txt").rename(source / "Student 01" / "email v2.txt")
    (source / "Student 02" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (source / "=HYPERLINK(1).docx").write_bytes(b"PK\x03\x04 and no document")
    done = run(source, out)
    return source, out, done


def test_every_student_has_a_report_and_a_row(school):
    """Each student has one JSON report and one row; both parts meet, versions are kept, nothing is called a grade."""
    _, out, done = school
    rows = table(out)
    assert len(rows) == len(reports(out)) == 10
    assert {row["report"] for row in rows.values()} == set(reports(out))
    first = json.loads(reports(out)["student-00.json"])
    assert first["plan_report"]["checks"]["two_services"] == "partly"
    assert first["checks"]["recipient_from_plan"] != "not_applicable"
    assert (rows["Student 00"]["plan"], rows["Student 03"]["plan"]) == ("read", "none")
    second = json.loads(reports(out)["student-01.json"])
    assert len(second["versions"]) == 1
    assert (
        float(rows["Student 03"]["clarity"])
        == json.loads(reports(out)["student-03.json"])["criteria"]["clarity"]["score"]
    )
    assert "grade" not in (out / "class.csv").read_text(encoding="utf-8")
    assert done.returncode == 1


def test_a_bad_file_never_stops_the_rest_and_is_listed_with_its_reason(school):
    """What was not read stands in the list, on standard error, in the student's row and report, safe as a cell."""
    _, out, done = school
    with (out / "left_out.csv").open(encoding="utf-8", newline="") as file:
        left_out = {row["file"]: row["reason"] for row in csv.DictReader(file)}
    assert set(left_out) == {"Student 02/picture.png", "'=HYPERLINK(1).docx"}
    assert "picture" in left_out["Student 02/picture.png"]
    assert "Left out: Student 02/picture.png" in done.stderr
    assert "Traceback" not in done.stderr
    assert "picture.png" in table(out)["Student 02"]["not_read"]
    assert table(out)["Student 02"]["draft"] == "read"


def test_progress_tells_count_rate_and_time_left(school):
    """Standard error tells how many are done, how fast, and how long the rest takes."""
    _, _, done = school
    assert "Drafts 0 of 10" in done.stderr
    last = next(line for line in done.stderr.splitlines() if line.startswith("Drafts 10 of 10"))
    assert "a second" in last
    assert "left" in last


def test_a_second_run_does_nothing_again_and_sees_what_changed(school, scheduler, tmp_path):
    """Reports that rest on the same work stay as they are; a changed file is read again; the table follows."""
    source, out, _ = school
    shutil.copytree(source, tmp_path / "source")
    shutil.copytree(out, tmp_path / "out")
    kept = {file: file.stat().st_mtime_ns for file in (tmp_path / "out" / "reports").iterdir()}
    again = run(tmp_path / "source", tmp_path / "out")
    assert "Drafts 10 of 10" in again.stderr
    assert {file: file.stat().st_mtime_ns for file in kept} == kept
    assert (tmp_path / "out" / "class.csv").read_bytes() == (out / "class.csv").read_bytes()
    (tmp_path / "source" / "Student 05" / "email.txt").write_text("Dear Team,\n\nCould we meet?", encoding="utf-8")
    run(tmp_path / "source", tmp_path / "out", env=scheduler)
    changed = [file.name for file in kept if file.stat().st_mtime_ns != kept[file]]
    assert changed == ["student-05.json"]


@pytest.fixture(scope="module")
def thirty(scheduler, tmp_path_factory):
    """Return a class of thirty and the outcome of one undisturbed run."""
    root = tmp_path_factory.mktemp("thirty")
    source, out = root / "source", root / "out"
    source.mkdir()
    for student in range(30):
        (source / f"student_{student:02}.txt").write_text(EMAIL.format(number=student), encoding="utf-8")
    run(source, out, env=scheduler)
    return source, out


@pytest.mark.parametrize(
    ("number", "options"), [(signal.SIGKILL, ()), (signal.SIGTERM, ("--workers", "1"))], ids=["killed", "stopped"]
)
def test_it_goes_on_where_it_stopped(thirty, scheduler, tmp_path, number, options):
    """Killed or stopped in the middle, nothing stays running, and the next run ends with the same bytes as one run."""
    (source, once), out = thirty, tmp_path / "out"
    with subprocess.Popen(command(source, out, *options), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        family = []
        for line in process.stderr:
            done = int(line.split()[1]) if line.startswith("Drafts ") else 0
            if done:
                family = psutil.Process(process.pid).children(recursive=True)
                process.send_signal(number)
                line_of_stop = line
                break
        rest = process.stderr.read()
    _, alive = psutil.wait_procs(family, timeout=60)
    assert not alive
    kept = {file: file.stat().st_mtime_ns for file in (out / "reports").glob("*.json")}
    assert 0 < len(kept) < 30
    assert process.returncode == (130 if number == signal.SIGTERM else -number)
    if number == signal.SIGTERM:
        told = [line for line in (line_of_stop, *rest.splitlines()) if line.startswith("Drafts ")]
        assert told[-1].startswith(f"Drafts {len(kept)} of 30")
    finished = run(source, out, env=scheduler)
    assert finished.returncode == 0, finished.stderr
    assert f"Drafts {len(kept)} of 30" in finished.stderr
    assert {file: file.stat().st_mtime_ns for file in kept} == kept
    assert reports(out) == reports(once)
    assert (out / "class.csv").read_bytes() == (once / "class.csv").read_bytes()


def test_a_real_scheduler_gives_the_same_reports(school, scheduler, tmp_path):
    """The scheduler that DASK_SCHEDULER names does the work with the same outcome, and stays when the run ends."""
    source, out, _ = school
    run(source, tmp_path / "out", env=scheduler)
    assert reports(tmp_path / "out") == reports(out)


def test_a_scheduler_that_is_not_there_is_told(school, tmp_path):
    """Without an answer from the named scheduler the run ends with one plain sentence."""
    source, _, _ = school
    done = run(source, tmp_path / "out", env={"DASK_SCHEDULER": "not an address"})
    assert done.returncode == 1
    assert "DASK_SCHEDULER" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_assignment_may_be_a_file(scheduler, tmp_path):
    """``--assignment`` takes a path of a TOML file; a file that is wrong is told with its place."""
    (tmp_path / "Ana.txt").write_text(EMAIL, encoding="utf-8")
    toml = (
        'title = "Short"\nis_email = true\nstages = []\n[limits]\ncharacters = 9000\nfewest_words = 5\nnext_steps = 3\n'
    )
    criterion = (
        '[[criteria]]\nid = "thanks"\ntitle = "Thanks"\nasks = "Is there thanks?"\nmet_from = 80\npartly_from = 30\n'
    )
    own = tmp_path / "own.toml"
    own.write_text(f'{toml}{criterion}earns = [{{ check = "gratitude", of = 100 }}]\n', encoding="utf-8")
    done = run(tmp_path / "Ana.txt", tmp_path / "out", "--assignment", str(own), env=scheduler)
    assert done.returncode == 0, done.stderr
    assert json.loads(reports(tmp_path / "out")["ana.json"])["criteria"]["thanks"]["score"] == 100
    own.write_text(toml, encoding="utf-8")
    wrong = run(tmp_path / "Ana.txt", tmp_path / "out", "--assignment", str(own))
    assert wrong.returncode == 2
    assert "own.toml" in wrong.stderr
