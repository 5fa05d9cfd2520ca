"""The parts of the Versions page: its plot, its list, two drafts side by side, and what happens to the data."""

from hartcity.ui.versions.data import your_data
from hartcity.ui.versions.listing import version_list
from hartcity.ui.versions.milestones import milestones
from hartcity.ui.versions.scores import scored
from hartcity.ui.versions.sides import choose_two, side_by_side
from hartcity.ui.versions.timeline import timeline


__all__ = ["choose_two", "milestones", "scored", "side_by_side", "timeline", "version_list", "your_data"]
