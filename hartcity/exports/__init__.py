"""Documents out: the assignment, the email and the report in the forms that a course may ask for.

Each module in ``formats`` is one document, found and not listed. The same hand-in gives the same bytes.
"""

from hartcity.exports.citations import CitationCheck, check_citations
from hartcity.exports.course_readings import READINGS, CourseReading
from hartcity.exports.found import Exporter, exporters
from hartcity.exports.hand_in import Conversation, HandIn, TitlePage, standard_title
from hartcity.exports.mailto import mailto


__all__ = [
    "READINGS",
    "CitationCheck",
    "Conversation",
    "CourseReading",
    "Exporter",
    "HandIn",
    "TitlePage",
    "check_citations",
    "exporters",
    "mailto",
    "standard_title",
]
