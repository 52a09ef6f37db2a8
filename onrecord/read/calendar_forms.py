"""Forms of dates: how news English writes a day, a month, a quarter, "two weeks ago".

A form is a pattern over lower-cased text and what it means on the calendar. The expressions are
those of TimeML's TIMEX3 (Pustejovsky et al. 2003) that name a day or a longer stretch; hours and
mere durations are left out.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.kit import Kit, load_kit
from onrecord.read.intervals import (
    UNKNOWN,
    Days,
    back,
    beginning,
    day,
    ending,
    months,
    nearest,
    shift,
    years,
)

_YEAR = r"(?:1[5-9]|20)\d\d"
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3}
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_LONGEST = 400  # years, months or days counted back; more is no date of a news page


@dataclass(frozen=True, slots=True)
class Context:
    """What a form needs beside its words: the publication day, and whether the future is meant."""

    published: date | None
    ahead: bool


Groups = dict[str, str | None]
Meaning = Callable[[Groups, Context], Days | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date."""

    name: str
    pattern: re.Pattern[str]
    mean: Meaning


class Calendar:
    """The names of the sheet `read_calendar` and the forms built from them."""

    def __init__(self, kit: Kit) -> None:
        rows = kit.rows("read_calendar")
        self.months = {row["word"]: int(row["number"]) for row in rows if row["kind"] == "month"}
        self.weekdays = {
            row["word"]: int(row["number"]) for row in rows if row["kind"] == "weekday"
        }
        self.seasons = {row["word"]: int(row["number"]) for row in rows if row["kind"] == "season"}
        self.alone = {row["word"] for row in rows if row["alone"] == "yes"}
        self.counts = {row["word"]: int(row["number"]) for row in kit.rows("read_counts")}
        self.forms = self._build(kit)
        bare = (f"(?P<{form.name}>{_uncaptured(form.pattern.pattern)})" for form in self.forms)
        self.union = re.compile(
            r"(?:(?<![\w$€£¥.,/-])|(?<=\bmid-))(?:" + "|".join(bare) + r")(?![\w])"
        )
        self.by_name = {form.name: form for form in self.forms}

    def number(self, word: str) -> int | None:
        """The number that a word or digits give."""
        return int(word) if word.isdigit() else self.counts.get(word)

    def _month_number(self, groups: Groups) -> int:
        return self.months[(groups["mon"] or "").rstrip(".")]

    def _build(self, kit: Kit) -> list[Form]:
        """The forms of the sheet `read_date_forms`, each with what it means."""
        names = {
            "{month}": _dotted(self.months),
            "{anyday}": _any(self.weekdays),
            "{weekday}": _any(name for name in self.weekdays if name in self.alone),
            "{season}": _any(self.seasons),
            "{count}": _any(self.counts),
            "{unit}": "day|week|month|quarter|year|decade",
            "{year}": _YEAR,
        }
        meanings: dict[str, Meaning] = {
            "iso": self._full,
            "month_day": self._full,
            "day_month": self._full,
            "month_year": self._month,
            "month_step": self._month,
            "step_name": self._stepped,
            "season_year": self._season,
            "quarter": self._quarter,
            "half": self._half,
            "decade": self._decade,
            "year_range": self._years,
            "ago": self._ago,
            "stretch": self._stretch,
            "rest": self._rest,
            "edge": self._edge,
            "step": self._step,
            "year_end": self._year_end,
            "near": self._near,
            "weekday": self._weekday,
            "month": self._month,
            "year": self._years,
        }
        forms = []
        for row in kit.rows("read_date_forms"):
            pattern = row["pattern"]
            for name, words in names.items():
                pattern = pattern.replace(name, words)
            forms.append(Form(row["name"], re.compile(pattern), meanings[row["name"]]))
        return forms

    def _full(self, groups: Groups, context: Context) -> Days | None:
        """A day of a month, or a run of days; without a year, the year nearest to publication."""
        month = int(groups["m"] or 0) if groups.get("m") else self._month_number(groups)
        first = int((groups["d"] or "").rstrip("sthndr"))
        if groups.get("y"):
            return _run(int(groups["y"] or 0), month, first, groups.get("d2"))
        if day(2024, month, first) is None:
            return None
        if context.published is None:
            return UNKNOWN
        near = range(context.published.year - 1, context.published.year + 2)
        choices = [_run(year, month, first, groups.get("d2")) for year in near]
        return nearest(context.published, [one for one in choices if one], context.ahead)

    def _month(self, groups: Groups, context: Context) -> Days | None:
        return self._within_year(groups, context, self._month_number(groups), 1)

    def _season(self, groups: Groups, context: Context) -> Days | None:
        return self._within_year(groups, context, self.seasons[groups["season"] or ""], 3)

    def _quarter(self, groups: Groups, context: Context) -> Days | None:
        order = int(groups["q"] or 0) - 1 if groups["q"] else _ORDINALS[groups["ord"] or ""]
        return self._within_year(groups, context, 3 * order + 1, 3, nearest_at_all=True)

    def _half(self, groups: Groups, context: Context) -> Days | None:
        order = int(groups["h"] or 0) - 1 if groups["h"] else _ORDINALS[groups["ord"] or ""]
        return self._within_year(groups, context, 6 * order + 1, 6, nearest_at_all=True)

    def _within_year(
        self, groups: Groups, context: Context, first: int, count: int, nearest_at_all: bool = False
    ) -> Days:
        """Some months of a year: the one given, "last year", or the one that the tense tells."""
        if groups.get("y"):
            return months(int(groups["y"] or 0), first, count)
        published = context.published
        if published is None:
            return UNKNOWN
        if groups.get("step"):
            return months(published.year + _STEPS.get(groups["step"] or "", 0), first, count)
        choices = [months(published.year + step, first, count) for step in (-1, 0, 1)]
        if not nearest_at_all and not context.ahead:
            choices = [one for one in choices if one.first is not None and one.first <= published]
            return choices[-1]
        return nearest(published, choices, context.ahead)

    def _stepped(self, groups: Groups, context: Context) -> Days | None:
        """ "last November", "next Tuesday", "this summer"."""
        published = context.published
        if published is None:
            return UNKNOWN
        step = _STEPS[groups["step"] or ""]
        if groups["wd"]:
            return _weekday(published, self.weekdays[groups["wd"]], step)
        first = (
            self._month_number(groups) if groups["mon"] else self.seasons[groups["season"] or ""]
        )
        count = 1 if groups["mon"] else 3
        choices = [months(published.year + one, first, count) for one in (-2, -1, 0, 1)]
        if step < 0:  # in January "last winter" began in December of the year before last
            return [one for one in choices if one.last is not None and one.last < published][-1]
        if step > 0:
            return next(one for one in choices if one.first is not None and one.first > published)
        return choices[2]

    def _decade(self, groups: Groups, context: Context) -> Days | None:
        ten = int(groups["ten"] or 0)
        if groups["century"]:
            return years(int(groups["century"]) * 100 + ten * 10, 10)
        return years((1900 if ten >= 3 else 2000) + ten * 10, 10)

    def _years(self, groups: Groups, context: Context) -> Days | None:
        """A year, or a run of years; "2015-16" ends in 2016, "2015-04" is no run."""
        first = int(groups["y"] or 0)
        if not groups.get("y2"):
            return years(first)
        last = int(groups["y2"] or 0)
        last = last if last > 99 else first // 100 * 100 + last
        return years(first, last - first + 1) if last > first else None

    def _ago(self, groups: Groups, context: Context) -> Days | None:
        count = self.number(groups["n"] or "")
        if count is None or count > _LONGEST // (10 if groups["unit"] == "decade" else 1):
            return None
        if context.published is None:
            return UNKNOWN
        found = back(context.published, groups["unit"] or "", count)
        return Days(None, found.last) if groups["vague"] in ("more than ", "over ") else found

    def _stretch(self, groups: Groups, context: Context) -> Days | None:
        """ "the past three months", "the next two years": from or to the publication day."""
        count = self.number(groups["n"] or "")
        if count is None or count > _LONGEST // (10 if groups["unit"] == "decade" else 1):
            return None
        if context.published is None:
            return UNKNOWN
        unit, step = groups["unit"] or "", _STEPS[groups["step"] or ""]
        far = shift(context.published, unit, step * count)
        return Days(far.first, context.published) if step < 0 else Days(context.published, far.last)

    def _rest(self, groups: Groups, context: Context) -> Days | None:
        """ "later this year", "earlier this month"."""
        if context.published is None:
            return UNKNOWN
        whole = shift(context.published, groups["unit"] or "", 0)
        if groups["side"] == "later":
            return Days(context.published, whole.last)
        return Days(whole.first, context.published)

    def _edge(self, groups: Groups, context: Context) -> Days | None:
        """ "the end of the year", "the start of next month"."""
        if context.published is None:
            return UNKNOWN
        whole = shift(context.published, groups["unit"] or "", _STEPS.get(groups["step"] or "", 0))
        if groups["edge"] in ("end", "close"):
            return ending(whole)
        return beginning(whole) if groups["edge"] != "middle" else whole

    def _step(self, groups: Groups, context: Context) -> Days | None:
        """ "this week", "last month", "next year", "last night"."""
        if context.published is None:
            return UNKNOWN
        step = _STEPS[(groups["step"] or "").removeprefix("the ")]
        unit = groups["unit"] or ""
        if unit == "night":
            return shift(context.published, "day", step)
        if (groups["step"] or "").startswith("the past"):
            return Days(shift(context.published, unit, -1).first, context.published)
        return shift(context.published, unit, step)

    def _year_end(self, groups: Groups, context: Context) -> Days | None:
        published = context.published
        if published is None:
            return UNKNOWN
        last = date(published.year, 12, 31)
        return Days(last, last)

    def _near(self, groups: Groups, context: Context) -> Days | None:
        if context.published is None:
            return UNKNOWN
        step = {"yesterday": -1, "tomorrow": 1}.get(groups["near"] or "", 0)
        return shift(context.published, "day", step)

    def _weekday(self, groups: Groups, context: Context) -> Days | None:
        if context.published is None:
            return UNKNOWN
        number = self.weekdays[groups["wd"] or ""]
        return _weekday(context.published, number, 1 if context.ahead else 0)


def calendar_of(kit: Kit | None = None) -> Calendar:
    """The compiled calendar of a kit (the packaged one by default)."""
    kit = kit or load_kit()
    return kit.once("read.calendar", Calendar)


def read_day(words: str) -> date | None:
    """The day that a carrier's date string names in full ("2026-02-04T10:00Z", "4 Feb 2026")."""
    calendar = calendar_of()
    low = " ".join(words[:80].lower().split())
    if re.fullmatch(r"(?:19|20)\d{6}", low):
        low = f"{low[:4]}-{low[4:6]}-{low[6:]}"
    for name in ("iso", "month_day", "day_month"):
        match = re.search(r"(?<!\w)(?:" + calendar.by_name[name].pattern.pattern + ")", low)
        if match and match.group("y"):
            found = calendar.by_name[name].mean(match.groupdict(), Context(None, False))
            return found.first if found else None
    return None


def _run(year: int, month: int, first: int, last: str | None) -> Days | None:
    start = day(year, month, first)
    if start is None or not last:
        return start
    end = day(year, month, int(last.rstrip("sthndr")))
    if end is None or end.last is None or start.first is None or end.last < start.first:
        return start
    return Days(start.first, end.last)


def _weekday(published: date, number: int, step: int) -> Days:
    """The last such weekday up to the publication day (0), before it (-1), or after it (1)."""
    past = (published.weekday() - number) % 7
    if step > 0:
        return shift(published, "day", 7 - past)
    return shift(published, "day", -(past or 7) if step < 0 else -past)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _dotted(months: dict[str, int]) -> str:
    """The months' names, those that are cut short with or without their full stop."""
    full = {max((w for w in months if months[w] == n), key=len) for n in months.values()}
    short = [word for word in months if word not in full]
    return rf"(?:{_any(full)})|(?:{_any(short)})\b\.?"


def _uncaptured(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
