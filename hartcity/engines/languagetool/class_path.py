"""Which jars Java loads, by name and in one order, so that nothing that was put beside them is loaded too."""

from __future__ import annotations

import os
import tempfile
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from hartcity.engines.languagetool.install import is_ours
from hartcity.engines.languagetool.lock import SERVER_JAR, jars


_PLAIN_JAR = "server-classes.jar"
_MANIFEST = "META-INF/MANIFEST.MF"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def class_path(installation: Path) -> str:
    """Return the class path of an installation: for ours the locked jars, for another all that stands in ``libs``."""
    if not is_ours(installation):
        return os.pathsep.join([str(installation / SERVER_JAR), str(installation / "libs" / "*")])
    others = [str(installation / jar.path) for jar in jars() if jar.path != SERVER_JAR]
    return os.pathsep.join([str(_plain_jar(installation)), *others])


def _plain_jar(installation: Path) -> Path:
    """Return the server's jar without its manifest, made from the locked one wherever it is not there or differs.

    The manifest would put the whole folder on the class path, with whatever lies in it; and with a folder on the class
    path Java keeps nothing of what it learned for the next start.
    """
    plain, wanted = installation / _PLAIN_JAR, _without_manifest(installation / SERVER_JAR)
    with suppress(OSError):
        if plain.read_bytes() == wanted:
            return plain
    try:
        with tempfile.NamedTemporaryFile(dir=installation, prefix=".making-", delete=False) as made:
            made.write(wanted)
        Path(made.name).replace(plain)
    except OSError:  # the folder may only be read
        return installation / SERVER_JAR
    return plain


def _without_manifest(jar: Path) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist()):
            if name != _MANIFEST and not name.endswith("/"):
                target.writestr(zipfile.ZipInfo(name, _EARLIEST), source.read(name))
    return made.getvalue()
