"""What a page promises about files and what the server takes agree."""

import re
import tomllib
from pathlib import Path

from hartcity.directory.importing.file_kinds import LARGEST_BYTES as LARGEST_DIRECTORY
from hartcity.documents import LARGEST_BYTES as LARGEST_DOCUMENT
from hartcity.storage.archive import MOST_BYTES as LARGEST_COPY
from hartcity.ui.classes.screen import LARGEST_MEGABYTES as LARGEST_CLASS_MEGABYTES
from hartcity.ui.directory.importing import LARGEST_MEGABYTES
from hartcity.ui.versions.data import LARGEST_COPY_MEGABYTES


CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
NGINX = Path(__file__).parents[2] / "hartcity" / "server" / "deployment" / "nginx.conf"


def test_the_server_takes_what_each_page_promises():
    """No upload box promises a larger file than the server takes, nor another size than its reader."""
    taken = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["server"]["maxUploadSize"] * 1_000_000
    assert max(LARGEST_DOCUMENT, LARGEST_DIRECTORY, LARGEST_COPY, LARGEST_CLASS_MEGABYTES * 1_000_000) <= taken
    assert LARGEST_COPY_MEGABYTES * 1_000_000 == LARGEST_COPY
    assert LARGEST_MEGABYTES * 1_000_000 == LARGEST_DIRECTORY


def test_the_proxy_lets_through_what_the_server_takes():
    """No file that a page promises to take ends at the proxy."""
    taken = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["server"]["maxUploadSize"]
    told = NGINX.read_text(encoding="utf-8")
    limit = re.search(r"client_max_body_size (\d+)m;", told)
    assert limit is not None
    assert int(limit[1]) > taken
