"""Check the report that `make demo` writes: one file, nothing fetched, the packaged claims in it.

python .ci/check_demo.py report.html
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

from onrecord.examples import expected_ledger

LOADED = {"src", "srcset", "poster", "data", "background"}  # attributes that a browser fetches
STYLE_LOADS = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.I)


class Page(HTMLParser):
    """What a page shows, and what it would fetch from elsewhere."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.fetched: list[str] = []
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this tag would fetch."""
        self._inside = tag if tag in {"script", "style"} else ""
        for name, value in attrs:
            fetches = name in LOADED or (tag == "link" and name == "href")
            if fetches and value and not value.startswith("data:"):
                self.fetched.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        """Leave a script or a style."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not self._inside:
            self.shown.append(data)
        elif self._inside == "style" and STYLE_LOADS.search(data):
            self.fetched.append("a style that loads another file")


def check_report(path: Path) -> list[str]:
    """What is wrong with the report at `path`."""
    if not path.is_file():
        return [f"{path} was not written"]
    page = Page(path.read_text(encoding="utf-8"))
    shown = _plain("".join(page.shown))
    faults = [f"{path} fetches {what}" for what in page.fetched]
    for claim in expected_ledger()["claims"]:
        if not any(_plain(anchor["words"]) in shown for anchor in claim["anchors"]):
            faults.append(f"{path} does not show the claim {claim['name']!r}")
    return faults


def _plain(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    found = check_report(Path(sys.argv[1]))
    for fault in found:
        print(f"demo: {fault}")
    sys.exit(bool(found))
