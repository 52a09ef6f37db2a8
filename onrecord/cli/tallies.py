"""The source record on a terminal: a sentence for each kind of source, a row for each outlet."""

from rich.padding import Padding
from rich.table import Table

from onrecord.cli.screen import count, ink, screen
from onrecord.judge import Carrier, SourceRecord, Tally
from onrecord.model import Status

MOST_OUTLETS = 15  # rows; --json has them all

_CLAIMS = ("claim", "claims")
_PLEDGES = ("pledge or forecast", "pledges and forecasts")
_RESTING = {
    ("report", Carrier.PARTY): (_CLAIMS, "by those concerned"),
    ("report", Carrier.NAMED): (_CLAIMS, "resting on named sources"),
    ("report", Carrier.ACCUSER): (_CLAIMS, "by an accuser"),
    ("report", Carrier.UNNAMED): (_CLAIMS, "resting on unnamed sources"),
    ("report", Carrier.OUTLET): (_CLAIMS, "resting on an outlet's word alone"),
    ("report", Carrier.SOCIAL): (_CLAIMS, "resting on social media"),
    ("promise", Carrier.PARTY): (_PLEDGES, "by those concerned"),
    ("promise", Carrier.NAMED): (_PLEDGES, "by others, named"),
    ("promise", Carrier.ACCUSER): (_PLEDGES, "by an accuser"),
    ("promise", Carrier.UNNAMED): (_PLEDGES, "resting on unnamed sources"),
    ("promise", Carrier.OUTLET): (_PLEDGES, "resting on an outlet's word alone"),
    ("promise", Carrier.SOCIAL): (_PLEDGES, "resting on social media"),
}


def tell_tally(kind: str, carrier: Carrier, tally: Tally) -> str:
    """How the claims of one kind of source ended, in a sentence with every number in it."""
    held, fell = ("met", "missed") if kind == "promise" else ("confirmed", "refuted or withdrawn")
    if kind == "promise" and tally.fell != tally.statuses.get(Status.MISSED, 0):
        fell = "missed, refuted or withdrawn"
    verb = "is" if tally.unresolved == 1 else "are"
    sentence = (
        f"Of {_name_tally(kind, carrier, tally)} in this ledger, {tally.held:,} "
        f"{_was(tally.held)} {held}, {tally.fell:,} {fell}, {tally.unresolved:,} {verb} open"
    )
    denied = tally.statuses.get(Status.DENIED, 0)
    if denied:
        sentence += f" ({denied:,} of these denied, which ends nothing)"
    return f"{sentence}. {tell_share(tally)}"


def tell_share(tally: Tally) -> str:
    """The share that held among those that ended, with its interval, or that they are too few."""
    ended = tally.held + tally.fell
    if tally.interval is None:
        return "None has ended."
    if tally.few:
        return f"Only {count(ended, 'has', 'have')} ended: too few to go by."
    low, high = tally.interval
    return (
        f"Of the {ended:,} that ended, {tally.held:,} held: {_percent(tally.held / ended)} "
        f"(95 % interval {_percent(low)} to {_percent(high)})."
    )


def print_record(record: SourceRecord) -> None:
    """Sentences by kind of source, then the outlets, then what the numbers are not."""
    out = screen()
    families = (("report", record.reports), ("promise", record.promises))
    told = [(k, carrier, tally) for k, family in families for carrier, tally in family.items()]
    for kind, carrier, tally in told:
        if not _is_open(tally):
            out.print(ink(tell_tally(kind, carrier, tally)))
    still = [_name_tally(kind, carrier, tally) for kind, carrier, tally in told if _is_open(tally)]
    if still:
        out.print(ink(f"None has ended of {'; '.join(still)}."))
    if record.own:
        own = count(record.own, "claim comes", "claims come")
        out.print(ink(f"Not counted: {own} only from those concerned: announced, not reported."))
    if record.unclear:
        out.print(ink(f"Not counted: {count(record.unclear, 'claim')} whose source is unclear."))
    if record.outlets:
        out.print()
        out.print(ink("Where reports go back to", style="bold underline"))
        out.print(Padding(_outlets(record), (0, 0, 0, 2)))
        left = len(record.outlets) - MOST_OUTLETS
        if left > 0:
            out.print(ink(f"  and {count(left, 'outlet')} more (--json has all)", style="dim"))
    out.print()
    out.print(
        ink(
            "Counts over the articles of this ledger, as somebody chose them; no grades. What an "
            "echo tells counts for the outlet that it repeats.",
            style="dim",
        )
    )


def _outlets(record: SourceRecord) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    table.add_column("outlet")
    for heading in ("claims", "held", "fell", "open"):
        table.add_column(heading, justify="right")
    table.add_column("held, of the ended (95 % interval)", no_wrap=True)
    for one in record.outlets[:MOST_OUTLETS]:
        tally = one.tally
        numbers = (tally.claims, tally.held, tally.fell, tally.unresolved)
        table.add_row(ink(one.outlet), *(f"{number:,}" for number in numbers), _share(tally))
    return table


def _share(tally: Tally) -> str:
    if tally.interval is None:
        return "none ended"
    low, high = tally.interval
    few = "; too few" if tally.few else ""
    return f"{tally.held} of {tally.held + tally.fell} ({_percent(low)} to {_percent(high)}{few})"


def _name_tally(kind: str, carrier: Carrier, tally: Tally) -> str:
    noun, rest = _RESTING[kind, carrier]
    return f"{count(tally.claims, *noun)} {rest}"


def _is_open(tally: Tally) -> bool:
    return tally.interval is None


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
