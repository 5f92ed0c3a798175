"""Texts of the data are shown as they are written, and a status can be read on its colour."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts import theme
from tests.patience import PATIENCE


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("background", sorted(set(theme.STATUS_COLOURS.values())))
def test_a_status_is_readable_on_its_colour(background: str) -> None:
    darker, lighter = sorted([luminance(background), luminance(theme.ink(background))])
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_a_table_holds_the_badge_the_link_and_every_other_cell_as_text() -> None:
    def page() -> None:
        import pandas

        from dashboard.i18n.words import Words
        from dashboard.ui import view_layout as show
        from dashboard.views.tables import Column

        rows = pandas.DataFrame({"title": ["1. *job*"], "status": ["✓ Opfyldt"], "url": ["https://a.dk"]})
        columns = [Column("title", "Kriterium"), Column("status", "Status"), Column("url", "Adresse", "link")]
        show.grid(rows, columns, Words(), "Kriterier", {"Status": ["#1b4c86"]})

    table = AppTest.from_function(page, default_timeout=PATIENCE).run().table[0].value
    assert table.index.tolist() == [r"1\. \*job\*"]
    assert table["Adresse"].tolist() == [r"[https\://a\.dk](<https\://a\.dk>)"]
    assert table["Status"].tolist() == [':color[✓ Opfyldt]{foreground="#ffffff" background="#1b4c86"}']
