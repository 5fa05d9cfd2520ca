"""Archives built to do harm, by name. Each is a few kilobytes and must be refused."""

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable


def zipped(members: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an ordinary archive."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", compression) as archive:
        warnings.simplefilter("ignore")
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    """Return an archive whose one member unpacks to 60 MB of zeros."""
    return zipped({"organizations.csv": b"0" * 60_000_000})


def lying_header() -> bytes:
    """Return a bomb that declares a size of ten bytes."""
    data = bytearray(bomb())
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, place + 24, 10)
    struct.pack_into("<L", data, 22, 10)
    return bytes(data)


def overlapping() -> bytes:
    """Return an archive whose two directory entries share the bytes of one member."""
    data = bytearray(zipped({"aaaa.csv": b"id,name\n" * 200, "bbbb.csv": b"id,name\n" * 200}))
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, second + 42, 0)
    return bytes(data)


def many_members(count: int = 100_000) -> bytes:
    """Return an archive of empty members, with a true end record."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(min(count, 2_000)):
            archive.writestr(f"{number}.csv", b"")
    return out.getvalue()


def hidden_count() -> bytes:
    """Return an archive of 2,000 members whose end record claims one."""
    data = bytearray(many_members())
    place = data.rfind(b"PK\x05\x06")
    struct.pack_into("<HH", data, place + 8, 1, 1)
    return bytes(data)


def named(name: str) -> bytes:
    """Return an archive with a member of this name beside an ordinary one."""
    return zipped({"services.csv": b"id,name\n1,x\n", name: b"boo"})


def symlink() -> bytes:
    """Return an archive whose member is a link out of it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("organizations.csv")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def encrypted() -> bytes:
    """Return an archive whose member says that it is encrypted."""
    data = bytearray(zipped({"organizations.csv": b"id,name\n1,x\n"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        struct.pack_into("<H", data, start + place, 1)
    return bytes(data)


def twice() -> bytes:
    """Return an archive that holds one name twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("organizations.csv", b"id,name\n1,x\n")
        archive.writestr("organizations.csv", b"id,name\n2,y\n")
    return out.getvalue()


def truncated() -> bytes:
    """Return an archive without its end."""
    return zipped({"organizations.csv": b"id,name\n1,x\n" * 500})[:-40]


def broken_content() -> bytes:
    """Return an archive whose member's bytes were changed after it was packed."""
    data = bytearray(zipped({"organizations.csv": bytes(range(256)) * 20}, compression=zipfile.ZIP_STORED))
    data[200] ^= 0xFF
    return bytes(data)


def zip64() -> bytes:
    """Return an archive whose end record points to a larger one."""
    data = bytearray(zipped({"organizations.csv": b"id,name\n1,x\n"}))
    place = data.rfind(b"PK\x05\x06")
    struct.pack_into("<HH", data, place + 8, 0xFFFF, 0xFFFF)
    return bytes(data)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb": bomb,
    "lying_header": lying_header,
    "overlapping": overlapping,
    "many_members": many_members,
    "hidden_count": hidden_count,
    "parent_folder": lambda: named("../../etc/cron.d/x.csv"),
    "parent_folder_inside": lambda: named("a/../../x.csv"),
    "absolute": lambda: named("/etc/passwd.csv"),
    "drive": lambda: named("C:\\windows\\x.csv"),
    "share": lambda: named("\\\\host\\share\\x.csv"),
    "turned_name": lambda: named("vsc.\u202eexe.csv"),
    "control_name": lambda: named("a\x07b.csv"),
    "long_name": lambda: named("n" * 60_000 + ".csv"),
    "symlink": symlink,
    "encrypted": encrypted,
    "twice": twice,
    "truncated": truncated,
    "broken_content": broken_content,
    "zip64": zip64,
    "bzip2": lambda: zipped({"organizations.csv": b"id,name\n"}, compression=zipfile.ZIP_BZIP2),
    "lzma": lambda: zipped({"organizations.csv": b"id,name\n"}, compression=zipfile.ZIP_LZMA),
    "nested": lambda: zipped({"directory.zip": zipped({"organizations.csv": b"id,name\n1,x\n"})}),
    "only_the_mark": lambda: b"PK\x03\x04",
    "empty_archive": lambda: zipped({}),
}
