"""Web pages: JSON-LD first, then meta tags, then the text; hostile ones are refused beforehand."""

import logging
import re

from onrecord.errors import InputError
from onrecord.model import Capture
from onrecord.read.calendar_forms import read_day
from onrecord.read.decoding import declared_charset, decode, refuse_surrogates
from onrecord.read.metadata import PageFacts, read_facts
from onrecord.read.titles import part_title

# The caps are checked by one pass over the page, before any parser sees it. With them the worst of
# sixteen hostile pages took 1.3 CPU-seconds. Pages of article_extraction_benchmark stay far below,
# but for one that is nested 497 deep.
MAX_PAGE_BYTES = 6_000_000
MAX_TEXT = 5_000_000  # characters; a book has one million
MAX_TAGS = 60_000
MAX_DEPTH = 1_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "option thead tbody tfoot colgroup path".split()
)


def capture_page(
    data: bytes, path: str | None = None, url: str | None = None, charset: str | None = None
) -> Capture:
    """The capture of a web page; `InputError` where it cannot be read."""
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(
            f"a web page longer than {MAX_PAGE_BYTES // 1_000_000} MB (cap on a page's size)"
        )
    html = decode(data, charset or declared_charset(data)).lstrip("\ufeff")
    html = html.replace("\0", "")
    _check_shape(html)
    text = _extract_text(html)
    refuse_surrogates(text)
    facts = read_facts(html)
    title, outlet = part_title(facts.title, facts.outlet, text)
    return Capture(
        text=text,
        path=path,
        url=url or facts.url,
        outlet=outlet,
        author=facts.author,
        title=title,
        published=_day(facts),
        media_type="text/html",
        made_by="read.page@1",
        body=data,
    )


def _day(facts: PageFacts) -> str | None:
    return facts.published if facts.published and read_day(facts.published) else None


def _check_shape(html: str) -> None:
    """Refuse a page built to exhaust a parser: of too many tags, or nested too deep."""
    depth = deepest = tags = 0
    for match in _TAG.finditer(html):
        tags += 1
        if match.group(2).lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    if tags > MAX_TAGS:
        raise InputError(f"a web page of {tags:,} tags (cap on tags: {MAX_TAGS:,})")
    if deepest > MAX_DEPTH:
        raise InputError(f"a web page nested {deepest:,} deep (cap on depth: {MAX_DEPTH})")


def _extract_text(html: str) -> str:
    """The article's text, as trafilatura finds it; here its boilerplate is judged anew."""
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = extract(
            html,
            include_comments=False,
            include_tables=True,
            favor_precision=True,
            deduplicate=False,
        )
    except (ValueError, TypeError, RecursionError, MemoryError) as error:
        raise InputError(f"a web page that cannot be parsed: {error}") from None
    if not text or not text.strip():
        raise InputError("a web page without an article's text")
    if len(text) > MAX_TEXT:
        raise InputError(f"a web page of {len(text):,} characters of text (cap: {MAX_TEXT:,})")
    return str(text)
