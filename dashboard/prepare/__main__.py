"""`python -m dashboard.prepare`."""

import sys

from dashboard.prepare.command import main

sys.exit(main())
