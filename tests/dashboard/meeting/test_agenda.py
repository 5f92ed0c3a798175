"""An agenda is read whatever it is: the good items open, every bad one is named."""

import base64
import json
import string
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n.words import Words
from dashboard.meeting import agenda
from dashboard.meeting.agenda import Agenda, Item
from dashboard.meeting.faults import MOST_TOLD, Fault, told

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VIEWS = st.one_of(
    st.just(""),
    st.builds(
        agenda.link,
        st.sampled_from(["kort", "omraade", "succeskriterier"]),
        st.dictionaries(st.sampled_from(["vis", "omraade", "aar"]), TEXTS.filter(bool), max_size=3),
    ),
)
ITEMS = st.builds(
    Item,
    id=st.text(string.ascii_lowercase, min_size=1, max_size=6),
    title=TEXTS,
    view=VIEWS,
    minutes=st.integers(0, agenda.MOST_MINUTES),
    note=TEXTS,
    decision=TEXTS,
    responsible=TEXTS,
)
AGENDAS = st.builds(
    Agenda,
    title=TEXTS,
    date=st.one_of(st.just(""), st.dates().map(str)),
    place=TEXTS,
    start=st.one_of(st.just(""), st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))),
    items=st.lists(ITEMS, max_size=5, unique_by=lambda item: item.id).map(tuple),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "view", "link", "minutes", "note", "items", "date"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)
THREE = Agenda(
    "Møde",
    "2026-12-01",
    "Rådhuset",
    (
        Item("a", "Velkomst", "", 5),
        Item("b", "Kortet", "/kort?vis=kort&aar=2019", 10),
        Item("c", "Eventuelt"),
    ),
)


def file(**changes: object) -> str:
    return json.dumps({"format": agenda.FORMAT, "version": 2, "title": "Møde", "items": []} | changes)


@given(st.text() | JSON.map(json.dumps))
def test_any_text_gives_an_agenda_and_its_faults(text: str) -> None:
    own, faults = agenda.read(text)
    assert isinstance(own, Agenda)
    assert all(fault.sentence(Words()) for fault in faults)
    assert own == Agenda()


@given(st.lists(JSON, max_size=4), JSON, JSON)
def test_any_items_give_an_agenda_that_can_be_written_and_read_again(items: list, title: object, date: object) -> None:
    own, _faults = agenda.read(file(items=items, title=title, date=date))
    assert agenda.read(agenda.write(own)) == (own, [])
    agenda.write(own).encode()


@given(AGENDAS)
def test_what_is_written_is_read_again(own: Agenda) -> None:
    assert agenda.read(agenda.write(own)) == (own, [])


def packed(text: str) -> str:
    """As `pack` of agenda.js does it."""
    writer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return base64.urlsafe_b64encode(writer.compress(text.encode()) + writer.flush()).decode().rstrip("=")


@given(AGENDAS)
def test_what_is_packed_into_a_link_is_unpacked(own: Agenda) -> None:
    assert agenda.unpack(packed(agenda.write(own))) == agenda.write(own)


@given(st.text())
def test_a_damaged_link_is_a_text_or_a_value_error(text: str) -> None:
    try:
        assert isinstance(agenda.unpack(text), str)
    except ValueError:
        pass


@given(AGENDAS, st.data())
def test_a_file_that_was_cut_off_opens_with_the_items_that_are_whole(own: Agenda, data: st.DataObject) -> None:
    text = agenda.write(own)
    cut = data.draw(st.integers(0, len(text) - 1))
    found, faults = agenda.read(text[:cut])
    assert found.items == own.items[: len(found.items)]
    assert faults


def test_a_broken_item_in_the_middle_is_named_by_its_number_and_the_others_stay() -> None:
    text = agenda.write(THREE).replace('"Kortet"', '"Kort"et"')
    found, faults = agenda.read(text)
    assert found.items == (THREE.items[0], THREE.items[2])
    assert [(fault.number, fault.expected) for fault in faults] == [(2, agenda.AN_ITEM)]


def test_version_1_is_read() -> None:
    rows = [{"id": "x", "title": "Kortet", "link": "/kort?aar=2019", "note": "Se"}]
    own, faults = agenda.read(file(version=1, items=rows))
    assert faults == []
    assert own.items == (Item("x", "Kortet", "/kort?aar=2019", 0, "Se"),)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"version": 9}, Fault("9", agenda.A_VERSION)),
        ({"items": "ingen"}, Fault("ingen", agenda.AN_ITEM)),
        ({"date": "2026-13-01"}, Fault("2026-13-01", agenda.A_DATE)),
        ({"start": "kl. 16"}, Fault("kl. 16", agenda.A_TIME)),
        ({"title": 7}, Fault("7", agenda.A_TEXT)),
        ({"items": ["Velkomst"]}, Fault("Velkomst", agenda.AN_ITEM, 1)),
        ({"items": [{"title": "a"}, {"title": 1}]}, Fault("1", agenda.A_TEXT, 2)),
        ({"items": [{"minutes": -1}]}, Fault("-1", agenda.MINUTES, 1)),
        ({"items": [{"minutes": True}]}, Fault("True", agenda.MINUTES, 1)),
        ({"items": [{"view": "/findes-ikke"}]}, Fault("/findes-ikke", agenda.A_LINK, 1)),
        ({"items": [{"view": "https://andet.dk/kort"}]}, Fault("https://andet.dk/kort", agenda.A_LINK, 1)),
        ({"items": [{"view": "//andet.dk/kort"}]}, Fault("//andet.dk/kort", agenda.A_LINK, 1)),
        ({"items": [{"view": "javascript:alert(1)"}]}, Fault("javascript:alert(1)", agenda.A_LINK, 1)),
        ({"items": [{"view": "http://["}]}, Fault("http://[", agenda.A_LINK, 1)),
        ({"format": "andet"}, Fault("andet", agenda.AN_AGENDA)),
    ],
)
def test_a_fault_is_named_with_what_was_found_and_what_is_expected(changes: dict, fault: Fault) -> None:
    assert agenda.read(file(**changes))[1] == [fault]


def test_an_item_whose_area_is_gone_keeps_its_texts_and_loses_its_link() -> None:
    rows = [
        {"id": "a", "title": "Velkomst"},
        {"id": "b", "title": "Vejen", "view": "/omraade?omraade=vejen&vis=x", "decision": "Ja"},
    ]
    own, faults = agenda.read(file(items=rows), lambda _page, choices: "omraade" if "omraade" in choices else None)
    assert own.items == (Item("a", "Velkomst"), Item("b", "Vejen", decision="Ja"))
    assert [fault.sentence(Words()) for fault in faults] == [
        "Punkt 2: fandt »omraade=vejen«, ventede et område, der findes i datasættet."
    ]


def test_a_link_loses_what_belongs_to_the_reader() -> None:
    own, _faults = agenda.read(file(items=[{"id": "a", "view": "/kort?sprog=en&visning=projektor&punkt=2&aar=2019"}]))
    assert own.items[0].view == "/kort?aar=2019"


def test_a_link_saved_with_an_earlier_name_gets_the_name_of_today() -> None:
    rows = [{"id": "a", "view": "/projekter?status=running"}, {"id": "b", "view": "/succeskriterier?status=met"}]
    own, faults = agenda.read(file(items=rows))
    assert faults == []
    assert [item.view for item in own.items] == [
        "/projekter?projektstatus=running",
        "/succeskriterier?kriteriestatus=met",
    ]


def test_items_of_the_same_id_get_their_own() -> None:
    own, _faults = agenda.read(file(items=[{"id": "a"}, {"id": "a"}, {"id": "a2"}, {}]))
    ids = [item.id for item in own.items]
    assert ids[0] == "a"
    assert len(set(ids)) == 4


# Agendas that were made to take time

HEAD = f'{{"format": "{agenda.FORMAT}", "version": 2, "items": ['


def test_a_short_link_that_unpacks_to_more_than_a_file_is_too_large() -> None:
    shared = packed(HEAD + ",".join(["{}"] * 400_000) + "]}")
    assert len(shared) < 3_000
    assert agenda.shared(shared) == (Agenda(), [Fault("1 MB+", agenda.SMALLER)])


def test_a_file_is_measured_in_bytes() -> None:
    assert agenda.read("å" * (agenda.LONGEST // 2 + 1)) == (Agenda(), [Fault("1 MB+", agenda.SMALLER)])


def test_a_link_that_is_no_agenda_is_quoted_in_part() -> None:
    assert agenda.shared("æ" * 10_000)[1] == [Fault("æ" * 60 + " …", agenda.AN_AGENDA)]


@pytest.mark.parametrize("end", ["]}", ""], ids=["whole", "cut off"])
@pytest.mark.parametrize("item", ["{}", "0", "[]", '{"minutes":-1,"view":"x"}'])
def test_of_too_many_items_only_the_first_are_read(item: str, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    made = agenda.item_of
    monkeypatch.setattr(agenda, "item_of", lambda *given: read.append(given[1]) or made(*given))
    _own, faults = agenda.read(HEAD + ",".join([item] * 30_000) + end)
    assert read == list(range(1, agenda.MOST_ITEMS + 1))
    assert Fault("200+", agenda.FEWER) in faults[:2]  # what holds for the whole comes first


def test_of_items_that_are_no_json_only_the_first_are_looked_at() -> None:
    own, faults = agenda.read(HEAD + "{x}," * 200_000)
    assert own == Agenda()
    assert len(faults) == agenda.MOST_ITEMS + 2  # too many, and the one that told it


def test_only_the_first_faults_are_told_with_the_number_of_the_rest() -> None:
    faults = [Fault(str(number), agenda.A_TEXT, number) for number in range(1, 51)]
    sentences = told(faults, Words())
    assert len(sentences) == MOST_TOLD + 1
    assert sentences[0] == "Punkt 1: fandt »1«, ventede en tekst."
    assert sentences[-1] == "Dagsordenen har yderligere 40 fejl."
    assert told(faults[:MOST_TOLD], Words()) == sentences[:-1]


def test_the_start_page_has_two_addresses() -> None:
    assert agenda.target("/?aar=2019") == agenda.target("/kort?aar=2019") == ("kort", {"aar": "2019"})
