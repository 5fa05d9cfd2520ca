"""The editor's committed bundle."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from deno import find_deno_bin


EDITOR = Path(__file__).parents[2] / "hartcity" / "ui" / "editor"
MOST_BYTES = 125_000
OUT_OF_REACH = re.compile(
    r"\b(?:EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ENOTFOUND|ERR_SOCKET_TIMEOUT|ETIMEDOUT)\b"
)


def _run(folder, *command, **environment):
    environment = {**os.environ, "NO_COLOR": "1", **environment}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_bundle_is_small():
    """The browser fetches at most 125 kB for the editor, compressed, in one file."""
    (bundle,) = (EDITOR / "dist").glob("editor-*.js")
    assert len(gzip.compress(bundle.read_bytes(), 9)) <= MOST_BYTES


def test_the_bundle_brings_the_licenses_of_what_it_holds():
    """Every package that went into the bundle is named with its license."""
    notices = (EDITOR / "dist" / "LICENSES.txt").read_text()
    for package in ("@codemirror/view", "@codemirror/state", "@codemirror/lint", "preact"):
        assert package in notices


def test_the_bundle_was_built_from_this_source():
    """The digest beside the bundle is that of the source, the lock file and the build script as they stand."""
    digest = hashlib.sha256()
    sources = sorted(file.name for file in (EDITOR / "source").iterdir())
    for name in ("build.mjs", "package-lock.json", "package.json", *(f"source/{source}" for source in sources)):
        digest.update(f"{name}\n".encode() + (EDITOR / name).read_bytes())
    assert (EDITOR / "dist" / "SOURCE.txt").read_text().strip() == digest.hexdigest()


@pytest.mark.parametrize("npm", [path for path in [shutil.which("npm")] if path])
def test_the_bundle_is_what_the_source_builds(npm, tmp_path):
    """Built anew from the lock file, where npm is at hand, the bundle is the committed one, and all types agree."""
    copy = tmp_path / "editor"
    shutil.copytree(EDITOR, copy, ignore=shutil.ignore_patterns("dist", "node_modules", "*.py", "__pycache__"))
    # A registry that does not answer says nothing of the bundle, and must not be waited for without end.
    fetched = _run(copy, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-timeout=20000")
    if OUT_OF_REACH.search(fetched.stderr):
        pytest.skip("npm's registry is out of reach.")
    for done in (
        fetched,
        _run(copy, npm, "run", "build"),
        _run(copy, find_deno_bin(), "check", "--quiet", "source", DENO_NO_UPDATE_CHECK="1"),
    ):
        assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    built = {file.name: file.read_bytes() for file in (copy / "dist").iterdir()}
    assert built == {file.name: file.read_bytes() for file in (EDITOR / "dist").iterdir()}
