"""A local StatBank that answers in the documented form, with its errors and its limit of cells."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Codes = Mapping[str, str]
YOUNG = {str(age): f"{age} år" for age in range(15, 25)}
AREAS = {
    "000": "Hele landet",
    "084": "Region Hovedstaden",
    "101": "København",
    "169": "Høje-Taastrup",
    "998": "Uoplyst",
}
YEARS = {str(year): str(year) for year in (2013, 2014)}
QUARTERS = {f"{year}K{quarter}": f"{year}K{quarter}" for year in (2013, 2014) for quarter in (1, 2, 3, 4)}
TABLES: dict[str, dict[str, Codes]] = {
    "STRAF44": {
        "OMRÅDE": AREAS,
        "OVERTRÆD": {"TOT": "Overtrædelsens art i alt", "1": "Straffelov i alt"},
        "AFGØRELSE": {"000": "Afgørelsestype i alt", "1": "Dom til frihedsstraf"},
        "ALDER": {"TOT": "Alder i alt", **YOUNG, "25-29": "25-29 år"},
        "KØN": {"TOT": "I alt", "M": "Mænd"},
        "Tid": YEARS,
    },
    "STRAF22": {
        "OMRÅDE": AREAS,
        "OVERTRÆD": {"TOT": "Overtrædelsens art i alt"},
        "ANMSIGT": {"ANM": "Anmeldt", "SIG": "Sigtelser"},
        "Tid": YEARS,
    },
    "FOLK1A": {
        "OMRÅDE": AREAS,
        "KØN": {"TOT": "I alt", "1": "Mænd"},
        "ALDER": {"IALT": "Alder i alt", **YOUNG},
        "CIVILSTAND": {"TOT": "I alt", "U": "Ugift"},
        "Tid": {**QUARTERS, "2015K1": "2015K1"},
    },
    "VALG": {"OMRÅDE": AREAS, "PARTI": {"A": "Liste A", "B": "Liste B"}, "Tid": YEARS},
}
NOTES = {"STRAF44": "Opgøres efter gerningsmandens bopæl."}
Cell = dict[str, str]


def value(table: str, cell: Cell) -> str:
    """2 decisions an age, 40 youths an age and quarter (41 in the last), 5 charges and 9 reports; none of Høje-Taastrup
    in 2013."""
    if table == "FOLK1A":
        return str((40 if cell["ALDER"] != "IALT" else 1000) + (4 if cell["Tid"].endswith("K4") else 0))
    if cell["OMRÅDE"] == "169" and cell["Tid"] == "2013":
        return ".."
    return {"STRAF44": "2", "STRAF22": "9" if cell.get("ANMSIGT") == "ANM" else "5"}.get(table, "7")


class StatBank:
    """What it was asked, how often it fails before it answers, and how many cells it gives at once."""

    def __init__(self, most: int = 1_000_000) -> None:
        self.most, self.failures = most, 0
        self.asked: list[dict[str, object]] = []
        self.address = ""

    def answer(self, path: str, question: dict[str, object]) -> tuple[int, bytes]:
        self.asked.append({"path": path, **question})
        if self.failures:
            self.failures -= 1
            return 503, b"Service Unavailable"
        functions: dict[str, Callable[[dict[str, object]], tuple[int, bytes]]] = {
            "/v1/tableinfo": self._info,
            "/v1/data": self._data,
        }
        if path not in functions:
            return _refused("REQUEST-NOTFOUND", "Siden kan ikke findes. / Page not found.", 404)
        return functions[path](question)

    def _info(self, question: dict[str, object]) -> tuple[int, bytes]:
        table = str(question.get("table"))
        if table not in TABLES:
            return _refused("EXTRACT-NOTFOUND", f"Tabel findes ikke: {table}")
        variables = [
            {
                "id": name,
                "text": name.lower(),
                "elimination": name != "Tid",
                "time": name == "Tid",
                "values": [{"id": code, "text": text} for code, text in codes.items()],
            }
            for name, codes in TABLES[table].items()
        ]
        told = {
            "id": table,
            "text": f"Tabellen {table}",
            "description": f"{table} efter område og tid",
            "unit": "Antal",
        }
        notes = {"footnote": {"text": NOTES[table], "mandatory": True}} if table in NOTES else {}
        updated = {"updated": "2025-02-12T08:00:00", "active": True}
        return 200, json.dumps({**told, **notes, **updated, "variables": variables}).encode()

    def _data(self, question: dict[str, object]) -> tuple[int, bytes]:
        table = TABLES[str(question["table"])]
        chosen: dict[str, list[str]] = {each["code"]: each["values"] for each in question["variables"]}  # type: ignore
        for name, codes in table.items():
            if not chosen.get(name):
                return _refused("EXTRACT-NOTALLOWED", f"Der skal vælges værdier for variabel: {name}")
            for code in chosen[name]:
                if code not in codes:
                    return _refused("EXTRACT-NOTFOUND", f"Kan ikke finde værdien: {code} ({name})")
        size = 1
        for codes_of in chosen.values():
            size *= len(codes_of)
        if size > self.most:
            return _refused("REQUEST-LIMIT", f"Forespørgslen på op mod {size} celler er over begrænsningen.")
        lines = [";".join([*(name.upper() for name in table), "INDHOLD"])]
        for codes_of_cell in itertools.product(*(chosen[name] for name in table)):
            cell = dict(zip(table, codes_of_cell, strict=True))
            lines.append(";".join([*codes_of_cell, value(str(question["table"]), cell)]))
        return 200, ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _refused(code: str, message: str, status: int = 400) -> tuple[int, bytes]:
    return status, json.dumps({"errorTypeCode": code, "message": message}).encode()


@contextmanager
def serving(bank: StatBank) -> Iterator[StatBank]:
    """The bank at `address`, until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            status, body = bank.answer(self.path, json.loads(content))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test prints what it needs."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    bank.address = f"http://127.0.0.1:{server.server_port}/v1"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield bank
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
