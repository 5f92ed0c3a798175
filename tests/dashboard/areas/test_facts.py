"""What is known of an area beside its numbers."""

from dashboard.areas.facts import list_history
from dashboard.i18n.words import Words
from data.contracts import Designation, OfficialList
from tests.dashboard.areas.atlases import atlas
from tests.records import record

DANISH = Words("da")


def test_a_year_is_off_a_list_only_where_the_whole_list_is_known():
    lists = [
        record(OfficialList, list_id=f"udsat_{year}", kind="udsat", name=name, year=year, coverage=coverage)
        for year, name, coverage in (
            (2018, "Udsatte områder", "partial"),
            (2019, "Udsatte områder", "complete"),
            (2020, "Udsatte områder", "absent"),
            (2021, "Udsatte områder", "complete"),
        )
    ]
    found = atlas(*lists, record(Designation, list_id="udsat_2018", area_id="estate"))
    assert list_history(found, "estate", DANISH) == (
        "På listen: Udsatte områder 2018. Ikke på listen: Udsatte områder 2019, 2021. "
        "Ikke opgjort: Udsatte områder 2020."
    )
