"""Bytes to text: marks, declarations, UTF-8, detection, and bytes that are none of these."""

from __future__ import annotations

import codecs

import pytest

from declutter.decode import decode

ENGLISH = "The harbour café reopened on Monday – “at last”, said its owner, who had waited since spring."
CHINESE = "市议会周二表示,渡轮将在整个冬季继续运行。居民们对这一决定表示欢迎,他们说船是去学校的唯一途径。" * 4
TAIWANESE = "市議會週二表示,渡輪將在整個冬季繼續運行。居民們對這一決定表示歡迎,他們說船是去學校的唯一途徑。" * 4
JAPANESE = "市議会は火曜日、フェリーが冬の間も運航を続けると発表した。住民たちはこの決定を歓迎している。" * 4
KOREAN = "시의회는 화요일 페리가 겨울 내내 운항할 것이라고 밝혔다. 주민들은 이 결정을 환영했다고 말했다. " * 4
RUSSIAN = "Паром будет ходить всю зиму, сообщил во вторник городской совет. Жители острова рады этому решению. " * 4
FRENCH = "La société a été créée à l’été dernier, près de la forêt où les élèves étaient déjà allés. " * 4


POLISH = "Prom będzie kursował całą zimę – poinformowała w środę rada miasta. Mieszkańcy wyspy są zadowoleni. "
CZECH = "Přívoz bude jezdit celou zimu, oznámila městská rada. Lidé z ostrova říkají, že jiná cesta nevede. "
HUNGARIAN = "A komp egész télen járni fog, közölte a városi tanács. Örülnek ennek a szigeten élők, főleg az idősebbek. "
TURKISH = "Vapur bütün kış çalışacak, dedi belediye. Adada yaşayanlar bu kararı sevinçle karşıladı, İzmir’e yol açık. "
GREEK = "Το πλοίο θα ταξιδεύει όλο τον χειμώνα, ανακοίνωσε ο δήμος. Οι κάτοικοι χαίρονται με την απόφαση. Άλλος δρόμος "
ARABIC = "ستعمل العبارة طوال فصل الشتاء، كما أعلن مجلس المدينة يوم الثلاثاء. ورحب سكان الجزيرة بهذا القرار. "
HEBREW = "המעבורת תפעל כל החורף, הודיעה מועצת העיר ביום שלישי. תושבי האי שמחו על ההחלטה. "
THAI = "เรือข้ามฟากจะวิ่งตลอดฤดูหนาว สภาเมืองแจ้งเมื่อวันอังคาร ชาวเกาะยินดีกับเรื่องนี้มาก "
UKRAINIAN = "Пором ходитиме всю зиму, повідомила міська рада. Жителі острова раді цьому рішенню, бо іншого шляху нема. "
EURO = "Das Fährticket kostet 12 € für Erwachsene und 5 € für Schüler, sagte die Bürgermeisterin."
LEGACY = [
    pytest.param("gb18030", CHINESE, id="gb18030"),
    pytest.param("big5", TAIWANESE, id="big5"),
    pytest.param("cp932", JAPANESE, id="cp932"),
    pytest.param("euc_jp", JAPANESE, id="euc-jp"),
    pytest.param("iso2022_jp", JAPANESE, id="iso-2022-jp"),
    pytest.param("cp949", KOREAN, id="cp949"),
    pytest.param("cp1250", POLISH, id="cp1250-polish"),
    pytest.param("iso8859_2", POLISH.replace("–", "-"), id="iso-8859-2-polish"),
    pytest.param("cp1250", CZECH, id="cp1250-czech"),
    pytest.param("iso8859_2", CZECH, id="iso-8859-2-czech"),
    pytest.param("cp1250", HUNGARIAN, id="cp1250-hungarian"),
    pytest.param("cp1251", RUSSIAN, id="cp1251"),
    pytest.param("cp1251", UKRAINIAN, id="cp1251-ukrainian"),
    pytest.param("koi8_r", RUSSIAN, id="koi8-r"),
    pytest.param("koi8_u", UKRAINIAN, id="koi8-u"),
    pytest.param("cp1252", FRENCH, id="cp1252"),
    pytest.param("iso8859_15", EURO, id="iso-8859-15"),
    pytest.param("cp1253", GREEK, id="cp1253"),
    pytest.param("iso8859_7", GREEK, id="iso-8859-7"),
    pytest.param("cp1254", TURKISH, id="cp1254"),
    pytest.param("cp1255", HEBREW, id="cp1255"),
    pytest.param("cp1256", ARABIC, id="cp1256"),
    pytest.param("cp874", THAI, id="cp874"),
]
SCRIPT = "<script>var menu=document.getElementById('menu');function toggle(x){x.hidden=!x.hidden;}</script>" * 400


def page(charset: str, text: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        pytest.param(codecs.BOM_UTF8, "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", id="utf-16-le"),
        pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", id="utf-16-be"),
        pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", id="utf-32-le"),
        pytest.param(codecs.BOM_UTF32_BE, "utf-32-be", id="utf-32-be"),
    ],
)
def test_byte_order_mark_decides_and_is_removed(mark: bytes, encoding: str) -> None:
    assert decode(mark + ENGLISH.encode(encoding)) == ENGLISH


def test_byte_order_mark_beats_the_declaration() -> None:
    text = page("windows-1251", ENGLISH)
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        pytest.param("gb2312", "gbk", CHINESE + "镕", id="gb2312-is-gbk"),
        pytest.param("gbk", "gb18030", CHINESE + "㐀", id="gbk-is-gb18030"),
        pytest.param("big5", "big5", TAIWANESE, id="big5"),
        pytest.param("Shift_JIS", "cp932", JAPANESE + "①", id="shift-jis-is-cp932"),
        pytest.param("EUC-JP", "euc_jp", JAPANESE, id="euc-jp"),
        pytest.param("euc-kr", "cp949", KOREAN, id="euc-kr"),
        pytest.param("windows-1251", "cp1251", RUSSIAN, id="windows-1251"),
        pytest.param("koi8-r", "koi8-r", RUSSIAN, id="koi8-r"),
        pytest.param("iso-8859-1", "cp1252", ENGLISH, id="latin-1-is-windows-1252"),
        pytest.param("us-ascii", "cp1252", ENGLISH, id="ascii-is-windows-1252"),
        pytest.param(
            "iso-8859-9", "cp1254", "İstanbul’da vapur seferleri kışın da sürecek.", id="latin-5-is-windows-1254"
        ),
        pytest.param("tis-620", "cp874", "เรือข้ามฟากจะวิ่งตลอดฤดูหนาว…", id="tis-620-is-windows-874"),
    ],
)
def test_declared_encoding(charset: str, encoding: str, text: str) -> None:
    text = page(charset, text)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<meta charset="windows-1251">', id="meta-charset"),
        pytest.param("<META CHARSET='WINDOWS-1251'>", id="capitals"),
        pytest.param("<meta charset = windows-1251>", id="no-quotes"),
        pytest.param('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', id="http-equiv"),
        pytest.param('<?xml version="1.0" encoding="windows-1251"?>', id="xml-declaration"),
        pytest.param("<!--" + "-" * 2000 + '--><meta charset="windows-1251">', id="far-down-the-head"),
    ],
)
def test_forms_of_declaration(head: str) -> None:
    text = f"{head}<p>Паром ушёл.</p>"
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "gbk", "windows-1251"])
def test_valid_utf8_beats_a_wrong_declaration(charset: str) -> None:
    text = page(charset, ENGLISH + CHINESE)
    assert decode(text.encode()) == text


@pytest.mark.parametrize("charset", ["hex", "rot13", "x-user-defined", "no-such-thing", "utf-8", "utf-16"])
def test_useless_declaration_leaves_it_to_detection(charset: str) -> None:
    assert RUSSIAN.strip() in decode(page(charset, RUSSIAN).encode("cp1251"))


def test_the_first_usable_declaration_counts() -> None:
    text = '<meta charset="none-such"><meta charset="koi8-r">' + RUSSIAN
    assert decode(text.encode("koi8-r")) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        pytest.param("gbk", CHINESE, id="gbk"),
        pytest.param("big5", TAIWANESE, id="big5"),
        pytest.param("shift_jis", JAPANESE, id="shift-jis"),
        pytest.param("euc_jp", JAPANESE, id="euc-jp"),
        pytest.param("euc_kr", KOREAN, id="euc-kr"),
        pytest.param("cp1251", RUSSIAN, id="cp1251"),
        pytest.param("cp1252", FRENCH, id="cp1252"),
        pytest.param("utf-16-le", ENGLISH * 3, id="utf-16-le-without-mark"),
        pytest.param("utf-16-be", ENGLISH * 3, id="utf-16-be-without-mark"),
        pytest.param("utf-16-le", RUSSIAN, id="utf-16-le-russian"),
        pytest.param("utf-16-be", page("utf-16", RUSSIAN), id="utf-16-be-russian-page"),
    ],
)
def test_undeclared_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("last", ["é", "…", "渡", "🚢"])
@pytest.mark.parametrize("missing", [1, 2, 3])
def test_truncated_utf8_loses_its_last_character_only(last: str, missing: int) -> None:
    begun = last.encode()[:-missing]
    assert decode(FRENCH.encode() + begun) == FRENCH + "\ufffd" * bool(begun)


def test_damaged_utf8_stays_utf8() -> None:
    data = bytearray(FRENCH.encode())
    data[data.index("é".encode()) + 1] = 0x20
    text = decode(bytes(data))
    assert text.count("\ufffd") == 1
    assert text.endswith(FRENCH[40:])


def test_damaged_utf8_beats_a_wrong_declaration() -> None:
    data = page("iso-8859-1", CHINESE).encode()[:-1] + b"\xff"
    assert decode(data).count("\ufffd") == 1
    assert CHINESE in decode(data)


def test_one_bad_byte_does_not_undo_a_declaration() -> None:
    data = page("gbk", CHINESE).encode("gbk") + b"\xff"
    assert CHINESE in decode(data)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(codecs.BOM_UTF8, "", id="only-a-mark"),
        pytest.param(b"a", "a", id="one-letter"),
        pytest.param(b"One line.\r\nTwo.\r", "One line.\r\nTwo.\r", id="line-ends-stay"),
        pytest.param(b"a\x00b", "a\x00b", id="nul-stays"),
        pytest.param(ENGLISH.encode(), ENGLISH, id="plain-utf-8"),
    ],
)
def test_simple_bytes(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)) * 8, id="every-byte"),
        pytest.param(b"\xff" * 100, id="all-ones"),
        pytest.param(b"\x00" * 1000, id="all-zeros"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(255, 0, -3)) * 20, id="picture"),
        pytest.param(b"\xff\xfe\x00", id="mark-and-half-a-unit"),
        pytest.param(b"\xff", id="one-byte"),
        pytest.param(b"\x00\x00\xfe\xff\x00", id="broken-utf-32"),
        pytest.param(b'<meta charset="\xff\xff">\xff', id="broken-declaration"),
    ],
)
def test_binary_never_raises(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize(("encoding", "text"), LEGACY)
@pytest.mark.parametrize(
    "head",
    [
        pytest.param("", id="undeclared"),
        pytest.param('<meta charset="utf-8">', id="declared-utf-8"),
        pytest.param('<meta charset="iso-8859-1">', id="declared-iso-8859-1"),
        pytest.param("<title>Ferry</title>" + SCRIPT, id="mostly-script"),
    ],
)
def test_legacy_encoding_is_told_by_its_text(head: str, encoding: str, text: str) -> None:
    whole = f"{head}<p>{text}</p>"
    assert decode(whole.encode(encoding)) == whole


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        pytest.param("big5", "gbk", CHINESE, id="gbk-declared-big5"),
        pytest.param("gb2312", "big5", TAIWANESE, id="big5-declared-gb2312"),
        pytest.param("gb2312", "euc_jp", JAPANESE, id="euc-jp-declared-gb2312"),
        pytest.param("euc-jp", "cp932", JAPANESE, id="shift-jis-declared-euc-jp"),
        pytest.param("shift_jis", "cp949", KOREAN, id="euc-kr-declared-shift-jis"),
        pytest.param("koi8-r", "cp1251", RUSSIAN, id="cp1251-declared-koi8-r"),
        pytest.param("windows-1251", "koi8_r", RUSSIAN, id="koi8-r-declared-cp1251"),
        pytest.param("gb2312", "cp1252", FRENCH, id="french-declared-gb2312"),
        pytest.param("windows-1251", "cp1252", FRENCH, id="french-declared-cp1251"),
    ],
)
def test_text_beats_a_wrong_declaration(charset: str, encoding: str, text: str) -> None:
    text = page(charset, text)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        pytest.param("x-sjis", "cp932", "フェリー", id="x-sjis"),
        pytest.param("windows-31j", "cp932", "フェリー", id="windows-31j"),
        pytest.param("ks_c_5601-1987", "cp949", "여객선", id="ks-c-5601-1987"),
        pytest.param("x-gbk", "gb18030", "渡轮", id="x-gbk"),
        pytest.param("x-euc-jp", "euc_jp", "フェリー", id="x-euc-jp"),
        pytest.param("Big5-HKSCS", "big5hkscs", "渡輪", id="big5-hkscs"),
        pytest.param("x-cp1251", "cp1251", "Паром", id="x-cp1251"),
        pytest.param("latin2", "iso8859_2", "świt", id="latin2"),
        pytest.param("iso8859-15", "iso8859_15", "cœur", id="iso8859-15"),
        pytest.param("iso-8859-8-i", "iso8859_8", "מעבורת", id="iso-8859-8-i"),
        pytest.param("hz-gb-2312", "hz", "渡轮", id="hz"),
    ],
)
def test_labels_of_the_web_decide_about_a_few_letters(label: str, encoding: str, text: str) -> None:
    text = page(label, text)
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["für über fünf müde Brüder", "© 2009 Fähre", "Fähre\xa0ahoi", "12 °C", "naïve"])
def test_a_few_western_letters_are_western(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("text", [CHINESE, JAPANESE, KOREAN, ARABIC, HEBREW, THAI, POLISH])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("stray", [b"\xff", b"\x92", b"\xe9"])
def test_a_stray_byte_leaves_little_utf8_utf8(stray: bytes) -> None:
    data = b"It is " + stray + " said – so she said – to be “open”.".encode()
    assert decode(data) == "It is \ufffd said – so she said – to be “open”."


@pytest.mark.parametrize("start", [b"\x1b$B\xff", b"\x1b$)C\xff~{", b'<meta charset="hz">~{\x7f', b"\x1b$B"])
def test_broken_escapes_never_raise(start: bytes) -> None:
    assert isinstance(decode(start + bytes(range(256))), str)
