"""The disclosure certificate of a version: its rules, who tried to get past them, how far they got, and who agrees.

One content in three forms: a view on the page, a sheet to print, and JSON for other programs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dashboard import store
from dashboard.documents import sheets, typesetter
from dashboard.documents.sheets import Imprint, Sheets
from dashboard.i18n.words import N_, Words
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column, framed
from dashboard.views.view import View
from data.contracts import AnnualFigure, Disclosure, DisclosureRule, Source, SourceClass, Status
from data.disclosure_record import DisclosureRecord, read_record
from data.versions import Version

NAME = "certifikat"
FORM = 1  # of the JSON
OBSERVATIONS = N_("Områdernes tal: {hidden} af {values} er skjult, {few} er for få til at vise.")
ANNUAL_REPORT = N_("Årsrapportens tal: {hidden} af {values} er skjult, {few} er for få til at vise.")

UNTOLD = N_(
    "Hvorfor et tal er skjult, og hvor mange der er det af hver slags, står ingen steder: Det kunne give de skjulte "
    "tal fra sig."
)


@dataclass(frozen=True)
class Count:
    """How many numbers there are of a kind, and of how many nothing is shown."""

    values: int
    hidden: int
    too_few: int


@dataclass(frozen=True)
class Certificate:
    """What is certified of a version. `observations` and `annual_report`: the numbers that were controlled."""

    dataset: str
    version: str
    number: int
    made: str  # ISO date
    minimum: int
    minimum_population: int
    observations: Count
    annual_report: Count
    trial: DisclosureRecord

    @property
    def is_needed(self) -> bool:
        """Whether any number of the version is not public already."""
        return bool(self.observations.values or self.annual_report.values)


@dataclass(frozen=True)
class Paragraph:
    """A part of the certificate as a row of a table."""

    heading: str
    text: str


def of(version: Version) -> Certificate:
    """The certificate of a version: counted in what is published, so that it tells no more than that."""
    (told,) = store.rows(version, Disclosure)
    (rule,) = store.rows(version, DisclosureRule)
    return Certificate(
        version.dataset,
        version.name,
        version.number,
        version.time.date().isoformat(),
        rule.minimum,
        rule.minimum_population,
        Count(told.values, told.hidden, told.too_few),
        _annual(store.rows(version, AnnualFigure), store.rows(version, Source)),
        read_record(),
    )


def _annual(rows: Sequence[AnnualFigure], sources: Sequence[Source]) -> Count:
    public = {source.source_id for source in sources if source.source_class is SourceClass.PUBLISHED}
    statuses = [row.status for row in rows if row.source_id not in public]
    shown, hidden, few = (statuses.count(status) for status in (Status.SHOWN, Status.HIDDEN, Status.TOO_FEW))
    return Count(shown + hidden + few, hidden, few)


def as_json(found: Certificate) -> bytes:
    """The certificate for other programs; the same version gives the same bytes."""
    content: dict[str, Any] = {
        "form": FORM,
        **asdict(found),
        "attackers": {
            "stranger": {"knows_the_rule": False, "least_interval": found.minimum},
            "insider": {"knows_the_rule": True, "keeps": f"1-{found.minimum - 1}"},
        },
        "independent_tool": "tau-Argus",
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def paragraphs(found: Certificate, words: Words) -> list[Paragraph]:
    """The certificate in words."""
    return [Paragraph(*pair) for pair in _paragraphs(found, words)]


def _paragraphs(found: Certificate, words: Words) -> Iterator[tuple[str, str]]:
    yield (
        words("Version"),
        words(
            "{version} (nummer {number}), dannet {date}",
            version=found.version,
            number=found.number,
            date=words.date(date.fromisoformat(found.made)),
        ),
    )
    yield (
        words("Regel"),
        words(
            "Et antal på 1 til {most} personer vises ikke, og heller ikke et tal, som det kan regnes ud af. En andel "
            "af færre end {few} personer er for få til at vise. Enkelte boligområder og boligafdelinger vises kun i "
            "tre år lagt sammen.",
            most=found.minimum - 1,
            few=found.minimum_population,
        ),
    )
    yield words("Omfang"), _extent(found, words)
    yield from _tried(found, words)


def _extent(found: Certificate, words: Words) -> str:
    if not found.is_needed:
        return words("Alle tal er oplyst af deres kilder. Ingen kommer fra registre, så der er intet at skjule.")
    return " ".join(
        words(
            text,
            values=words.number(count.values),
            hidden=words.number(count.hidden),
            few=words.number(count.too_few),
        )
        for text, count in (
            (OBSERVATIONS, found.observations),
            (ANNUAL_REPORT, found.annual_report),
            (UNTOLD, found.observations),
        )
        if count.values
    )


def _tried(found: Certificate, words: Words) -> Iterator[tuple[str, str]]:
    trial = found.trial
    if found.is_needed:
        yield (
            words("Angribere"),
            words(
                "Før udgivelsen blev hvert skjult tal prøvet regnet ud af én, der ikke kender reglen, og af én, der "
                "gør. Begge havde alle viste tal med deres befolkning, alle summer af områder og år, grupper, der "
                "overlapper, at en sigtet har mindst én sigtelse, at ingen tælles to gange, og de ældre versioner, "
                "der stadig kan læses. Ingen af dem kunne; ellers var versionen ikke udgivet."
            ),
        )
        yield (
            words("Margin"),
            words(
                "Den, der ikke kender reglen, har for hvert skjult tal mindst {minimum} tal at vælge imellem. Den, der "
                "kender den, har hele spændet 1–{most} for et lille tal og mindst to muligheder for ethvert andet.",
                minimum=found.minimum,
                most=found.minimum - 1,
            ),
        )
    yield (
        words("Prøve af kontrollen"),
        words(
            "{sets} tilfældige registre den {day}: {leaks} af {hidden} skjulte tal kunne regnes ud, og {narrowed} "
            "kunne gættes nærmere, end reglen tillader. {refused} registre kunne ikke beskyttes og blev afvist.",
            sets=words.number(trial.sets),
            day=words.date(date.fromisoformat(trial.day)),
            leaks=words.number(trial.leaks),
            hidden=words.number(trial.hidden),
            narrowed=words.number(trial.narrowed),
            refused=words.number(trial.refused),
        ),
    )
    yield (
        words("Uafhængigt program"),
        words(
            "τ-Argus fra Hollands statistiske kontor fandt samme interval i {agreeing} af {compared} forsøg.",
            agreeing=words.number(trial.agreeing),
            compared=words.number(trial.compared),
        ),
    )
    yield (
        words("Uden for certifikatet"),
        words(
            "Hvad læsere ved fra andre steder, tal for de samme personer, der er talt på en anden måde, og hvad der er "
            "sandsynligt inden for et interval. Årsrapportens tal er ikke prøvet sammen med ældre versioner."
        ),
    )


@kept
def view(setting: Setting) -> View:
    words, found = setting.words, of(setting.version)
    return View(
        title=words("Diskretioneringscertifikat"),
        sentence=words(
            "Version {version}: ingen skjulte tal kunne regnes ud af det, der vises, da det blev prøvet.",
            version=found.version,
        )
        if found.is_needed
        else words("Version {version}: der er ingen tal fra registre at skjule.", version=found.version),
        table=framed(paragraphs(found, words), Paragraph),
        columns=[Column("heading", words("Punkt")), Column("text", words("Hvad der gælder"))],
        source=words("Optalt i versionen; prøven af kontrollen er gemt i data/disclosure_record.json."),
        key="certificate",
        folded=False,
    )


def pdf(version: Version, words: Words) -> bytes:
    """The certificate on A4."""
    found, imprint = of(version), sheets.imprint(version, words, "data")
    shown = view(Setting(version, words, projector=False, today=version.time.date()))
    return typesetter.pdf(
        "data_and_method/certificate.typ",
        {
            **imprint.said(words),
            "title": f"{shown.title}, {found.version}",
            "subject": words("Hvordan skjulte tal er beskyttet"),
            "heading": shown.title,
            "sentence": shown.sentence,
            "rows": [(each.heading, each.text) for each in paragraphs(found, words)],
            "source": shown.source,
        },
    )


def knows(_version: Version, name: str) -> bool:
    return name == NAME


def draw(version: Version, _name: str, words: Words, _imprint: Imprint) -> bytes:
    return pdf(version, words)


SHEETS = Sheets("certifikat", "diskretioneringscertifikat", page="data", choice="vis", knows=knows, draw=draw)
