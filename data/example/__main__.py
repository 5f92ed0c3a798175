"""`python -m data.example`."""

from data.example import write

write()
