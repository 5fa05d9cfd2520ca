"""The project as a newcomer finds it."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from hartcity import checks
from hartcity.model import Family


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
    "LICENSE",
    "Makefile",
    "Dockerfile",
    "compose.yaml",
    "pyproject.toml",
}


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
