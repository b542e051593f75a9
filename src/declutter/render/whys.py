"""Why a row of a receipt weighs what it does, for people who read it."""

from __future__ import annotations

from declutter.context import NAME
from declutter.model import Evidence
from declutter.weights import bundled_weights

_FAMILIES = {
    "balance": "The more doubtful a page is as a whole, the more of what is in doubt is worth keeping.",
    "container": "How much of the page's prose and how many links the elements around it hold.",
    "element": "What element it stands in, and how many are like it.",
    "layout": "Blank lines, indents and the group of lines that it stands in.",
    "links": "How much of it is link text.",
    "neighbours": "What stands before and behind it.",
    "page": "How long the page is, and how much of it reads like running text.",
    "place": "How far it stands from where the text begins and ends, and from the headline.",
    "section": "What else stands under the same heading.",
    "shape": "How long it is, how it ends and what its characters are.",
    "start": "Where every block of such a source starts from, before anything is known of it.",
    "topic": "How many of its words the page's prose and title have, too.",
    "vocabulary": "What its single words are worth: some are frequent in furniture, others in main text.",
    "wording": "Takes back or adds to what known wording says, after all else is known.",
}
_OVERRIDES = {
    "override.keep": "This category is to be kept, whatever the score.",
    "override.drop": "This category is to be dropped, even on weak evidence.",
}


def why(row: Evidence) -> str:
    """Why a row weighs what it does, in a sentence.

    Returns:
        The sentence; empty for rows that others than declutter priced.
    """
    if row.filter == NAME:
        return _FAMILIES.get(row.reason.partition(".")[2], "")
    if row.reason in _OVERRIDES:
        return _OVERRIDES[row.reason]
    weights = bundled_weights()
    # A filter of the caller's own may use a reason of ours at a price that our sentence does not explain.
    return weights.why(row.reason) if weights.price(row.reason) == row.log_odds else ""
