"""`python -m dashboard.prepare`, and its further commands by their first word."""

import sys
from collections.abc import Callable, Sequence
from functools import partial

from dashboard.prepare import command, extract, fetch, intake_command, storage

COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "fetch": fetch.main,
    "extract": extract.main,
    "send": storage.send,
    "receive": storage.receive,
    **{word: partial(intake_command.run, word) for word in intake_command.WORDS},
}

if __name__ == "__main__":
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.exit(COMMANDS[first](sys.argv[2:]) if first in COMMANDS else command.main())
