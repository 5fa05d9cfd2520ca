"""Which files make up LanguageTool: coordinates with pinned versions, and a SHA-256 digest of every jar.

``python -m hartcity.engines.languagetool.lock`` resolves the coordinates again and rewrites the lock file.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path


VERSION = "6.8"
"""The release of LanguageTool that this project runs."""

SERVER_JAR = "languagetool-server.jar"
"""The name under which ``language_tool_python`` looks for the server; its manifest names the others in ``libs/``."""

# The server's language identifier does not start without Spanish, Catalan and Portuguese.
_MODULES = ("languagetool-server", "language-en", "language-es", "language-ca", "language-pt")
_EXCLUDED = ("language-all", "languagetool-gui-commons")
# The server loads one class of this one and needs none of what it depends on (it would bring all languages back).
_ALONE = ("languagetool-gui-commons",)
_GROUP = "org.languagetool"
_LOCK_FILE = f"languagetool-{VERSION}.lock.toml"


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of the installation: its Maven coordinate, SHA-256 digest (hexadecimal), size in bytes, and place."""

    coordinate: str
    sha256: str
    size: int
    path: str

    @property
    def group(self) -> str:
        """The coordinate's group."""
        return self.coordinate.split(":")[0]

    @property
    def artifact(self) -> str:
        """The coordinate's artifact."""
        return self.coordinate.split(":")[1]

    @property
    def version(self) -> str:
        """The coordinate's version."""
        return self.coordinate.split(":")[2]


@cache
def jars() -> tuple[Jar, ...]:
    """Return the locked files, in the order of their coordinates."""
    lock = tomllib.loads(resources.files(__package__).joinpath("data", _LOCK_FILE).read_text("utf-8"))
    entries = lock["jar"]
    paths = _paths([entry["coordinate"] for entry in entries])
    return tuple(Jar(**entry, path=paths[entry["coordinate"]]) for entry in entries)


def lock_digest() -> str:
    """Return a digest of the whole lock: it changes whenever a file of the installation does."""
    return hashlib.sha256("".join(f"{jar.path} {jar.sha256}\n" for jar in jars()).encode()).hexdigest()


def _paths(coordinates: Sequence[str]) -> dict[str, str]:
    """Place each jar where the server jar's manifest looks for it: in ``libs``, without a version.

    Of two artifacts with one name the last one gets the plain name (for JAXB the one that is maintained); the
    other stands beside it with its group, and is found because we name the whole folder to Java.
    """
    owner = {coordinate.split(":")[1]: coordinate for coordinate in coordinates}
    placed = {}
    for coordinate in coordinates:
        group, artifact, _ = coordinate.split(":")
        name = artifact if owner[artifact] == coordinate else f"{group}.{artifact}"
        placed[coordinate] = SERVER_JAR if artifact == "languagetool-server" else f"libs/{name}.jar"
    return placed


def sha256_of(path: Path) -> str:
    """Return the SHA-256 digest of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def resolve(cache_folder: Path) -> tuple[Jar, ...]:
    """Work out the files that the coordinates need, downloading what ``cache_folder`` does not hold yet."""
    from jgo.maven import MavenContext  # noqa: PLC0415 - nobody who only starts LanguageTool should wait for it

    maven = MavenContext(repo_cache=cache_folder)
    excluded = [maven.project(_GROUP, name) for name in _EXCLUDED]
    wanted = [maven.create_dependency(f"{_GROUP}:{name}:{VERSION}", excluded) for name in _MODULES]
    _, needed = maven.resolver.get_dependency_list(wanted)
    found = {}
    alone = [maven.create_dependency(f"{_GROUP}:{name}:{VERSION}") for name in _ALONE]
    for dependency in [*wanted, *alone, *(node.dep for node in needed)]:
        path = dependency.artifact.resolve()
        coordinate = f"{dependency.groupId}:{dependency.artifactId}:{dependency.version}"
        found[coordinate] = (sha256_of(path), path.stat().st_size)
    paths = _paths(sorted(found))
    return tuple(Jar(coordinate, *found[coordinate], path) for coordinate, path in paths.items())


def render(locked: tuple[Jar, ...]) -> str:
    """Return the lock file's text."""
    lines = [f"# LanguageTool {VERSION}, English. Written by `python -m {__package__}.lock`.", ""]
    for jar in locked:
        lines += ["[[jar]]", f'coordinate = "{jar.coordinate}"', f'sha256 = "{jar.sha256}"', f"size = {jar.size}", ""]
    return "\n".join(lines)


def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        locked = resolve(Path(folder))
    target = Path(__file__).parent / "data" / _LOCK_FILE
    target.write_text(render(locked), "utf-8")
    sys.stdout.write(f"{target}: {len(locked)} jars, {sum(jar.size for jar in locked):,} bytes\n")


if __name__ == "__main__":
    _main()
