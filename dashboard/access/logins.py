"""Which logins have ended, and when each was used last: one small file a login, in a folder that all processes share.

A provider's cookie says who logged in and until when; that somebody has logged out, or left, only we can know. Nothing
about what is read is kept.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ENDED = ".ended"
TOUCHED_EVERY = 60  # seconds
KEPT = 31 * 24 * 3600  # seconds: longer than any cookie of Streamlit's is taken


@dataclass(frozen=True)
class Ledger:
    """`folder` holds a file a login, named by its id, which is a hash. Times are seconds since 1970."""

    folder: Path

    def begin(self, login: str, now: float) -> bool:
        """Whether this login is seen for the first time, by whichever process. Raises OSError without a folder."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(self.folder / login, os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return False
        os.utime(self.folder / login, (now, now))
        self._forget_old(now)
        return True

    def end(self, login: str) -> None:
        """The login holds nowhere any more. Raises OSError without a folder."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self.folder / f"{login}{ENDED}").touch(mode=0o600)

    def has_ended(self, login: str) -> bool:
        return (self.folder / f"{login}{ENDED}").exists()

    def used(self, login: str) -> float | None:
        """When it was used last, None where it never was."""
        try:
            return (self.folder / login).stat().st_mtime
        except FileNotFoundError:
            return None

    def touch(self, login: str, now: float) -> None:
        """It is used now."""
        if now - (self.used(login) or 0) > TOUCHED_EVERY:
            os.utime(self.folder / login, (now, now))

    def _forget_old(self, now: float) -> None:
        for path in self.folder.iterdir():
            try:
                if now - path.stat().st_mtime > KEPT:
                    path.unlink()
            except FileNotFoundError:  # another process was quicker
                continue
