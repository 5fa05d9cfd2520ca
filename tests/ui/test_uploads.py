"""What a page promises about files and what the server takes agree."""

import tomllib
from pathlib import Path

from hartcity.directory.importing.file_kinds import LARGEST_BYTES as LARGEST_DIRECTORY
from hartcity.documents import LARGEST_BYTES as LARGEST_DOCUMENT
from hartcity.storage.archive import MOST_BYTES as LARGEST_COPY
from hartcity.ui.directory.importing import LARGEST_MEGABYTES
from hartcity.ui.versions.data import LARGEST_COPY_MEGABYTES


CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def test_the_server_takes_what_each_page_promises():
    """No upload box promises a larger file than the server takes, nor another size than its reader."""
    taken = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["server"]["maxUploadSize"] * 1_000_000
    assert max(LARGEST_DOCUMENT, LARGEST_DIRECTORY, LARGEST_COPY) <= taken
    assert LARGEST_COPY_MEGABYTES * 1_000_000 == LARGEST_COPY
    assert LARGEST_MEGABYTES * 1_000_000 == LARGEST_DIRECTORY
