"""What is known of a page apart from its text: who wrote it, when, for which site, under which licence.

Nothing here runs unless it is asked for, by `Result.metadata`.
"""

from __future__ import annotations

from declutter.metadata.model import Metadata, Stated

__all__ = ["Metadata", "Stated"]
