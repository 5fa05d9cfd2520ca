"""Archives from strangers are read within limits or refused in plain words."""

import contextlib
import resource

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartcity.files import ArchiveLimits, OpenArchive, RefusedFileError, read_members
from tests.files.hostile import HOSTILE, zipped


NESTED_OR_EMPTY = {"nested", "empty_archive"}


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - NESTED_OR_EMPTY))
def test_hostile_archives_are_refused_within_little_memory(name):
    """A hostile archive raises the refusal, with a message for people, and never unpacks to more than 100 MB."""
    data = HOSTILE[name]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RefusedFileError) as refused:
        read_members(data, lambda _: True)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 100_000, f"memory grew by {grown} kB"
    message = str(refused.value)
    assert message.endswith((".", "?"))
    assert "zipfile" not in message
    assert "Error" not in message


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - NESTED_OR_EMPTY))
def test_an_archive_on_a_disk_meets_the_same_limits(name, tmp_path):
    """What is hostile in memory is refused when it is opened from a disk, or at the latest when it is read."""
    path = tmp_path / "class.zip"
    path.write_bytes(HOSTILE[name]())
    with pytest.raises(RefusedFileError):
        read_all(path)


def read_all(path):
    """Return every member of an archive on a disk."""
    with OpenArchive(path, ArchiveLimits()) as archive:
        return [archive.read(member) for member in archive.sizes]


def test_members_of_an_archive_on_a_disk_come_one_at_a_time(tmp_path):
    """Names come with their sizes, folders are left out, and each member is read byte for byte."""
    path = tmp_path / "class.zip"
    path.write_bytes(zipped({"b.csv": b"1,2\n", "folder/": b"", "folder/a.csv": b"\x00\xff" * 10}))
    with OpenArchive(path, ArchiveLimits()) as archive:
        assert dict(archive.sizes) == {"b.csv": 4, "folder/a.csv": 20}
        assert archive.read("folder/a.csv") == b"\x00\xff" * 10


def test_ordinary_members_come_back_in_order():
    """What is wanted is read byte for byte, what is not wanted is left."""
    members = {"b.csv": b"1,2\n", "folder/a.csv": b"\x00\xff" * 10, "notes.txt": b"no"}
    assert read_members(zipped(members), lambda name: name.endswith(".csv")) == {
        "b.csv": b"1,2\n",
        "folder/a.csv": b"\x00\xff" * 10,
    }


def test_the_byte_counter_holds_over_all_members_together():
    """Members that are each small enough are refused when together they pass the total."""
    data = zipped({f"{number}.csv": bytes([number]) * 900 for number in range(10)})
    assert len(read_members(data, lambda _: True, ArchiveLimits(total_bytes=9_000))) == 10
    with pytest.raises(RefusedFileError):
        read_members(data, lambda _: True, ArchiveLimits(total_bytes=8_999))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_change_of_bytes_is_read_or_refused(data):
    """An archive with bytes changed, cut or added anywhere never raises anything but the refusal."""
    archive = bytearray(zipped({"services.csv": b"id,name\n1,x\n" * 9, "x/organizations.csv": b"id,name\n"}))
    for _ in range(data.draw(st.integers(1, 6))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(archive)))
    with contextlib.suppress(RefusedFileError):
        read_members(bytes(archive[: cut or None]) + data.draw(st.binary(max_size=30)), lambda _: True)
