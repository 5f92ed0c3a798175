"""The documents to take home, on the page of the meeting: made on request, one item a run, kept for the session only.

A page can be run once in a run of Streamlit, since its parts have names of their own. So every run gathers one item and
asks for the next; what is gathered waits in the session.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import streamlit
from PIL import Image
from streamlit.elements.lib.mutable_status_container import StatusContainer

from dashboard import store
from dashboard.areas import shelf
from dashboard.documents import handout, public_address, slides, typesetter
from dashboard.documents.pictures import Camera
from dashboard.documents.press import BusyError, Turns
from dashboard.documents.records import Entry, Meeting, Picture
from dashboard.i18n import languages
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
from dashboard.meeting import agenda as agendas
from dashboard.meeting import gather, memory
from dashboard.meeting.agenda import Agenda, Item
from dashboard.meeting.gather import Gathered
from dashboard.ui import address, clock
from dashboard.ui.address import Choice
from dashboard.views.view import View
from data.errors import DataError

LOG = logging.getLogger(__name__)
KEY = "_takeaway"
KINDS = {  # the ending of a file: what it is, what makes it, the button that gives it
    "pptx": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        slides.pptx,
        N_("Hent PowerPoint"),
    ),
    "pdf": ("application/pdf", handout.pdf, N_("Hent PDF")),
}
TURNS = Turns(waiting=4)  # a browser takes memory, and a document the time of the pages
BUSY = N_("Andre er ved at lave filer. Prøv igen om et par minutter.")
FAILED = N_("Filen kunne ikke laves. Prøv igen. Sker det igen, så giv besked til den, der driver barometeret.")


@dataclass
class Job:
    """The documents of an agenda while they are made. When they are, `files` and their `names` by their ending: all at
    once, for the reader may interrupt at any time. A file that could not be made is None. `is_refused` where too many
    others wait for theirs.
    """

    agenda: Agenda
    language: str
    found: list[Gathered] = field(default_factory=list)
    files: dict[str, bytes | None] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    is_refused: bool = False


def view(choice: Choice, agenda: Agenda) -> None:
    """The button that makes the documents of an agenda, what is going on meanwhile, and the buttons that give them."""
    if not choice.has_controls:
        return
    words = choice.words
    streamlit.header(words("Efter mødet"), anchor=False)
    if not agenda.items:
        streamlit.markdown(words("Dagsordenen er tom. Tilføj et punkt: så kan den hentes som PowerPoint og PDF."))
        return
    streamlit.markdown(words("PowerPoint og PDF har et punkt efter det andet med billede, noter og beslutninger."))
    job: Job | None = streamlit.session_state.get(KEY)
    current = job if job and (job.agenda, job.language) == (agenda, choice.language) else None
    streamlit.button(
        words("Lav PowerPoint og PDF"),
        key="make-takeaway",
        icon=":material/slideshow:",
        on_click=start,
        args=(agenda, choice.language),
        disabled=current is not None and not current.files and not current.is_refused,
    )
    if current and current.is_refused:
        streamlit.warning(words(BUSY), icon=":material/hourglass:")
    elif current and current.files:
        files(choice, current)
    elif current:
        work(choice, current)
    elif job:
        streamlit.caption(words("Dagsordenen er ændret, siden filerne sidst blev lavet."))


def start(agenda: Agenda, language: str) -> None:
    streamlit.session_state[KEY] = Job(agenda, language)


def files(choice: Choice, job: Job) -> None:
    words = choice.words
    with streamlit.container(horizontal=True, key="takeaway-files"):
        for ending, (mime, _made, label) in KINDS.items():
            if (content := job.files[ending]) is None:
                streamlit.error(f"{ending.upper()}: {words(FAILED)}", icon=":material/error:")
            else:
                streamlit.download_button(
                    words(label),
                    content,
                    job.names[ending],
                    mime,
                    key=f"takeaway-{ending}",
                    on_click="ignore",
                    icon=":material/download:",
                )


def work(choice: Choice, job: Job) -> None:
    """One step: the views of the next item, or at the end the files."""
    words, items = choice.words, job.agenda.items
    with streamlit.status(words("Laver PowerPoint og PDF"), expanded=True) as status:
        if len(job.found) < len(items):
            item = items[len(job.found)]
            say(
                status,
                words("Henter punkt {n} af {all}: {title}", n=len(job.found) + 1, all=len(items), title=item.title),
            )
            job.found.append(gathered(item))
        else:
            in_turn(choice, job, status)
    streamlit.rerun()


def in_turn(choice: Choice, job: Job, status: StatusContainer) -> None:
    try:
        with TURNS.taken():
            finish(choice, job, status)
    except BusyError:
        job.is_refused = True


def say(status: StatusContainer, text: str) -> None:
    status.update(label=plain(text))


def gathered(item: Item) -> Gathered:
    if not item.view:
        return Gathered()
    try:
        page, choices = agendas.target(item.view)
    except ValueError:
        return gather.nothing(item.view)
    return gather.views(page, choices)


def finish(choice: Choice, job: Job, status: StatusContainer) -> None:
    """Pictures first, for they are in both files; then the files."""
    words, items = choice.words, job.agenda.items
    say(status, words("Gør klar til at tegne billeder"))
    entries = []
    with Camera() as camera:
        for number, (item, found) in enumerate(zip(items, job.found, strict=True), 1):
            say(status, words("Tegner billede til punkt {n} af {all}", n=number, all=len(items)))
            entries.append(entry(choice, item, found, camera))
    meeting = Meeting(job.agenda.title, job.agenda.date, job.agenda.place, entries, base_address(), words)
    files: dict[str, bytes | None] = {}
    for ending, (_mime, made, _label) in KINDS.items():
        say(status, words("Skriver {file}", file=ending.upper()))
        try:
            files[ending] = made(meeting)
        except Exception:  # said in words on the page; the other file is still made
            LOG.exception("The %s of a meeting could not be made.", ending)
            files[ending] = None
    job.found, job.names, job.files = [], {ending: meeting.file_name(ending) for ending in files}, files


def entry(choice: Choice, item: Item, found: Gathered, camera: Camera) -> Entry:
    """An item with the first view of its page; more of them are named, so that nobody takes it for all."""
    words, remarks = choice.words, list(found.remarks)
    shown = found.views[0] if found.views else None
    if len(found.views) > 1:
        remarks.append(
            words.plural(
                "Siden har yderligere {n} visning.", "Siden har yderligere {n} visninger.", len(found.views) - 1
            )
        )
    drawn = drawings(shown, camera) if shown else []
    if shown and not drawn and (shown.charts or shown.picture):
        remarks.append(words(camera.problem))
    data, mark = origin(item, words) if item.view else ("", "")
    return Entry(
        title=item.title,
        minutes=item.minutes,
        note=item.note,
        decision=item.decision,
        responsible=item.responsible,
        view=shown,
        pictures=tuple(drawn),
        remarks=tuple(remarks),
        data=data,
        mark=mark,
        last=since_last(item, shown, words),
        address=page_address(item.view, words.language),
    )


def since_last(item: Item, shown: View | None, words: Words) -> tuple[str, ...]:
    """What the last meeting said of an item, beside what its view shows now."""
    if item.last is None:
        return ()
    now = None
    if shown:
        version = store.current(dataset_of(item))
        now = memory.seen(shown, clock.today().isoformat(), version.name, shelf.facts(version), words)
    return tuple(memory.told(item.last, now, words))


def dataset_of(item: Item) -> str:
    """The dataset of an item's link. Raises ValueError where it has none."""
    asked = agendas.target(item.view)[1].get("datasaet")
    return asked if asked in store.datasets() else store.datasets()[0]


def drawings(shown: View, camera: Camera) -> list[Picture]:
    """The pictures of a view; none where one of them cannot be drawn, for some would look like all."""
    if shown.picture is not None:
        try:
            drawn = shown.picture()
            png = typesetter.png(drawn)
        except Exception:  # the table tells the same
            LOG.exception("The picture of %s could not be drawn.", shown.key)
            return []
        return [Picture(png, shown.alt or shown.title, *Image.open(io.BytesIO(png)).size, svg=drawn)]
    taken = [camera.take(chart.figure(), alt) for alt, chart in shown.charts.items()]
    return [part for parts in taken for part in parts] if all(taken) else []


def origin(item: Item, words: Words) -> tuple[str, str]:
    """The dataset of an item's link with version and date, and its mark where it is invented."""
    try:
        dataset = dataset_of(item)
        version = store.current(dataset)
        mark = store.mark(version, words)
    except (ValueError, DataError):
        return "", ""
    return words(
        "{dataset}, version {version}, dannet {date}",
        dataset=address.dataset_name(dataset, words),
        version=version.name,
        date=words.date(version.time),
    ), mark


def base_address() -> str:
    """Where the product is, without the page: its public address, or else the one this reader has in the browser."""
    if public := public_address.base():
        return public
    parts = urlsplit(streamlit.context.url or "")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rsplit('/', 1)[0]}/" if parts.netloc else ""


def page_address(link: str, language: str) -> str:
    """A link of the product with its host and the reader's language; empty for a spoken item."""
    base = base_address()
    if not link or not base:
        return ""
    asked = urlencode(languages.in_address(language))
    return f"{base}{link.lstrip('/')}{asked and ('&' if '?' in link else '?') + asked}"
