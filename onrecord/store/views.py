"""The views inside one transaction: pages, propositions, their edges and groups, and claims.

Everything here can be worked out again from the records. The methods only fetch and put; what to
put is decided in `onrecord.ledger`.
"""

import json
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from onrecord.model import Claim, Proposition
from onrecord.store import schema
from onrecord.store.codec import dump, load

Row = tuple[Any, ...]
_IN = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class SettledPage:
    """A page as it was last settled; `live` where no newer version replaces it."""

    number: int
    document: str
    state: str
    live: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposition where it stands: its group (None where it only answers), what it answers, and
    what its page said before in the same words, in whose group it stands (`twin`).
    """

    node: int
    page: int
    line: int
    free: bool
    tells: bool
    answers: int | None
    cluster: int | None
    twin: int | None = None


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page to be kept in the views: its propositions, where they can stand, their blocking keys,
    and what the page can be found by. A page that another version replaces has none of these.
    """

    document: str
    state: str
    live: bool
    unread: bool
    day: str
    propositions: Sequence[Proposition] = ()
    standings: Sequence[Standing] = ()
    keys: Sequence[tuple[int, Collection[int]]] = ()
    marks: Collection[int] = ()
    names: Collection[tuple[str, str]] = ()
    runs: bytes = b""


class Views:
    """What was worked out from the records, and may be replaced."""

    def __init__(self, connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        self._cursor = raw.cursor()  # hundreds of thousands of rows pass here: straight from SQLite

    def _rows(self, query: str, *values: object) -> list[Row]:
        found: list[Row] = self._cursor.execute(query, values).fetchall()
        return found

    def _put(self, query: str, rows: Iterable[Row]) -> None:
        if listed := list(rows):
            self._cursor.executemany(query, listed)

    # --- what waits, and what the views rest on ---------------------------------------------------

    def stale(self, most: int) -> list[str]:
        """Some of the documents that wait to be settled."""
        return [row[0] for row in self._rows("SELECT document FROM stale LIMIT ?", most)]

    def waits(self) -> bool:
        """Whether any document waits to be settled."""
        return bool(self._rows("SELECT 1 FROM stale LIMIT 1"))

    def count_stale(self) -> int:
        """How many documents wait to be settled."""
        return int(self._rows("SELECT count(*) FROM stale")[0][0])

    def mark_stale(self, documents: Iterable[str]) -> None:
        """Let documents wait to be settled."""
        self._put("INSERT OR IGNORE INTO stale VALUES (?)", ((d,) for d in sorted(documents)))

    def unmark(self, documents: Iterable[str]) -> None:
        """Let documents wait no more."""
        self._put("DELETE FROM stale WHERE document = ?", ((d,) for d in documents))

    def remembered(self, name: str) -> str | None:
        """What was noted with the views under a name."""
        found = self._rows("SELECT fingerprint FROM settled WHERE view = ?", name)
        return str(found[0][0]) if found else None

    def remember(self, name: str, value: str) -> None:
        """Note with the views what they were settled with."""
        self._put("INSERT OR REPLACE INTO settled VALUES (?, ?)", [(name, value)])

    def clear(self) -> None:
        """Drop every view; all documents wait to be settled."""
        for table in schema.VIEWS:
            self._rows(f"DELETE FROM {table.name}")
        self._rows("INSERT OR IGNORE INTO stale SELECT DISTINCT document FROM captures")

    # --- pages ------------------------------------------------------------------------------------

    def pages(self, documents: Collection[str]) -> dict[str, SettledPage]:
        """The settled pages among `documents`."""
        query = f"SELECT number, document, state, live FROM pages WHERE document IN {_IN}"
        rows = self._rows(query, json.dumps(sorted(documents)))
        return {row[1]: SettledPage(row[0], row[1], row[2], bool(row[3])) for row in rows}

    def documents(self, numbers: Collection[int]) -> dict[int, str]:
        """The documents of page numbers."""
        query = f"SELECT number, document FROM pages WHERE number IN {_IN}"
        return dict(self._rows(query, json.dumps(sorted(numbers))))

    def latest_day(self) -> str:
        """The latest day that any live page knows of."""
        return str(self._rows("SELECT coalesce(max(day), '') FROM pages WHERE live = 1")[0][0])

    def add_page(self, page: NewPage) -> int:
        """Keep a page with its propositions and what it can be found by; its number."""
        number = int(self._rows("SELECT coalesce(max(number), 0) + 1 FROM pages")[0][0])
        packed = zlib.compress("\n".join(map(dump, page.propositions)).encode("utf-8"))
        keys = {key for _, found in page.keys for key in found}
        found_by = _pack(sorted(page.marks)) + b"|" + _pack(sorted(keys))
        self._put(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number,
                    page.document,
                    page.state,
                    page.live,
                    page.unread,
                    page.day,
                    packed,
                    found_by,
                )
            ],
        )
        self._put(
            "INSERT INTO propositions VALUES (?, ?, ?, ?, ?, ?, NULL, ?)",
            ((s.node, number, s.line, s.free, s.tells, s.answers, s.twin) for s in page.standings),
        )
        self._put("INSERT INTO keys VALUES (?, ?)", _spread(page.keys))
        self._put("INSERT INTO marks VALUES (?, ?)", ((m, number) for m in sorted(page.marks)))
        self._put(
            "INSERT INTO names VALUES (?, ?, ?)", ((*one, number) for one in sorted(page.names))
        )
        if page.runs:
            self._put("INSERT INTO runs VALUES (?, ?)", [(number, page.runs)])
        return number

    def drop_page(self, number: int) -> None:
        """Drop a page with all that leads to it; claims that rest on it are left."""
        (found_by,) = self._rows("SELECT found_by FROM pages WHERE number = ?", number)[0]
        marks, keys = (_unpack(part) for part in found_by.split(b"|", 1))
        mine = "(SELECT node FROM propositions WHERE page = ?)"
        around = self._rows(f"SELECT other, one FROM edges WHERE one IN {mine}", number)
        self._put("DELETE FROM edges WHERE one = ? AND other = ?", around)
        self._put("DELETE FROM edges WHERE one = ? AND other = ?", ((b, a) for a, b in around))
        self._put(f"DELETE FROM keys WHERE key = ? AND node IN {mine}", ((k, number) for k in keys))
        self._put("DELETE FROM marks WHERE mark = ? AND page = ?", ((m, number) for m in marks))
        for query in (
            "DELETE FROM names WHERE page = ?",
            "DELETE FROM runs WHERE page = ?",
            "DELETE FROM propositions WHERE page = ?",
            "DELETE FROM pages WHERE number = ?",
        ):
            self._put(query, [(number,)])

    def refresh_page(self, number: int, state: str) -> None:
        """Note a new state of a page on which nothing that linking sees has changed."""
        self._put("UPDATE pages SET state = ? WHERE number = ?", [(state, number)])

    def marked(self, marks: Collection[int], *, unread: bool = False) -> dict[str, set[int]]:
        """The documents that any of `marks` leads to, with those that do; with `unread`, only
        those that were kept and not read.
        """
        query = (
            "SELECT p.document, m.mark FROM marks m JOIN pages p ON p.number = m.page "
            f"WHERE m.mark IN {_IN}"
        )
        found: dict[str, set[int]] = {}
        for document, mark in self._rows(
            query + " AND p.unread = 1" * unread, json.dumps(sorted(marks))
        ):
            found.setdefault(document, set()).add(mark)
        return found

    def marks_of_unread(self, numbers: Collection[int]) -> set[int]:
        """What those among some pages can be found by that were kept and not read."""
        query = f"SELECT found_by FROM pages WHERE unread = 1 AND number IN {_IN}"
        rows = self._rows(query, json.dumps(sorted(numbers)))
        return {mark for (found_by,) in rows for mark in _unpack(found_by.split(b"|", 1)[0])}

    def named(self, stems: Collection[str]) -> list[tuple[str, str]]:
        """The names that begin with or hold one of `stems`, each with the last page knowing it."""
        query = (
            "SELECT n.name, max(p.document) FROM names n JOIN pages p ON p.number = n.page "
            f"WHERE n.stem IN {_IN} GROUP BY n.name ORDER BY n.name"
        )
        return [(row[0], row[1]) for row in self._rows(query, json.dumps(sorted(stems)))]

    # --- propositions -----------------------------------------------------------------------------

    def lines(self, numbers: Collection[int]) -> dict[int, list[bytes]]:
        """The propositions of pages, packed, by page number."""
        query = f"SELECT number, packed FROM pages WHERE number IN {_IN}"
        rows = self._rows(query, json.dumps(sorted(numbers)))
        return {number: zlib.decompress(packed).split(b"\n") for number, packed in rows}

    def standings(self, nodes: Collection[int]) -> dict[int, Standing]:
        """Where propositions stand."""
        return self._stand(f"node IN {_IN}", nodes)

    def standings_on(self, pages: Collection[int]) -> dict[int, Standing]:
        """Where the propositions of pages stand."""
        return self._stand(f"page IN {_IN}", pages)

    def members(self, clusters: Collection[int]) -> dict[int, Standing]:
        """The propositions that stand in groups."""
        return self._stand(f"cluster IN {_IN}", clusters)

    def answering(self, nodes: Collection[int]) -> dict[int, Standing]:
        """The propositions that may go and stand beside one of `nodes`."""
        return self._stand(f"answers IN {_IN}", nodes)

    def _stand(self, where: str, values: Collection[int]) -> dict[int, Standing]:
        query = (
            f"SELECT node, page, line, free, tells, answers, cluster, twin FROM propositions "
            f"WHERE {where}"
        )
        rows = self._rows(query, json.dumps(sorted(values)))
        return {
            row[0]: Standing(row[0], row[1], row[2], bool(row[3]), bool(row[4]), *row[5:])
            for row in rows
        }

    def put_clusters(self, groups: Iterable[Sequence[int]]) -> None:
        """Let propositions stand in groups, each with its twins; a group goes by its lowest
        number.
        """
        for one in ("node", "twin"):
            self._put(
                f"UPDATE propositions SET cluster = ? WHERE {one} = ?",
                ((min(group), node) for group in groups for node in group),
            )

    def candidates(self, keys: Collection[int]) -> list[tuple[int, int]]:
        """The propositions that have any of blocking `keys`, with the key."""
        query = f"SELECT key, node FROM keys WHERE key IN {_IN}"
        return [(row[0], row[1]) for row in self._rows(query, json.dumps(sorted(keys)))]

    def likeness(self, nodes: Collection[int]) -> dict[int, dict[int, int]]:
        """The edges of propositions, to whatever they lead."""
        query = f"SELECT one, other, score FROM edges WHERE one IN {_IN}"
        found: dict[int, dict[int, int]] = {node: {} for node in nodes}
        for one, other, score in self._rows(query, json.dumps(sorted(nodes))):
            found[one][other] = score
        return found

    def bonds(self, clusters: Collection[int]) -> dict[int, dict[int, int]]:
        """The edges between members of one group, for some groups."""
        query = (
            "SELECT e.one, e.other, e.score FROM propositions p CROSS JOIN edges e "
            "ON e.one = p.node CROSS JOIN propositions q ON q.node = e.other "
            f"WHERE p.cluster IN {_IN} AND q.cluster = p.cluster"
        )
        found: dict[int, dict[int, int]] = {}
        for one, other, score in self._rows(query, json.dumps(sorted(clusters))):
            found.setdefault(one, {})[other] = score
        return found

    def put_edges(self, edges: Iterable[tuple[int, int, int]]) -> None:
        """Note how like propositions are."""
        self._put(
            "INSERT OR REPLACE INTO edges VALUES (?, ?, ?)",
            (row for a, b, score in edges for row in ((a, b, score), (b, a, score))),
        )

    # --- copies -----------------------------------------------------------------------------------

    def marked_with(self, marks: Collection[int]) -> list[int]:
        """The pages that any of `marks` leads to, by their numbers."""
        query = f"SELECT DISTINCT page FROM marks WHERE mark IN {_IN} ORDER BY page"
        return [row[0] for row in self._rows(query, json.dumps(sorted(marks)))]

    def runs(self, numbers: Collection[int]) -> dict[int, bytes]:
        """The runs of words of pages, packed as `onrecord.link.copies` unpacks them."""
        query = f"SELECT page, packed FROM runs WHERE page IN {_IN}"
        return dict(self._rows(query, json.dumps(sorted(numbers))))

    def copies_of(self, documents: Collection[str]) -> dict[str, str]:
        """The near-copies among `documents`, and what they were made from."""
        query = f"SELECT document, original FROM copies WHERE document IN {_IN}"
        return dict(self._rows(query, json.dumps(sorted(documents))))

    def made_from(self, documents: Collection[str]) -> list[str]:
        """The near-copies that were made from one of `documents`."""
        query = f"SELECT document FROM copies WHERE original IN {_IN}"
        return [row[0] for row in self._rows(query, json.dumps(sorted(documents)))]

    def put_copy(self, document: str, original: str | None) -> None:
        """Note what a page was made from, or that it is no copy."""
        self._put("DELETE FROM copies WHERE document = ?", [(document,)])
        if original is not None:
            self._put("INSERT INTO copies VALUES (?, ?)", [(document, original)])

    # --- claims -----------------------------------------------------------------------------------

    def claims(self, clusters: Collection[int] | None = None) -> list[tuple[int, Claim]]:
        """The claims in their order, or those of some groups."""
        if clusters is None:
            rows = self._rows("SELECT cluster, body FROM claims ORDER BY place, cluster")
        else:
            query = f"SELECT cluster, body FROM claims WHERE cluster IN {_IN} ORDER BY place"
            rows = self._rows(query, json.dumps(sorted(clusters)))
        return [(row[0], load(Claim, row[1])) for row in rows]

    def clusters_called(self, beginning: str) -> list[tuple[str, int]]:
        """The ids, also former ones, that begin with `beginning`, and whose they are."""
        query = "SELECT alias, cluster FROM aliases WHERE alias >= ? AND alias < ? ORDER BY alias"
        return [(row[0], row[1]) for row in self._rows(query, beginning, beginning + "g")]

    def clusters_worded(self, words: str) -> list[int]:
        """The groups whose claim is put in these words."""
        return [row[0] for row in self._rows("SELECT cluster FROM claims WHERE words = ?", words)]

    def clusters_due(self, first: str, last: str) -> list[int]:
        """The groups whose promise is due from one day to before another."""
        query = "SELECT cluster FROM claims WHERE due >= ? AND due < ?"
        return [row[0] for row in self._rows(query, first, last)]

    def clusters_resting_on(self, documents: Collection[str]) -> list[int]:
        """The groups whose claim has evidence on one of `documents`."""
        query = f"SELECT DISTINCT cluster FROM evidence WHERE document IN {_IN}"
        return [row[0] for row in self._rows(query, json.dumps(sorted(documents)))]

    def every_cluster(self) -> list[int]:
        """Every group of propositions."""
        query = "SELECT DISTINCT cluster FROM propositions WHERE cluster IS NOT NULL"
        return [row[0] for row in self._rows(query)]

    def drop_claims(self, clusters: Collection[int]) -> None:
        """Drop the claims of groups."""
        listed = json.dumps(sorted(clusters))
        for table in ("claims", "aliases", "evidence"):
            query = f"DELETE FROM {table} WHERE cluster IN {_IN}"
            self._rows(query, listed)

    def put_claim(self, cluster: int, place: str, words: str, claim: Claim) -> None:
        """Keep the claim of a group; `words` are those by which a judgement finds it."""
        due = claim.due.end if claim.due else None
        row = (cluster, claim.id, place, claim.status, due, words, dump(claim))
        self._put("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)", [row])
        called = sorted({claim.id, *claim.aliases})
        self._put("INSERT INTO aliases VALUES (?, ?)", ((alias, cluster) for alias in called))
        self._put(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?)",
            (
                (cluster, number, e.statement, e.document, e.stance)
                for number, e in enumerate(claim.evidence)
            ),
        )


def _pack(numbers: Iterable[int]) -> bytes:
    """Numbers as hexadecimal words, so that nothing but the bar can be a bar."""
    return b" ".join(b"%x" % number for number in numbers)


def _unpack(packed: bytes) -> list[int]:
    return [int(word, 16) for word in packed.split()]


def _spread(keys: Iterable[tuple[int, Iterable[int]]]) -> Iterable[Row]:
    return ((key, node) for node, found in keys for key in sorted(found))
