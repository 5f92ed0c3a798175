"""The verdicts on the trends of an area, the same as on the map and for the charges, and when more will be known."""

from __future__ import annotations

from dashboard.area_profile.profile import Profile
from dashboard.i18n import labels
from dashboard.views import foresight
from data.contracts import Trend
from data.trends import Verdict


def judged(profile: Profile) -> dict[str, Trend]:
    """The trend of each of the profile's series that has counts, by the title of the series."""
    rows = profile.tables[Trend.TABLE]
    found = {
        (row.indicator_id, row.age_group, row.breakdown): row
        for row in sorted(Trend.of(rows[rows["area_id"] == profile.area_id]), key=lambda row: row.edition)
    }
    return {
        series.title: found[key]
        for series in profile.trends
        for row in series.groups[0].rows[:1]
        if (key := (row.indicator_id, row.age_group, row.breakdown)) in found
    }


def sentence(profile: Profile) -> str:
    """The verdict on each trend that has one."""
    words = profile.words
    named = [
        f"{title}: {words(labels.VERDICTS[trend.verdict])}"
        for title, trend in judged(profile).items()
        if trend.verdict != Verdict.CANNOT_CALCULATE
    ]
    return words("Udvikling de seneste fem perioder: {list}.", list="; ".join(named)) if named else ""


def when(profile: Profile) -> str:
    """When more is known of the trends; that nobody can tell where no source prints the counts behind any of them."""
    words, found = profile.words, judged(profile)
    if not found and any(series.indicator.unit != "count" for series in profile.trends):
        return words("Hvornår en ændring ville kunne ses, kan ikke beregnes: kilderne oplyser ikke antal.")
    return foresight.sentence(((title, foresight.when(trend, words)) for title, trend in found.items()), words)
