"""The project as a newcomer finds it."""

import re
import subprocess
import tomllib
from pathlib import Path, PurePosixPath

import pytest

from hartcity import checks
from hartcity.cli import app
from hartcity.model import Family
from tests.benchmarks import texts


ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    "app.py",
    "pages",
    "hartcity",
    "assets",
    "tests",
    "requirements.txt",
    "requirements.lock",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
    "Makefile",
    "Dockerfile",
    "compose.yaml",
    "pyproject.toml",
}
FILE = re.compile(r"\w/|\.(?:py|jsx?|md|toml|yml|conf)$")
"""What tells the name of a file or folder from other words."""


def tracked():
    """Return the tracked files, as paths from the root."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


def test_the_top_level_holds_what_it_should():
    """Nothing stands at the top level but what was agreed, and dotfiles."""
    tops = {file.split("/")[0] for file in tracked()}
    assert {top for top in tops if not top.startswith(".")} == TOP_LEVEL


def test_requirements_pin_and_install_the_project():
    """requirements.txt pins every direct dependency of pyproject.toml and ends with the project itself."""
    lines = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if line and not line.startswith("#")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[\[=<>~! ]", line)[0] for line in lines[:-1]}
    assert lines[-1] == "-e ."
    assert all("==" in line for line in lines[:-1])
    assert names == {re.split(r"[\[=<>~! ]", dependency)[0] for dependency in project["dependencies"]}


@pytest.mark.parametrize("name", ["requirements.lock", "tests/requirements.lock"])
def test_locks_hold_digests_of_what_is_pinned(name):
    """The hashed locks agree with requirements.txt and hold a digest for every package."""
    lock = (ROOT / name).read_text()
    pinned = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    for package, version in pinned:
        assert re.search(
            rf"^{re.escape(package.lower())}(?:\[[\w,-]+\])?=={re.escape(version)}\b", lock, re.MULTILINE
        ), package
    assert lock.count("\n\n") == 0
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\S)", lock.strip()) if "==" in block)


def test_the_readme_tells_the_two_commands_and_every_check():
    """What is not documented does not exist: the commands, the checks and the finding families stand in the README."""
    readme = (ROOT / "README.md").read_text()
    for word in ("make run", "make test", "python -m hartcity check", "assets/screenshot.png"):
        assert word in readme
    for name in [*(check.id for check in checks.all_checks()), *Family]:
        assert f"`{name}`" in readme, name
    for command in (*app.registered_commands, *app.registered_groups):
        assert f"python -m hartcity {command.name} " in readme, command.name


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "SECURITY.md"])
def test_what_a_page_for_engineers_names_is_there(page):
    """Every file and folder that the page names exists, by its whole path or by the end of it."""
    known = {f"/{path}" for file in tracked() for path in (file, *map(str, PurePosixPath(file).parents))}
    text = re.sub(r"^    .*$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = [word for word in re.findall(r"`([\w.][\w./-]*)`", text) if FILE.search(word)]
    assert len(named) > 10
    assert not [word for word in named if not any(path.endswith("/" + word.strip("/")) for path in known)]


def test_every_row_of_the_security_standard_is_shown_by_a_test_that_is_there():
    """Each row of ASVS names tests that exist, or says that it does not apply; every chapter has a row."""
    told = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("## ASVS 5.0")[2]
    rows = re.findall(r"^\| (\d+)(.*?) \| .+ \| (.+) \|$", told, re.MULTILINE)
    assert {int(chapter) for chapter, _, _ in rows} == set(range(1, 18))
    assert [row for row in rows if row[2] != "does not apply" and "`tests/" not in row[2]] == []
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", told)
    assert len(named) > 100
    missing = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).is_file() or (test and f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8"))
    ]
    assert missing == []


def test_the_drawing_shows_the_layers_that_are_held():
    """The drawing in CONTRIBUTING.md holds the layers of .importlinter, in their order."""
    contract = (ROOT / ".importlinter").read_text(encoding="utf-8")
    held = re.search(r"^layers =\n((?:    .+\n)+)", contract, re.MULTILINE)
    house = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## The house")[1].split("\n## ")[0]
    drawn = re.findall(r"^    ([a-z]+(?: \| [a-z]+)*)(?:  .*)?$", house, re.MULTILINE)
    assert held is not None
    assert drawn == [line.strip().replace("(", "").replace(")", "") for line in held[1].splitlines()]


def test_ci_runs_the_test_command_with_pinned_actions():
    """The workflow runs ``.ci/run``, and every action that it uses is named by its commit."""
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert "run: .ci/run" in workflow
    used = re.findall(r"uses: (\S+)", workflow)
    assert used
    assert all(re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action) for action in used)


def test_ci_holds_the_locks_against_known_faults():
    """The workflow looks every locked package up in the public lists, at each push and each week."""
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    audit = workflow.partition("pip-audit")[2]
    assert "schedule:" in workflow
    assert all(f"-r {lock}" in audit for lock in ("requirements.lock", "tests/requirements.lock"))
    assert "npm audit" in audit


def test_nothing_names_a_machine_or_a_registry():
    """No tracked text holds a path of somebody's machine or the host of a package registry."""
    hosts = (
        "pypi" + ".org",
        "pythonhosted" + ".org",
        "registry.npmjs" + ".org",
        "repo1.maven" + ".org",
        "repo.maven." + "apache",
    )
    places = ("/" + "work/", "/" + "root/", "/" + "home/")
    for file in tracked():
        path = ROOT / file
        if path.suffix in {".png", ".npz", ".woff2", ".ico"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found = [word for word in (*hosts, *places) if word in text]
        assert not found, f"{file}: {found}"


WALK = re.compile(r"^\d+\. `([^`]+)`: (.*)$", re.MULTILINE)


def test_the_walk_from_the_key_to_the_underline_is_true():
    """Each step names a file that is there and calls that are in it, and no call stands there twice."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = WALK.findall(told.partition("## From the key to the underline")[2].partition("\n## ")[0])
    calls = [(file, call) for file, words in steps for call in re.findall(r"`(\w+)`", words)]
    assert len(steps) > 15
    assert len(calls) == len(set(calls))
    missing = [
        f"{file}: {call}"
        for file, call in calls
        if not re.search(rf"\b{call}\b", (ROOT / file).read_text(encoding="utf-8"))
    ]
    assert missing == []


def test_benchmarks_have_a_draft_to_measure_with(tmp_path, capsys):
    """Where there are no labelled drafts, as after a fresh clone, they take the practice email, and say so."""
    for data in (None, tmp_path):
        (draft,) = texts.drafts(data)
        assert len(draft.split()) > 50
        assert "practice email" in capsys.readouterr().out
