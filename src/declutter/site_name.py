"""The name of a page's site in its title: where titles part, which parts name the site, and what is left without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from declutter.patterns import pattern, plain_pattern

# Signs that part a site from a headline: with space on both sides, or bare where that is the habit. A colon parts too,
# but is cut at only where the name before it is known.
_SEPARATORS = pattern(
    r"(?:^|\s+)(?:[|\-–—―·•«»‹›>~/\\★]+|::+)(?:\s+|$)|\s*(?:::+|\|+|•)\s*|\s*[｜＿－]\s*|(?<=\p{L})-\s+(?=\p{Lu})"
    r"|(?<=[^\x00-\x7f])_(?=\S)|(?<=\S)_(?=[^\x00-\x7f])"
    r"|(?<=[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}！？。」』》）”])[-–—―]+(?=[\p{L}\d《【])"
    r"|(?<=\S)\s?[:：](?:\s+|(?=\p{Han}))"
)
# Marks of quotation are no such signs where they stand in pairs.
_QUOTED = pattern(r"«[^«»]*»|‹[^‹›]*›")
_WORDS = plain_pattern(r"[^\W_]+")
# Signs that headlines do not have themselves, as they have dashes.
_STRONG = frozenset("|_｜＿»«›‹•·>★－")
_COLONS = frozenset(":：")
# What is cut off a title's end or beginning has so many words; longer parts are the title's own.
_LONGEST_SITE_END, _LONGEST_SITE_START, _LONGEST_SECTION = 5, 3, 3
# So many parts of a title are compared.
MOST_PARTS = 12
# A word that has a site's name in it is that name if it is not so many times longer.
_MOSTLY = 1.7
_SHORTEST_NAME = 3


def key(text: str) -> str:
    """A text as it is compared: letters and digits alone."""
    return "".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of a text, case-folded; in scripts without spaces what stands between punctuation."""
    return _WORDS.findall(text.casefold())


def parts_of(title: str) -> tuple[list[str], list[str]]:
    """What stands between a title's separators, and the separators: one less than there are parts."""
    quotes = {end for match in _QUOTED.finditer(title) for end in (match.start(), match.end() - 1)}
    parts, borders, start = [], [], 0
    for match in _SEPARATORS.finditer(title):
        sign = match.start() + len(match[0]) - len(match[0].lstrip())
        part = title[start : match.start()].strip()
        if sign not in quotes and match.end() < len(title):
            if part:
                parts.append(part)
                borders.append(match[0])
            start = match.end()
    return [*parts, title[start:].strip()], borders


def without_site(parts: list[str], borders: list[str], names: Iterable[str]) -> str:
    """A title's parts less the site's name, and the names of sections beside it."""
    signs = ["|" if "::" in border else border.strip()[:1] for border in borders]
    first, end = 0, len(parts)
    while first < end - 1 and names_site(parts[first], names):
        first += 1
    # What follows a site's name is its motto.
    after = range(first + 1, end)
    end = next((i for i in after if signs[i - 1] not in _COLONS and names_site(parts[i], names)), end)
    if first == 0 and end == len(parts):
        first, end = _guessed(parts, signs)
    size = max(map(len, parts[first:end]))
    if end < len(parts):
        while end - first > 1 and signs[end - 2] == signs[end - 1] and _is_section(parts[end - 1], size):
            end -= 1
    if first:
        while end - first > 1 and signs[first] == signs[first - 1] and _is_section(parts[first], size):
            first += 1
    pairs = zip(parts[first:end], [*borders[first : end - 1], ""], strict=True)
    return "".join(part + border for part, border in pairs)


def names_site(part: str, names: Iterable[str]) -> bool:
    """Whether a part of a title is one of some names, which are keys, or little more or less."""
    folded = key(part)
    return not folded or any(
        folded == name
        or (_SHORTEST_NAME < len(name) <= len(folded) < _MOSTLY * len(name) and name in folded)
        or (_SHORTEST_NAME < len(folded) <= len(name) < _MOSTLY * len(folded) and folded in name)
        for name in names
    )


def names_of_host(host: str | None) -> list[str]:
    """What a host calls the site: the whole of it, and each label but the last."""
    labels = (host or "").removeprefix("www.").split(".")
    return [key("".join(labels)), *(key(label) for label in labels[:-1] if len(label) >= _SHORTEST_NAME)]


def told_apart(split: Mapping[str, tuple[list[str], list[str]]]) -> tuple[set[str], set[str]]:
    """What one declared title has and another leaves out, or has at both ends; and those that leave it out.

    The first are names of the site and its sections.
    """
    wholes = {key(title): title for title in split}
    names, bare = set(), set()
    for parts, _ in split.values():
        keys = [key(part) for part in parts[:MOST_PARTS]]
        if len(keys) > 2 and len(keys) == len(parts) and keys[0] == keys[-1]:
            names.add(keys[0])
        for i in range(1, len(keys)):
            before, behind = "".join(keys[:i]), "".join(keys[i:])
            short, rest = (before, keys[i:]) if len(behind) < len(before) else (behind, keys[:i])
            if short in wholes:
                names.update(rest)
                bare.add(wholes[short])
    return names - {""}, bare


def _guessed(parts: Sequence[str], signs: Sequence[str]) -> tuple[int, int]:
    """Which parts stay when none is known to name the site: a short last part, or else a short first one, does."""
    if len(parts) == 1:
        return 0, 1
    size = sum(map(len, parts))
    is_name = signs[-1] in _STRONG or (signs[-1] not in _COLONS and not parts[-1][:1].islower())
    if is_name and len(parts[-1].split()) <= _LONGEST_SITE_END and len(parts[-1]) < size / 2:
        return 0, len(parts) - 1
    if signs[0] in _STRONG and len(parts[0].split()) <= _LONGEST_SITE_START and len(parts[0]) < size / 3:
        return 1, len(parts)
    return 0, len(parts)


def _is_section(part: str, size: int) -> bool:
    return len(part.split()) <= _LONGEST_SECTION and len(part) < size / 2 and not part[:1].islower()
