"""Where reports go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_STANDARD_INPUT = "standard-input"
_NAME = "{name}"


def report_places(place: str, names: Sequence[str], output: str | None) -> list[Path]:
    """Where the report on each input goes.

    Args:
        place: What ``--report`` was given: a file, a folder (one that is there, or whatever ends with a slash), or a
            path with ``{name}`` in it, which stands for the name of the input without its ending.
        names: The inputs.
        output: What ``--output`` was given.

    Returns:
        A path for each input. Inputs of one name get numbers behind it, the second ``-2``.

    Raises:
        ValueError: if there is no place for each of them, or something would be overwritten; says what to do.
    """
    if place in ("", "-"):
        raise ValueError("--report writes a file: name one, such as report.html")
    if _NAME not in place and (place.endswith("/") or Path(place).is_dir()):
        place = f"{place.rstrip('/') or '/'}/{_NAME}.html"
    if len(names) > 1 and _NAME not in place:
        raise ValueError(
            f"--report {place} has room for one report, not {len(names)}: name a folder, as in --report reports/, or a "
            "place for each, as in --report '{name}-report.html'"
        )
    paths = [Path(place.replace(_NAME, own)) for own in _distinct(names)]
    for path in paths:
        if output is not None and _same(path, output):
            raise ValueError(f"--report and --output would both write {path}: name two files")
        for name in names:
            if name != "-" and _same(path, name):
                raise ValueError(f"--report {path} would overwrite the page: name another file")
    return paths


def _distinct(names: Sequence[str]) -> list[str]:
    taken: dict[str, int] = {}
    distinct: list[str] = []
    for name in names:
        own = stem = _STANDARD_INPUT if name == "-" else Path(name).stem
        # There are file systems to which "Page" and "page" are one name.
        while own.casefold() in taken:
            taken[stem.casefold()] += 1
            own = f"{stem}-{taken[stem.casefold()]}"
        taken[own.casefold()] = 1
        distinct.append(own)
    return distinct


def _same(path: Path, other: str) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return path == Path(other)
