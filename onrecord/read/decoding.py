"""Bytes to characters: what a file is by its content, and in which encoding, or one clear error."""

import codecs
import re

from onrecord.errors import InputError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SNIFFED = 4096  # bytes that are enough to tell what a file is
_MAGIC = (
    (b"\x1f\x8b", "gzip data; unpack it first"),
    (b"PK\x03\x04", "a ZIP archive or office document; save it as text or HTML first"),
    (b"%PDF-", "a PDF; convert it to text first"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "an SQLite database; use --ledger for a ledger"),
    (b"WARC/", "a web archive, which this version does not read"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|main|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,30})""", re.IGNORECASE)
_RARE_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1b\x1c\x1d\x1e\x1f\x08")
_WINDOWS = "cp1252"
# Windows-1252 is guessed only where few bytes are not ASCII and each stands where it would.
_MOST_ODD_SHARE = 0.12
_QUOTES = frozenset("‘’“”–—…•€£©®™°½ §\xa0·")
_LETTER_IN_WORD = re.compile(r"[A-Za-z]?[À-ÖØ-öø-ÿŒœŠšŽžŸ][a-zà-öø-ÿ]|[a-z][ß-öø-ÿšžœ](?![^\W\d_])")


def is_html(data: bytes) -> bool:
    """Whether bytes look like a web page."""
    head = data[:_SNIFFED]
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            head = head.decode(encoding, "ignore").lstrip("\ufeff").encode("utf-8", "ignore")
            break
    return bool(_HTML.match(head))


def refuse_binary(data: bytes) -> None:
    """Raise `InputError` where bytes are no text at all."""
    if not data.strip():
        raise InputError("empty: no text in it")
    if data.startswith(tuple(bom for bom, _ in _BOMS)):
        return
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"expected text or HTML, found {what}")
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(f"expected text or HTML, found binary data (a NUL byte at byte {nul})")
    head = data[:_SNIFFED]
    if sum(byte in _RARE_CONTROLS for byte in head) > len(head) // 50:
        raise InputError("expected text or HTML, found binary data (control characters)")


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`; a byte-order mark stays, as everything in a text does."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, encoding)
    if declared is None or _same(declared, "utf-8"):
        return _decode_utf8(data)
    try:
        return data.decode(_known(declared))
    except (LookupError, UnicodeDecodeError):
        return _decode_utf8(data)


def declared_charset(data: bytes) -> str | None:
    """The charset that a web page's head declares, or None."""
    found = _CHARSET.search(data[:_SNIFFED])
    return found.group(1).decode("ascii", "ignore") if found else None


def refuse_surrogates(text: str) -> None:
    """Raise `InputError` where a text holds half of a surrogate pair, which no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"lone surrogate U+{ord(text[error.start]):04X} at character {error.start}; "
            "the text was damaged before it came here: fetch it again"
        ) from None


def _known(declared: str) -> str:
    """Web pages that declare Latin-1 or ASCII mean Windows-1252 (WHATWG Encoding Standard)."""
    name = codecs.lookup(declared).name
    return _WINDOWS if name in {"iso8859-1", "ascii"} else name


def _same(declared: str, encoding: str) -> bool:
    try:
        return codecs.lookup(declared).name == codecs.lookup(encoding).name
    except LookupError:
        return False


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"marked as {encoding.upper()} but not valid at byte {error.start}; save it as UTF-8"
        ) from None


def _decode_utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        guessed = _guess_windows(data)
        if guessed is not None:
            return guessed
        raise InputError(
            f"not UTF-8 at byte {error.start}; its encoding is not certain: save it as UTF-8"
        ) from None


def _guess_windows(data: bytes) -> str | None:
    """The text in Windows-1252, where every odd byte stands where such a letter or mark would."""
    odd = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if odd > _MOST_ODD_SHARE * len(data):
        return None
    try:
        text = data.decode(_WINDOWS)
    except UnicodeDecodeError:
        return None
    fitting = sum(text.count(mark) for mark in _QUOTES)
    fitting += len(_LETTER_IN_WORD.findall(text))
    return text if fitting >= odd else None
