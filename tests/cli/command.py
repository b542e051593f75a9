"""The command, in a process of its own, and pages to give it."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import NamedTuple

import declutter

SOURCE = str(Path(declutter.__file__).parents[1])
TITLE = "Harbour council votes to keep the winter ferry"
PROSE = [
    "The ferry between the harbour and the island will run all winter, the council said on Tuesday, after months "
    "of protest from the people who live there and from the schools that depend on it.",
    "“We have heard what the island needs, and we will pay for it,” said the mayor, who had wanted to end the "
    "service in the autumn because it costs the town more than it earns from tickets.",
    "The first boat will leave at six in the morning, and the last one will come back at ten at night, so that "
    "people who work late in the town can still reach their homes.",
    "It is not yet clear whether the boats that were sold in the spring can be bought back in time, or whether the "
    "town will have to hire one from the mainland until the new year.",
]
FURNITURE = ["Skip to content", "Share this article", "Subscribe to our newsletter"]
PAGE = "\n\n".join([FURNITURE[0], TITLE, *PROSE, *FURNITURE[1:]]) + "\n"
TEXT = "\n\n".join(PROSE) + "\n"
NOISE = "\n\n".join(FURNITURE) + "\n"


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


def start(*args, **options):
    """Start the command."""
    env = {**os.environ, "PYTHONPATH": SOURCE, **options.pop("env", {})}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | options
    return subprocess.Popen([sys.executable, "-m", "declutter", *map(str, args)], env=env, **pipes)


def spawn(*args, stdin=b"", **options):
    """Run the command to its end."""
    with start(*args, **options) as process:
        out, err = process.communicate(stdin, timeout=60)
    return Outcome(process.returncode, (out or b"").decode(), (err or b"").decode())


def one_line(err):
    """Whether a message is one line that says who speaks."""
    return err.startswith("declutter: ") and err.endswith("\n") and err.count("\n") == 1


def spawn_on_terminal(*args, stream, width=80, env=()):
    """Run the command with one of its streams a terminal; what it wrote there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    others = {"stdout", "stderr"} - {stream}
    unset = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "COLUMNS"), "")
    with start(
        *args,
        stdin=subprocess.DEVNULL,
        env={**unset, "TERM": "xterm", **dict(env)},
        **{stream: theirs},
        **dict.fromkeys(others, subprocess.DEVNULL),
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
        assert process.wait(timeout=60) in (0, 1)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal):
    """What a terminal was sent; nothing once nobody can send any more, which Linux calls an error."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""
