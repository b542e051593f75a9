"""Writing what the command gives: to standard output, or to a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO


class Output:
    """Where text goes, as UTF-8 whatever the locale.

    A named file is written beside its place and moved there at the end, so that a run that fails or is stopped leaves
    the old one as it was, as does one that has nothing to write; it may even be the input.
    """

    def __init__(self, path: str | None) -> None:
        """Write to the file at `path`, or to standard output when it is None or ``-``."""
        self._path = Path(path) if path not in (None, "-") and path else None
        self._stream: BinaryIO | None = None
        self._scratch: Path | None = None
        self._written = False

    def __enter__(self) -> Output:
        if self._path is None:
            if sys.stdout is None:
                raise OSError("it is closed")
            self._stream = sys.stdout.buffer
        elif self._path.exists() and not self._path.is_file():
            self._stream = self._path.open("wb")  # a device, a pipe, or an error that says so
        else:
            # Imported here, since most runs write to standard output and should start soon.
            import tempfile

            handle, scratch = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
            self._scratch = Path(scratch)
            self._stream = os.fdopen(handle, "wb")
        return self

    def write(self, text: str) -> None:
        """Write text; lone surrogates, which UTF-8 does not have, become question marks."""
        assert self._stream is not None
        self._written = True
        self._stream.write(text.encode("utf-8", errors="replace"))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._stream is not None
        if self._path is None:
            self._stream.flush()
            return
        self._stream.close()
        if self._scratch is not None and kind is None and self._written:
            self._scratch.chmod(0o666 & ~_umask())
            self._scratch.replace(self._path)
        elif self._scratch is not None:
            self._scratch.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
