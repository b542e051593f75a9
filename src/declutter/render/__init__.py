"""Results to text, data and receipts."""

from __future__ import annotations

from declutter.render.data import as_dict
from declutter.render.receipt import printable, receipt
from declutter.render.text import dropped_text, main_text, title

__all__ = ["as_dict", "dropped_text", "main_text", "printable", "receipt", "title"]
