"""Reading what the command is given: files and standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from declutter.decode import decode
from declutter.errors import DeclutterError

# What these bytes begin is no page, and the way to one is known.
_SIGNATURES = (
    (b"\x1f\x8b", "gzip data: unpack it first, as in gzip -dc FILE | declutter"),
    (b"BZh", "bzip2 data: unpack it first, as in bzip2 -dc FILE | declutter"),
    (b"\x28\xb5\x2f\xfd", "zstd data: unpack it first, as in zstd -dc FILE | declutter"),
    (b"PK\x03\x04", "a zip archive or office file: take the page or text out of it first"),
    (b"\x7fELF", "a program: give HTML, Markdown or plain text"),
    (b"%PDF-", "a PDF: turn it into text first, as in pdftotext FILE - | declutter"),
)
_SAMPLE = 4096
# Text has next to none of these; compressed and compiled data is full of them.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MOST_CONTROLS = 0.05


class InputError(DeclutterError):
    """An input that cannot be read; says which, why, and what to do."""


def name_of(name: str) -> str:
    """What an input is called in records and messages."""
    return "standard input" if name == "-" else name


def read_input(name: str) -> bytes:
    """The bytes of one input.

    Args:
        name: A path, or ``-`` for standard input.

    Raises:
        InputError: if it cannot be read, or is not text.
    """
    if name == "-" and sys.stdin is None:
        raise InputError("standard input is closed: name a file, or pipe a page in")
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except IsADirectoryError:
        raise InputError(f"{name} is a directory: name the files in it, as in {name.rstrip('/')}/*") from None
    except FileNotFoundError:
        raise InputError(f"{name} does not exist: check the path") from None
    except PermissionError:
        raise InputError(f"{name} may not be read: check its permissions") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{name} cannot be read: {error}") from None
    problem = _problem(data)
    if problem:
        raise InputError(f"{name_of(name)} is {problem}")
    return data


def _problem(data: bytes) -> str | None:
    """Why some bytes are no page; None when they may be one."""
    for signature, problem in _SIGNATURES:
        if data.startswith(signature):
            return problem
    # Decoded first: UTF-16 is full of zeros that are no characters.
    sample = decode(data[:_SAMPLE]).encode("utf-8", errors="replace")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(sample):
        return "not text (binary data?): give HTML, Markdown or plain text"
    return None
