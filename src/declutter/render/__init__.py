"""Results to text, data and receipts.

Here is what every result needs; what is for people to look at (`receipt`, `explain`) is imported by those who show it.
"""

from __future__ import annotations

from declutter.render.data import as_dict
from declutter.render.text import dropped_text, main_text, title

__all__ = ["as_dict", "dropped_text", "main_text", "title"]
