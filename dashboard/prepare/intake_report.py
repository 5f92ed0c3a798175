"""The report of a check as JSON: for schedulers, and for whoever looks into it later."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dashboard.prepare.intake import Trial
from data.intake.messages import Message


def report(trial: Trial) -> dict[str, Any]:
    draft = trial.draft
    return {
        "dataset": draft.dataset.dataset_id,
        "source_sha256": draft.digest,
        "publishable": trial.is_publishable,
        "files": [{"name": file.name, "use": file.use.value, "why": asdict(file.why)} for file in draft.files],
        "worksheets": [{"name": plan.name, "table": plan.table, "rows": len(plan.data_rows)} for plan in draft.plans],
        "tables": {name: len(rows) for name, rows in draft.tables.items() if rows},
        "messages": [_message(message) for message in trial.checked.messages],
    }


def _message(message: Message) -> dict[str, Any]:
    return {
        "key": message.key,
        "grade": message.grade.value,
        "kind": message.kind,
        "places": [asdict(place) for place in message.places],
        "found": message.found,
        "expected": asdict(message.said.expected),
        "how": asdict(message.said.how),
        "mend": asdict(message.mend_by) if message.mend_by else None,
        "ask": asdict(message.ask) if message.ask else None,
        "accepted": message.accepted,
        "open": message.is_open,
    }
