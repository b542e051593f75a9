"""What text looks like once it is read in the right encoding: the letters beyond ASCII of the languages of the web."""

from __future__ import annotations

# The letters beyond ASCII that each language written in Latin letters needs. In the wrong encoding they turn into
# letters that no single language has together.
_LATIN = (
    "äöüß",  # German
    "éèàêçùâîôûëïœ",  # French
    "áéíóúñü",  # Spanish
    "ãçáéíóõêâúàô",  # Portuguese
    "àèéìòù",  # Italian
    "åäöé",  # Swedish, Finnish
    "æøåéö",  # Danish, Norwegian
    "éëïèöüóáêç",  # Dutch
    "àèéíïòóúüç",  # Catalan
    "áðéíóúýþæö",  # Icelandic
    "äöüõšž",  # Estonian
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíľĺňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţșț",  # Romanian
    "čćđšž",  # Croatian, Slovene
    "ëç",  # Albanian
    "çğıöşüâîû",  # Turkish
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "àáâãèéêìíòóôõùúýăđơư\u0300\u0301\u0303\u0309\u0323",  # Vietnamese, with the marks windows-1258 writes apart
)
# Letters from the frequent to the rare: in the wrong encoding of the same alphabet, rare ones become frequent.
_RANKED = (
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",  # Russian
    "оаинвітерсклудмпязьбгчйюхцжїєшфщґ",  # Ukrainian
    "аоиентрслвдкпмзугяъбчжцйшщхфью",  # Bulgarian
    "аоиенртсјкдмпвулзбгчшцњхжљћђџфѓќѕ",  # Serbian, Macedonian
    "аоінеярсклтдзпвмуыбгьчцўхжшйэюёф",  # Belarusian
    "αοιετνσηρπκμλςυάίόδγωέθήχφβξύζώψϊϋΐΰ",  # Greek
    "اليمنوترهبعدسفكقحجةأطصىشخإذضغئزءثظآؤپچگژـ",  # Arabic, Persian
    "יוהלארתבמשנםדעפחקצכטגןסזךףץ",  # Hebrew
    "านรอกเงมยวลดท่ส้ตะปบิคัหแจีพขุใไ์ูโช็ถผืำซศณธึญภฟษฐ๊ฉ",  # Thai
)
_STEPS = (1.0, 1.0, 0.6, 0.2)
# Letters of any Western language: a page about people and places mixes them, yet a page that needs no mixing wins.
_WESTERN = "àâäáãåæçèéêëìíîïñòóôöõøùúûüÿœß"
_WESTERN_WORTH = 0.75


def _ranked(letters: str) -> dict[str, float]:
    return {letter: _STEPS[min(rank * len(_STEPS) // len(letters), 3)] for rank, letter in enumerate(letters)}


def _with_capitals(letters: dict[str, float]) -> dict[str, float]:
    return {letter.upper(): worth for letter, worth in letters.items() if len(letter.upper()) == 1} | letters


LATIN: tuple[dict[str, float], ...] = (
    *(_with_capitals(dict.fromkeys(letters, 1.0)) for letters in _LATIN),
    _with_capitals(dict.fromkeys(_WESTERN, _WESTERN_WORTH)),
)
"""What each letter beyond ASCII is worth as evidence of a language; one mapping for each language."""

OTHER: tuple[dict[str, float], ...] = tuple(_with_capitals(_ranked(letters)) for letters in _RANKED)
"""The same for languages that are not written in Latin letters."""

NEUTRAL = frozenset("\xa0’‘“”„‚‹›«»–—…•·€£©®™°§¡¿ªº№\xad\u200c\u200d\u200e\u200f،؛؟־׳״׀₪´×")
"""Marks that any language uses."""

FRACTIONS = frozenset("¤¼½¾¹²³µ±¢¥†‡")
"""Marks that are ordinary alone, and within a word the sign of a wrong encoding."""

EAST_ASIAN = frozenset(
    "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作"
    "里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實"
    "日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體"
    "政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒东東声聲提立及比员員解水名真论論"
    "处處走义義各入几幾口认認条條平系气氣题題活市区區记記报報社电電书書网網万萬请請女让讓今每"
    "이다는을의가에고하지한로도기서는사은를인시과아어라나정대자일수있리그전부들으것했해보만주스원구공장여제상면안조소오년니성"
    "、。,「」・:;?!()《》『』ー〜~“”…—·\u3000"
)
"""Characters so frequent in Chinese, Japanese or Korean that some are in every paragraph; the kana come on top."""
