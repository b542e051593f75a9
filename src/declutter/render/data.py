"""A result as plain data."""

from __future__ import annotations

from typing import Any

from declutter.model import Evidence, Result, Verdict
from declutter.patterns import plain_pattern
from declutter.schema import RESULT

_HALVES = plain_pattern("[\ud800-\udfff]")


def as_dict(result: Result) -> dict[str, Any]:
    """Everything that a result says, in types that JSON has, as the schema says that ``schema`` names.

    Returns:
        ``schema``, ``title``, ``text``, ``language``, ``media``, ``page_type``, ``confidence``, ``threshold``, and
        ``blocks``, each with its text, place, verdict and receipt. Halves of characters, which text in UTF-8 cannot
        hold, are replaced one for one, so that spans stay true.
    """
    return {**summary(result), "blocks": blocks(result)}


def summary(result: Result) -> dict[str, Any]:
    """The same without the blocks, whose receipts take longer to put together than all else."""
    page_type = result.page_type
    return {
        "schema": RESULT,
        "title": None if result.title is None else whole(result.title),
        "text": whole(result.text),
        "language": result.language,
        "media": result.document.media,
        "page_type": {"name": page_type.name, "probability": round(page_type.probability, 4)},
        "confidence": round(result.confidence, 4),
        "threshold": float(result.threshold),
    }


def blocks(result: Result) -> list[dict[str, Any]]:
    """The blocks alone."""
    return [_block(verdict) for verdict in result.verdicts]


def whole(text: str) -> str:
    r"""Text with halves of characters (lone surrogates) turned to the mark for such, one for one.

    >>> whole("low tide \ud83d")
    'low tide �'
    """
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def sound_data(value: Any) -> Any:
    """The same for all text in data made of dictionaries and lists."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {name: sound_data(own) for name, own in value.items()}
    return [sound_data(own) for own in value] if isinstance(value, list) else value


def _block(verdict: Verdict) -> dict[str, Any]:
    block = verdict.block
    return {
        "text": whole(block.text),
        "kind": block.kind,
        "span": None if block.span is None else list(block.span),
        "xpath": None if block.xpath is None else whole(block.xpath),
        "kept": verdict.kept,
        "category": None if verdict.category is None else whole(verdict.category),
        "log_odds": verdict.log_odds,
        "evidence": [_row(row) for row in verdict.evidence],
    }


def _row(row: Evidence) -> dict[str, Any]:
    return {
        "filter": whole(row.filter),
        "reason": whole(row.reason),
        # A filter's price may be an integer, or a number of NumPy's; as a float it is the same.
        "log_odds": float(row.log_odds),
        "category": whole(row.category) or None,
        "match": whole(row.match) or None,
    }
