"""`python -m dashboard.prepare`, and with a word first the door for figures that staff hand in."""

import sys

from dashboard.prepare import command, intake_command

is_intake = len(sys.argv) > 1 and sys.argv[1] in intake_command.WORDS
sys.exit(intake_command.main(sys.argv[1:]) if is_intake else command.main())
