"""What the reader narrows the numbers of a profile to: a theme and a range of years."""

from __future__ import annotations

from dashboard.area_profile.profile import Profile
from dashboard.selection import asked, bar
from dashboard.selection.asked import Filter, Selection
from dashboard.selection.sentence import Shown
from dashboard.ui.address import Choice

USES = frozenset({Filter.YEARS, Filter.THEME})


def narrowed(choice: Choice, profile: Profile) -> Selection:
    """The theme and the years, with their controls and the sentence of what is shown."""
    years = sorted({year for row in profile.observations for year in (row.period_start, row.period_end)})
    picked = asked.read(choice, USES, profile.book, years)
    if not years:
        return picked
    if choice.has_controls:
        with bar.folded(choice.words("Vælg år og emne")):
            bar.years(choice, picked, years)
            bar.theme(choice, picked, {profile.book.indicators[row.indicator_id].theme for row in profile.observations})
    shown_years = picked.years or (years[0], years[-1])
    bar.announce(choice, Shown(1, years=shown_years, theme=picked.theme), USES)
    return picked
