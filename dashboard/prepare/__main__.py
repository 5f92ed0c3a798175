"""`python -m dashboard.prepare`, and its further commands by their first word."""

import sys

from dashboard.prepare import command, extract, fetch

COMMANDS = {"fetch": fetch.main, "extract": extract.main}

if __name__ == "__main__":
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.exit(COMMANDS[first](sys.argv[2:]) if first in COMMANDS else command.main())
