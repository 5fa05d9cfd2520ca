"""A document that was made for a download is there when the browser comes for it."""

import asyncio
import urllib.request

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from hartcity.server import made_files
from tests.server.visitor import visit


PAGES = 4
DOCUMENT = b"Dear Ms. Lee"


def fetch(address: str) -> tuple[int, bytes]:
    """Fetch a document as a browser does."""
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
        return answer.status, answer.read()


def test_a_document_waits_though_other_pages_are_drawn(server):
    """Between the press and the fetch other visitors are served, each of whom lets Streamlit clean up."""

    async def press_and_come_late() -> tuple[int, bytes]:
        async with visit(server, "directory") as student, visit(server, "plan") as other:
            address = await student.make("These as CSV")
            for _ in range(PAGES):
                await other.ask("plan")
                await other.hear("plan")
            return await asyncio.to_thread(fetch, server + address)

    status, table = asyncio.run(press_and_come_late())
    assert status == 200
    assert b"Service" in table.splitlines()[0].split(b",")


@pytest.fixture
def clock(monkeypatch):
    """Keep made files, as the running server does, for this test alone, by a clock that the test sets."""
    for name, _ in made_files.WRAPPED:
        monkeypatch.setattr(MemoryMediaFileStorage, name, getattr(MemoryMediaFileStorage, name))
    made_files.keep_made_files()
    now = [0.0]
    monkeypatch.setattr(made_files.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def manager(clock):  # noqa: ARG001 - it keeps what is made
    """Return what holds the documents of a server."""
    return MediaFileManager(MemoryMediaFileStorage("/media"))


def make(manager: MediaFileManager, document: bytes = DOCUMENT) -> str:
    """Make a document and return the name under which it is fetched."""
    button = manager.add_deferred(lambda: document, "text/plain", "place")
    return manager.execute_deferred(button).rpartition("/")[2]


def clean_up(manager: MediaFileManager) -> None:
    """Do what the ends of many pages do."""
    manager.clear_session_refs()
    for _ in range(PAGES):
        manager.remove_orphaned_files()


def is_there(manager: MediaFileManager, name: str) -> bool:
    """Whether the document can be fetched."""
    return manager.read_file(name) is not None


def test_a_document_goes_when_its_time_is_over(manager, clock):
    """It is kept for a minute, and taken away with the next document that is made or let go."""
    first = make(manager)
    clean_up(manager)
    clock[0] = made_files.KEPT_SECONDS - 1
    second = make(manager, b"another")
    clean_up(manager)
    assert is_there(manager, first)
    assert is_there(manager, second)
    clock[0] = made_files.KEPT_SECONDS
    third = make(manager, b"a third")
    assert not is_there(manager, first)
    assert is_there(manager, second)
    assert is_there(manager, third)


def test_several_go_at_once_and_what_is_made_again_stays(manager, clock):
    """Many whose time is over are taken away together; the one that was asked for again has a new minute."""
    names = [make(manager, f"{one}".encode()) for one in range(PAGES)]
    clean_up(manager)
    clock[0] = made_files.KEPT_SECONDS
    assert make(manager, b"0") == names[0]
    assert [is_there(manager, name) for name in names] == [True, False, False, False]
    clean_up(manager)
    assert is_there(manager, names[0])


def test_a_picture_goes_as_soon_as_before(manager):
    """Only what is fetched later is kept: a picture is on the page already."""
    name = manager.add(b"\x89PNG", "image/png", "place").rpartition("/")[2]
    manager.clear_session_refs()
    manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        manager._storage.get_file(name)
