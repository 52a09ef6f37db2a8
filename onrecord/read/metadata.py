"""What a web page says of itself: JSON-LD first, then meta tags, then its title."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Column)$")
_MAX_JSON = 500_000  # characters of JSON-LD read; news pages have under 50,000
_MAX_BLOCKS = 20
_TAG = re.compile(r"<(meta|link)\b([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_JSON_LD = re.compile(r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>", re.IGNORECASE)
_TITLE_TAG = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,1000})<", re.IGNORECASE)
_MAX_SEEN = 2_000  # JSON objects looked at
# Names of meta tags, best first; the tags are those of Open Graph, Dublin Core, Parsely, Sailthru.
_TITLE = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "publish-date", "publishdate",
    "pubdate", "date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre")
_URL = ("og:url", "parsely-link")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Title, author, publisher, publication date and address, as far as a page gives them."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """The meta tags, JSON-LD blocks, title and canonical address of a page."""

    metas: dict[str, str]
    blocks: list[str]
    title: str
    canonical: str | None


def _scan(html: str) -> _Head:
    """Scan a page for its own facts, by bounded patterns: a parser would build the whole tree."""
    metas: dict[str, str] = {}
    canonical = None
    for match in _TAG.finditer(html):
        told = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(match.group(2))}
        if match.group(1).lower() == "meta":
            name = told.get("property") or told.get("name") or told.get("itemprop") or ""
            if name and told.get("content"):
                metas.setdefault(name.lower(), told["content"])
        elif told.get("rel", "").lower() == "canonical":
            canonical = canonical or told.get("href")
    blocks: list[str] = []
    for match in _JSON_LD.finditer(html):
        end = html.find("</script", match.end(), match.end() + _MAX_JSON)
        if end >= 0 and len(blocks) < _MAX_BLOCKS:
            blocks.append(html[match.end() : end])
    title = _TITLE_TAG.search(html)
    return _Head(metas, blocks, title.group(1) if title else "", canonical)


def read_facts(html: str) -> PageFacts:
    """The facts of a page's head; JSON-LD outranks meta tags, and they the title tag."""
    head = _scan(html)
    ld = _read_blocks(head.blocks)
    metas = head.metas
    author = ld.author or _first(metas, _AUTHOR)
    return PageFacts(
        title=ld.title or _first(metas, _TITLE) or _clean(head.title),
        author=None if author and author.startswith(("http:", "https:")) else author,
        outlet=ld.outlet or _first(metas, _OUTLET),
        published=ld.published or _first(metas, _PUBLISHED),
        url=_address(head.canonical) or _address(_first(metas, _URL)) or _address(ld.url),
    )


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := _clean(metas.get(name)))), None)


def _address(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None


def _clean(value: object) -> str | None:
    """A string without markup's leftovers; None where there is none."""
    if not isinstance(value, str):
        return None
    return " ".join(unescape(value).split()) or None


def _read_blocks(blocks: list[str]) -> PageFacts:
    """The facts of the first article among the JSON-LD blocks."""
    for block in blocks:
        if len(block) > _MAX_JSON:
            continue
        try:
            value = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                return _article_facts(item)
    return PageFacts()


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD value, outer before inner, without recursion."""
    queue, seen = [value], 0
    while queue and seen < _MAX_SEEN:
        one = queue.pop(0)
        seen += 1
        if isinstance(one, dict):
            yield one
            queue.extend(child for child in one.values() if isinstance(child, dict | list))
        elif isinstance(one, list):
            queue.extend(one)


def _article_facts(item: dict[str, Any]) -> PageFacts:
    return PageFacts(
        title=_clean(item.get("headline")) or _clean(item.get("name")),
        author=_names(item.get("author")),
        outlet=_names(item.get("publisher")),
        published=_clean(item.get("datePublished")),
        url=_clean(item.get("url")),
    )


def _names(value: Any) -> str | None:
    """The names of people or organisations, joined with commas."""
    many = value if isinstance(value, list) else [value]
    names = [_clean(one.get("name") if isinstance(one, dict) else one) for one in many[:8]]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None
