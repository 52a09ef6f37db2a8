"""What a web page says of itself: JSON-LD first, then meta tags, then its title."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Column)$")
_MAX_JSON = 500_000  # characters of JSON-LD read; news pages have under 50,000
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


@dataclass
class _Head(HTMLParser):
    """Collects the meta tags, JSON-LD blocks and title of a page."""

    metas: dict[str, str] = field(default_factory=dict)
    blocks: list[str] = field(default_factory=list)
    title: str = ""
    canonical: str | None = None
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a meta, link, time or script tag says."""
        told = {key: value or "" for key, value in attrs}
        if tag == "meta":
            name = told.get("property") or told.get("name") or told.get("itemprop") or ""
            if name and told.get("content"):
                self.metas.setdefault(name.lower(), told["content"].strip())
        elif tag == "link" and told.get("rel") == "canonical":
            self.canonical = self.canonical or told.get("href")
        elif tag == "script" and "ld+json" in told.get("type", "").lower():
            self.blocks.append("")
            self._inside = "json"
        elif tag == "title" and not self.title:
            self._inside = "title"

    def handle_endtag(self, tag: str) -> None:
        """Stop collecting."""
        if tag in ("script", "title"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Collect the text of a JSON-LD block or of the title."""
        if self._inside == "json":
            self.blocks[-1] += data
        elif self._inside == "title":
            self.title += data


def read_facts(html: str) -> PageFacts:
    """The facts of a page's head; JSON-LD outranks meta tags, and they the title tag."""
    head = _Head()
    head.feed(html)
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
