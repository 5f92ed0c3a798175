"""Charts over time: plain functions from frames to Plotly figures, and the sentence that stands for each of them.

A chart shows one measure. Nothing is interpolated: a line is drawn between neighbouring periods only; two points
far apart are joined by a thin dotted line that says no more than from where to where.
"""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

import pandas
from plotly import graph_objects
from plotly.colors import hex_to_rgb

from dashboard.charts import theme
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showAxisDragHandles": False}
FONT = "'Source Sans', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
GRID = "#e6ebf0"
SHADE = "#f3f0e6"
TICKS = 6  # more labels than this collide on a telephone and, in projector mode, in the room
LABEL_CHARACTERS = 16
CHARACTER_WIDTH = 0.62  # of the type size, for reserving room beside the lines


@dataclass(frozen=True)
class Style:
    colour: str
    symbol: str
    dash: str


@dataclass(frozen=True)
class Line:
    """One line of a trend: `points` holds period_start, period_end, value, low, high, in the order of time."""

    name: str
    style: Style
    points: pandas.DataFrame

    @property
    def is_two_points(self) -> bool:
        """Two points with years between them that nobody has published."""
        years = self.points
        return len(years) == 2 and years["period_start"].iloc[1] > years["period_end"].iloc[0] + 1


def template(words: Words, sizes: Sizes) -> graph_objects.layout.Template:
    """What all charts have in common: type, number format, whole years, quiet lines on white."""
    axis = {
        "tickfont_size": sizes.axis,
        "title_font_size": sizes.axis,
        "automargin": True,
        "fixedrange": True,
        "exponentformat": "none",
        "separatethousands": True,
    }
    quiet = {"showgrid": True, "gridcolor": GRID, "zerolinecolor": theme.QUIET, "ticks": ""}
    return graph_objects.layout.Template(
        layout=graph_objects.Layout(
            font={"family": FONT, "size": sizes.axis, "color": theme.TEXT},
            separators=words.of_language.marks,
            paper_bgcolor="white",
            plot_bgcolor="white",
            showlegend=False,
            hoverlabel={"font_size": sizes.axis, "bgcolor": "white", "font_color": theme.TEXT},
            xaxis={**axis, "showgrid": False, "linecolor": theme.QUIET, "ticks": "outside", "tickformat": "d"},
            yaxis={**axis, **quiet},
            margin={"l": 8, "r": 8, "t": sizes.axis * 5, "b": 8},
        )
    )


def trend(
    series: pandas.DataFrame,
    *,
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
    breaks: pandas.DataFrame | None = None,
    intervention: tuple[int, int] | None = None,
) -> graph_objects.Figure:
    """One measure over time, a line a group, each named at its end.

    `series`: indicator_id, role (a key of theme.GROUP_COLOURS, or any other text), name, edition, period_start,
    period_end, value, low, high. `breaks`: year; drawn before that year. `intervention`: first and last year.
    Raises ValueError if two measures, or two editions in one line, are mixed.
    """
    drawn = lines(series)
    figure = graph_objects.Figure(layout={"template": template(words, sizes), "height": sizes.chart_height})
    low, high = value_range(series)
    if intervention:
        add_intervention(figure, intervention, words, sizes)
    for line in drawn:
        add_interval(figure, line)
        add_line(figure, line, unit, words, sizes, decimals)
    add_end_labels(figure, drawn, (low, high), words, sizes, decimals)
    if breaks is not None:
        add_breaks(figure, within(breaks, series), words, sizes)
    figure.update_yaxes(range=[low, high], nticks=TICKS)
    figure.update_xaxes(**year_axis(series, words, room_left=any(line.is_two_points for line in drawn)))
    add_unit(figure, unit, sizes)
    return figure


def grouped(rows: pandas.DataFrame, names: Mapping[str, str], roles: Mapping[str, str]) -> pandas.DataFrame:
    """Observations as the series of a trend: a line for each area in `roles`, in that order, under its name."""
    order = {area: position for position, area in enumerate(roles)}
    rows = rows[rows["area_id"].isin(order)].sort_values("area_id", key=lambda ids: ids.map(order), kind="stable")
    return rows.assign(role=rows["area_id"].map(roles), name=rows["area_id"].map(names).fillna(rows["area_id"]))


def within(breaks: pandas.DataFrame, series: pandas.DataFrame) -> pandas.DataFrame:
    """The breaks that fall inside the years of a series."""
    return breaks[breaks["year"].between(series["period_start"].min() + 1, series["period_end"].max())]


def reading_note(series: pandas.DataFrame, breaks: pandas.DataFrame, words: Words) -> str:
    """How to read a trend: that only two points are published, and what changed at its breaks (year, title)."""
    drawn = within(breaks, series).itertuples()
    notes = [words("Brud {year}: {title}.", year=row.year, title=row.title) for row in drawn]
    if any(line.is_two_points for line in lines(series)):
        notes.insert(
            0,
            words(
                "Der er kun offentliggjort to punkter for hver gruppe. Den prikkede linje viser fra hvor "
                "til hvor, ikke årene imellem."
            ),
        )
    return " ".join(notes)


def lines(series: pandas.DataFrame) -> list[Line]:
    """The lines of a trend in the order the groups come in; refuses to mix measures or editions."""
    if series["indicator_id"].nunique() > 1:
        raise ValueError(f"two measures in one chart: {sorted(series['indicator_id'].unique())}")
    if series.groupby("name")["edition"].nunique().gt(1).any():
        raise ValueError("two editions of a register in one line")
    groups = series.groupby("name", sort=False)
    roles = groups["role"].first()
    return [
        Line(name, style, groups.get_group(name).sort_values("period_start").dropna(subset="value"))
        for name, style in zip(roles.index, styles(roles), strict=True)
    ]


def styles(roles: Sequence[str]) -> list[Style]:
    """The colour, symbol and dash of every group; hotspot, control and country look the same everywhere."""
    looks = zip(theme.COMPARE_COLOURS, theme.COMPARE_SYMBOLS, theme.COMPARE_DASHES, strict=True)
    others: Iterator[tuple[str, str, str]] = cycle(looks)
    return [
        Style(theme.GROUP_COLOURS[role], theme.GROUP_SYMBOLS[role], theme.GROUP_DASHES[role])
        if role in theme.GROUP_COLOURS
        else Style(*next(others))
        for role in roles
    ]


def value_range(series: pandas.DataFrame) -> tuple[float, float]:
    """The value axis: always with 0 on it, and air above the highest point or interval."""
    values = pandas.concat([series["value"], series["low"], series["high"]]).dropna()
    low, high = min(values.min(), 0.0), max(values.max(), 0.0)
    air = 0.12 * (high - low or 1.0)
    return (low - air if low < 0 else 0.0), high + air


def middle(points: pandas.DataFrame) -> pandas.Series:
    """Where a period stands on the year axis: a single year at itself, a longer period at its middle."""
    return (points["period_start"] + points["period_end"]) / 2


def year_axis(series: pandas.DataFrame, words: Words, room_left: bool) -> dict:
    """Ticks at published periods only, at most TICKS of them and always the latest."""
    periods = series[["period_start", "period_end"]].drop_duplicates().sort_values(["period_start", "period_end"])
    step = math.ceil(len(periods) / TICKS)
    shown = periods.iloc[::-step].iloc[::-1]
    first, last = middle(periods).min(), middle(periods).max()
    span = (last - first) or 1
    return {
        "tickvals": middle(shown).tolist(),
        "ticktext": [words.period(row.period_start, row.period_end) for row in shown.itertuples()],
        "range": [first - span * (0.14 if room_left else 0.04), last + span * 0.03],
    }


def with_gaps(points: pandas.DataFrame) -> pandas.DataFrame:
    """The points with an empty row wherever a period is missing, so that no line is drawn across the gap."""
    gaps = points[points["period_start"] > points["period_end"].shift() + 1]
    empty = gaps.assign(period_start=gaps["period_start"] - 1, period_end=gaps["period_start"] - 1, value=float("nan"))
    return pandas.concat([empty, points]).sort_values("period_start", kind="stable")


def add_line(figure: graph_objects.Figure, line: Line, unit: str, words: Words, sizes: Sizes, decimals: int) -> None:
    points = line.points if line.is_two_points else with_gaps(line.points)
    stroke = {"width": 1.5, "dash": "dot"} if line.is_two_points else {"width": sizes.line, "dash": line.style.dash}
    figure.add_scatter(
        x=middle(points),
        y=points["value"],
        name=html.escape(line.name),
        mode="lines+markers",
        connectgaps=False,
        line={"color": line.style.colour, **stroke},
        marker={"symbol": line.style.symbol, "size": sizes.mark, "color": line.style.colour},
        error_y=None if has_band(line) else error_bars(line.points, line.style),
        text=[point_text(line.name, point, unit, words, decimals) for point in points.itertuples()],
        hovertemplate="%{text}<extra></extra>",
    )


def point_text(name: str, point: tuple, unit: str, words: Words, decimals: int) -> str:
    period = words.period(point.period_start, point.period_end)
    text = f"{name}, {period}: {words.number(point.value, decimals)} {unit}"
    if pandas.notna(point.low) and pandas.notna(point.high):
        text += f" ({words.number(point.low, decimals)}–{words.number(point.high, decimals)})"
    return html.escape(text)


def has_band(line: Line) -> bool:
    """A band needs an interval at every point of an unbroken line; else the intervals are bars."""
    points = line.points
    unbroken = (points["period_start"].iloc[1:].to_numpy() <= points["period_end"].iloc[:-1].to_numpy() + 1).all()
    return len(points) > 2 and unbroken and points[["low", "high"]].notna().all(axis=None)


def error_bars(points: pandas.DataFrame, style: Style) -> dict | None:
    if points[["low", "high"]].isna().any(axis=None):
        return None
    return {
        "type": "data",
        "symmetric": False,
        "array": points["high"] - points["value"],
        "arrayminus": points["value"] - points["low"],
        "color": style.colour,
        "thickness": 1.5,
    }


def add_interval(figure: graph_objects.Figure, line: Line) -> None:
    """The 95 % interval as a pale band under the line."""
    if not has_band(line):
        return
    x = middle(line.points)
    red, green, blue = hex_to_rgb(line.style.colour)
    figure.add_scatter(
        x=pandas.concat([x, x[::-1]]),
        y=pandas.concat([line.points["high"], line.points["low"][::-1]]),
        fill="toself",
        fillcolor=f"rgba({red},{green},{blue},0.13)",
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
    )


def add_end_labels(
    figure: graph_objects.Figure,
    drawn: list[Line],
    limits: tuple[float, float],
    words: Words,
    sizes: Sizes,
    decimals: int,
) -> None:
    """Each line's last value and name at its end; where there are only two points, the first value too."""
    drawn = [line for line in drawn if len(line.points)]
    names = {line.name: textwrap.wrap(line.name, LABEL_CHARACTERS) for line in drawn}
    row = sizes.axis * 1.3 * (limits[1] - limits[0]) / (sizes.chart_height - 4 * sizes.axis)
    ends = [line.points.iloc[-1] for line in drawn]
    gap = row * max((len(name) for name in names.values()), default=1)
    for line, end, height in zip(drawn, ends, spread([end["value"] for end in ends], gap), strict=True):
        value = words.number(end["value"], decimals)
        label = f"<b>{value}</b> " + "<br>".join(html.escape(part) for part in names[line.name])
        add_label(figure, line, (end["period_start"] + end["period_end"]) / 2, height, label, "left", sizes)
    pairs = [line for line in drawn if line.is_two_points]
    starts = [line.points.iloc[0] for line in pairs]
    for line, start, height in zip(pairs, starts, spread([start["value"] for start in starts], row), strict=True):
        label = f"<b>{words.number(start['value'], decimals)}</b>"
        add_label(figure, line, (start["period_start"] + start["period_end"]) / 2, height, label, "right", sizes)
    longest = max(
        (
            len(words.number(end["value"], decimals)) + 1 + max(map(len, names[line.name]))
            for line, end in zip(drawn, ends, strict=True)
        ),
        default=0,
    )
    figure.update_layout(margin_r=int(longest * sizes.axis * CHARACTER_WIDTH) + sizes.mark)


def add_label(
    figure: graph_objects.Figure, line: Line, x: float, y: float, text: str, anchor: str, sizes: Sizes
) -> None:
    shift = sizes.mark if anchor == "left" else -sizes.mark
    figure.add_annotation(
        x=x,
        y=y,
        text=text,
        xanchor=anchor,
        align="left",
        yanchor="middle",
        xshift=shift,
        showarrow=False,
        font={"color": line.style.colour, "size": sizes.axis},
    )


def spread(values: Sequence[float], gap: float) -> list[float]:
    """Heights for labels beside `values`: no two closer than `gap`. [50, 51] by 4 -> [48.5, 52.5]."""
    order = sorted(range(len(values)), key=lambda index: values[index])
    placed: dict[int, float] = {}
    floor = -math.inf
    for index in order:
        placed[index] = max(values[index], floor)
        floor = placed[index] + gap
    lift = sum(placed[index] - values[index] for index in order) / len(order) if order else 0.0
    return [placed[index] - lift for index in range(len(values))]


def add_unit(figure: graph_objects.Figure, unit: str, sizes: Sizes) -> None:
    """The unit written out above the value axis, so that nobody has to turn the head."""
    figure.add_annotation(
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        text=html.escape(unit),
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        xshift=-sizes.axis,
        yshift=sizes.axis * 3,
        font={"color": theme.QUIET, "size": sizes.axis},
    )


def add_intervention(figure: graph_objects.Figure, years: tuple[int, int], words: Words, sizes: Sizes) -> None:
    figure.add_vrect(
        x0=years[0] - 0.5,
        x1=years[1] + 0.5,
        fillcolor=SHADE,
        line_width=0,
        layer="below",
        annotation={
            "text": words("Indsats {period}", period=words.period(*years)),
            "font_size": sizes.axis,
            "font_color": theme.QUIET,
            "showarrow": False,
        },
        annotation_position="inside bottom",
    )


def add_breaks(figure: graph_objects.Figure, breaks: pandas.DataFrame, words: Words, sizes: Sizes) -> None:
    """A vertical line where a definition changes, with its year; what changed is told under the chart."""
    for row in breaks.itertuples():
        figure.add_vline(x=row.year - 0.5, line={"color": theme.QUIET, "width": 1.5, "dash": "longdash"})
        figure.add_annotation(
            x=row.year - 0.5,
            y=1,
            yref="paper",
            xanchor="center",
            yanchor="bottom",
            showarrow=False,
            text=words("Brud {year}", year=row.year).replace(" ", "<br>"),  # two lines: narrow on a telephone
            font={"color": theme.QUIET, "size": sizes.axis},
        )


def trend_alt(title: str, series: pandas.DataFrame, words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a trend: every group from its first to its last point."""
    parts = []
    for line in lines(series):
        if line.points.empty:
            parts.append(words("{name}: ikke opgjort", name=line.name))
            continue
        first, last = line.points.iloc[0], line.points.iloc[-1]
        values = {
            "name": line.name,
            "first": words.number(first["value"], decimals),
            "last": words.number(last["value"], decimals),
            "start": words.period(first["period_start"], first["period_end"]),
            "end": words.period(last["period_start"], last["period_end"]),
        }
        if len(line.points) == 1:
            parts.append(words("{name}: {last} i {end}", **values))
        else:
            parts.append(words("{name}: {first} i {start} og {last} i {end}", **values))
    return f"{title}. {'; '.join(parts)}."


def end_ticks(rows: pandas.DataFrame, words: Words) -> dict:
    """A year axis that names the first and the last period only."""
    periods = rows[["period_start", "period_end"]].drop_duplicates().sort_values("period_start")
    ends = periods.iloc[[0, -1]] if len(periods) > 1 else periods
    first, last = middle(periods).min(), middle(periods).max()
    air = 0.22 * ((last - first) or 1)
    return {
        "tickvals": middle(ends).tolist(),
        "ticktext": [words.period(row.period_start, row.period_end) for row in ends.itertuples()],
        "range": [first - air, last + air],
    }
