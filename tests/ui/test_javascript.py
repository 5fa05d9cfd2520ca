"""The browser's part: its unit tests, and the types of what needs no package."""

import os
import re
import subprocess
from pathlib import Path

from deno import find_deno_bin


ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "hartcity" / "ui"
ALONE = ("--no-remote", "--no-npm", "--quiet", f"--config={SCREENS / 'editor' / 'deno.json'}")
IMPORTED = re.compile(r"^(?:import|export)\b[^;]*?\bfrom \"([^\"]+)\"", re.MULTILINE)


def deno(cache, *arguments):
    """Run Deno, which asks nobody outside and keeps what it remembers in ``cache``."""
    environment = {**os.environ, "DENO_DIR": str(cache), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    done = subprocess.run(
        [find_deno_bin(), *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def needs_packages(file):
    """Whether a module, or one that it imports, is of a package that only npm brings."""
    imported = IMPORTED.findall(file.read_text(encoding="utf-8"))
    return file.suffix == ".jsx" or any(
        not name.startswith(".") or (not name.endswith(".css") and needs_packages(file.parent / name))
        for name in imported
    )


def test_the_editors_pure_parts_do_what_they_should(tmp_path):
    """The unit tests beside this file pass."""
    deno(tmp_path, "test", "--no-check", *ALONE, "tests/ui/editor")


def test_types_agree_wherever_no_package_is_needed(tmp_path):
    """Modules are given what they say they take; those that need packages are checked where the bundle is built."""
    folders = (SCREENS, SCREENS / "tutor", SCREENS / "editor" / "source")
    sources = [file for folder in folders for file in sorted(folder.glob("*.js"))]
    alone = [str(file) for file in sources if not needs_packages(file)]
    assert len(alone) > 8
    deno(tmp_path, "check", *ALONE, *alone)
