"""Authors' names out of the lines that give them: without openers, roles, agencies, dates and addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from declutter.metadata.words import Words, bundled_words, folded
from declutter.packs.table import bundled_lexicon
from declutter.patterns import pattern
from declutter.reading import is_unspaced

# Longer texts are no lists of authors; nobody has a name of more words, and no text more authors that matter.
_LONGEST, _MOST_WORDS, MOST_NAMES = 1000, 6, 30
_LONGEST_NAME = 80
# Names in scripts without spaces have so many characters.
_CHARACTERS = range(2, 13)
# Japanese ones have a blank inside, with two characters on one side; Chinese ones of so many stand side by side.
_CHINESE = range(3, 5)
_ADDRESS = pattern(r"(?i)[^\s@<>()]{1,64}@[^\s<>()]+|(?:https?://|www\.)\S+|(?<![\p{L}\p{N}])@\w+")
_BRACKETED = pattern(r"[(\[（【〔][^()\[\]（）【】〔〕]{0,200}[)\]）】〕]")
# What parts one name from the next, or from what follows the last.
_PARTED = pattern(
    r"[,;|—–/\n、，；&＆:：«»<>／╱]|\s-\s|\s{3,}|(?<![\p{Han}\p{Katakana}ー])[•·・]|[•·・](?![\p{Han}\p{Katakana}ー])"
)
_BY = pattern(r"(?i)^(?:by|von|par|por|di|da|door|av|przez|από|από τον|από την|автор|autor|author)(?:\s*:\s*|\s+)")
_EDGES = " \t\"'“”„‘’*…-–—_+=#!?©."
# The one full stop that is part of a name.
_SHORTENED = pattern(r"(?:(?<!\p{L})\p{Lu}|\b(?:Jr|Sr|Dr|Prof|St|Mr|Mrs|Ms))\.$")
# What stands glued to a name: jobs, buttons, words of dates.
_BEHIND_NAMES = ("byline", "follow", "author-bio", "dateline", "read-time")
_HOST = pattern(
    r"(?i)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|edu|gov|co\.\w\w|io|blog|news|eu|us|de|at|ch|fr|it|es|pl|ru|uk|nl|se|gr)"
)
# Fields of forms have people's names in them as examples.
_EXAMPLES = "form-hint"
_LETTER = pattern(r"\p{L}")


def names_in(text: str) -> list[str]:
    """The names in a visible line that says who wrote the text.

    >>> names_in("By Mara Lindqvist and Jo de Vries, staff reporters | 3 May 2024")
    ['Mara Lindqvist', 'Jo de Vries']
    >>> names_in("Jo Li in Kiel (jo.li@example.org), Reuters"), names_in("王小明 记者")
    (['Jo Li'], ['王小明'])
    """
    words = bundled_words()
    text = _ADDRESS.sub(",", _BRACKETED.sub(",", text[:_LONGEST]))
    found: dict[str, str] = {}
    parts = _PARTED.split(text)
    # In scripts without spaces the word for the job is all that tells a name from an agency or a place.
    signed = [part for part in parts if _is_signed(part.strip(), words)]
    for part in signed or parts:
        own = _BY.sub("", part.strip()).split()
        if own and folded(own[0]) in words.pictures:
            break
        if own and _is_said(own, words, ()):
            continue
        for name in _apart(own, words):
            found.setdefault(folded(name), name)
        if len(found) >= MOST_NAMES:
            break
    # Beside whole names, single words are agencies and places.
    whole = [name for name in found.values() if is_whole(name)]
    return whole or list(found.values())[:1]


def declared_names(text: str) -> list[str]:
    """The names in what a page declares as its author, which may be a list, a handle or an organisation.

    >>> declared_names("By Mara Lindqvist, Jo de Vries"), declared_names("The Gazette"), declared_names("jdoe")
    (['Mara Lindqvist', 'Jo de Vries'], ['The Gazette'], ['jdoe'])
    >>> declared_names("https://example.org/jdoe"), declared_names("admin")
    ([], [])
    """
    text = " ".join(text[:_LONGEST].split())
    address = _ADDRESS.search(text)
    # With an address the brackets hold the name, as in feeds; otherwise they hold the job.
    bare = _ADDRESS.sub("", text) if address else _BRACKETED.sub("", text)
    bare = _BY.sub("", bare).strip(" ,;|-–()")
    several = _PARTED.split(bare)
    if len(several) > 1 or " " in bare:
        names = names_in(bare)
        if _is_reversed(several):
            return [bare]
        if len(several) > 1 and any(map(is_whole, names)):
            return names
        if len(names) > 1:
            return names
    if _HOST.fullmatch(bare):
        return []
    words, low = bundled_words(), folded(bare)
    if not bare or len(bare) > _LONGEST_NAME or not _LETTER.search(bare) or low in words.nobody or low in words.jobs:
        return []
    return [bare]


def _is_reversed(parts: Sequence[str]) -> bool:
    """Whether a name is written as "Lindqvist, Mara J.", as libraries do."""
    if len(parts) != 2:
        return False
    family, given = (part.split() for part in parts)
    organisations = bundled_words().organisations
    return len(family) == 1 and 0 < len(given) <= 2 and organisations.isdisjoint(map(folded, (*family, *given)))


def is_whole(name: str) -> bool:
    """Whether a name is more than one word, where there are words."""
    return " " in name or is_unspaced(name[0])


def _is_signed(part: str, known: Words) -> bool:
    return any(sign in part for sign in known.jobs_unspaced)


def _apart(words: Sequence[str], known: Words) -> Iterator[str]:
    """The names that stand one after the other in words without a comma between them."""
    name: list[str] = []
    for word in words:
        bare = word if _SHORTENED.search(word) else word.strip(_EDGES)
        low = folded(bare)
        if low in known.between and low not in known.particles - {"y", "e", "i"}:
            yield from _named(name, known)
            name = []
        elif low in known.particles and bare[:1].islower():
            name.append(bare)
        elif not _opens_name(bare):
            break
        else:
            name.append(bare)
    yield from _named(name, known)


def _opens_name(word: str) -> bool:
    """Whether a word can be part of a name: it begins with a capital, or its script has none."""
    first = word[:1]
    return bool(first) and first.isalpha() and not first.islower() and not any(map(str.isdigit, word))


def _named(words: Sequence[str], known: Words) -> Iterator[str]:
    """Some words as a name, without the job before or behind it; nothing when they are no name."""
    if not words or folded(words[0]) in known.never_first:
        return
    words = list(_without_job(words, known))
    agency = next((i for i, word in enumerate(words) if folded(word) in known.organisations), len(words))
    # Two words are a name; a word of an agency before them makes all of it one.
    words = words[:agency] if agency > 1 else [] if agency < len(words) else words
    while words and words[-1][0].islower():
        words.pop()
    name = " ".join(words)
    if name and is_unspaced(name[0]):
        name = _without_sign(name, known)
        several = name.split()
        if len(several) > 1 and all(len(one) in _CHINESE for one in several):
            yield from several
            return
        fits = len(name) in _CHARACTERS
    else:
        low = [folded(word) for word in name.split()]
        fits = 0 < len(low) <= _MOST_WORDS and not (len(low) == 1 and low[0] in known.months)
    if fits and 1 < len(name) <= _LONGEST_NAME and folded(name) not in known.nobody:
        yield name


def _without_job(words: Sequence[str], known: Words) -> Sequence[str]:
    """A name without "Political Editor" behind it, or before it."""
    total = len(words)
    behind = next((i for i in range(len(words)) if _is_said(words[i:], known, _BEHIND_NAMES if i else ())), total)
    words = words[:behind]
    jobs = [i for i, word in enumerate(words) if folded(word) in known.jobs]
    if jobs and (behind < total or jobs[-1] == len(words) - 1):
        words = words[: jobs[0]]
    elif jobs:
        return words[jobs[-1] + 1 :]
    if len(words) < total:
        return words if len(words) > 1 else []  # of "Sports Desk" no name is left
    before = next((i for i in range(len(words) - 1, 0, -1) if _is_said(words[:i], known, _BEHIND_NAMES)), 0)
    return words[before:]


def _is_said(words: Sequence[str], known: Words, categories: Sequence[str]) -> bool:
    """Whether words are a job or known wording of some categories, of any for none: these are no person."""
    low = folded(" ".join(words))
    lexicon = bundled_lexicon()
    owner = lexicon.whole.get(low)
    category = lexicon.owners[owner].category if owner >= 0 else _EXAMPLES
    return low in known.jobs or (category != _EXAMPLES and (not categories or category in categories))


def _without_sign(name: str, known: Words) -> str:
    """A name in a script without spaces, without the word for its bearer's job."""
    for sign in known.jobs_unspaced:
        before, _, behind = name.rpartition(sign)
        name = behind.strip() or before.strip()
    return name
