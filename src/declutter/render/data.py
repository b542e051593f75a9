"""A result as plain data."""

from __future__ import annotations

from typing import Any

from declutter.model import Evidence, Result, Verdict


def as_dict(result: Result) -> dict[str, Any]:
    """Everything that a result says, in types that JSON has.

    Returns:
        ``title``, ``text``, ``language``, ``media``, ``page_type``, ``confidence``, and ``blocks``, each with its
        text, place, verdict and receipt.
    """
    page_type = result.page_type
    return {
        "title": result.title,
        "text": result.text,
        "language": result.language,
        "media": result.document.media,
        "page_type": {"name": page_type.name, "probability": round(page_type.probability, 4)},
        "confidence": round(result.confidence, 4),
        "blocks": [_block(verdict) for verdict in result.verdicts],
    }


def _block(verdict: Verdict) -> dict[str, Any]:
    block = verdict.block
    return {
        "text": block.text,
        "kind": block.kind,
        "span": block.span,
        "xpath": block.xpath,
        "kept": verdict.kept,
        "category": verdict.category,
        "log_odds": verdict.log_odds,
        "evidence": [_row(row) for row in verdict.evidence],
    }


def _row(row: Evidence) -> dict[str, Any]:
    return {
        "filter": row.filter,
        "reason": row.reason,
        "log_odds": row.log_odds,
        "category": row.category or None,
        "match": row.match or None,
    }
