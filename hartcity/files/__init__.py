"""What comes in as a file: bounded, decoded and refused in plain words. Nothing here knows what a file is for.

Every reader in the layers above goes through this package, so that a hostile archive or a strange encoding meets
the same limits wherever it is dropped. Nothing is ever written to a disk.
"""

from hartcity.files.archive import ArchiveLimits, OpenArchive, is_archive, read_members
from hartcity.files.cells import is_formula, neutral, plain
from hartcity.files.decoding import clean, decode
from hartcity.files.limits import Limits, limit_process
from hartcity.files.markup import check_xml
from hartcity.files.mojibake import unscrambled
from hartcity.files.name import shown_name
from hartcity.files.refusal import RefusedFileError
from hartcity.files.task import Task
from hartcity.files.worker import EndedAtLimitError, in_worker, tell_progress


__all__ = [
    "ArchiveLimits",
    "EndedAtLimitError",
    "Limits",
    "OpenArchive",
    "RefusedFileError",
    "Task",
    "check_xml",
    "clean",
    "decode",
    "in_worker",
    "is_archive",
    "is_formula",
    "limit_process",
    "neutral",
    "plain",
    "read_members",
    "shown_name",
    "tell_progress",
    "unscrambled",
]
