"""What stands before a colon or its like: the label of a block, and of the credit that ends a caption."""

from __future__ import annotations

from declutter.patterns import pattern, plain_pattern

_LONGEST = 40
# Behind a bullet, if any: what stands before a colon or its like, or in black brackets.
_LABEL = pattern(rf"[\s▶►☞●■◆«*-]*(?:([^:：／｜＝=\n]{{1,{_LONGEST}}})[:：／｜＝=]|【([^】\n]{{1,{_LONGEST}}})】)\s*\S")
_HAS_LABEL = plain_pattern("[:：／｜＝=】]")
# Behind a sentence or an opening bracket a label of one to three words, a colon, and no further sentence.
_CREDIT = pattern(r"[.!?…)»”\"(\[/|–—]\s*((?:[\p{L}\p{M}]++[.\s]?\s?){1,3})[:：／]\s*\S[^!?:：]{1,90}$")
_LONGEST_CREDIT = 140


def label_of(text: str) -> str:
    """The label that a text begins with, as it is written; empty for none.

    >>> label_of("Read more: Pool closes for winter"), label_of("【延伸阅读】城市更新")
    ('Read more', '延伸阅读')
    """
    match = _LABEL.match(text) if _HAS_LABEL.search(text) else None
    return (match[1] or match[2]) if match else ""


def credit_label_of(text: str) -> str:
    """The label of the name that a text ends with; empty for none.

    >>> credit_label_of("A ferry leaves the harbour at dawn. Photo: Mara Lindqvist")
    'Photo'
    """
    match = _CREDIT.search(text[-_LONGEST_CREDIT:]) if _HAS_LABEL.search(text) else None
    return match[1] if match else ""
