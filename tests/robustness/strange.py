"""Texts that no newspaper prints and every inbox holds, made of one invented article."""

import random
from collections.abc import Callable

ARTICLE = """Orvane Motors denies sale of Velland works

May 6, 2026

Orvane Motors is in talks to sell its Velland works to Tallis Foods, the Velland Herald reported \
on Monday. Orvane said there was “no truth” to the report. “We are not selling the Velland works,” \
said Mara Quill, chief executive of Orvane Motors.

A spokesperson for Tallis Foods declined to comment. The works makes 40,000 vans a year. Analysts \
at Brisk Partners expect output to fall by 10% next year, according to a note.

"It is the third time this year," Quill told reporters, "that somebody has sold us over lunch."

The union said its members had been told nothing. Councillor Tomas Idris confirmed that the town \
had received no application.
"""
SENTENCE = "Orvane Motors said on Monday that it would not sell the Velland works for $40 million"
TURNS = (
    "QUILL: Thank you. We have no plans to sell the works.",
    "IDRIS: I was told otherwise by the company last week.",
    "MODERATOR: What do you say to that?",
    "MS. HALE: Let me be clear: the report is false.",
)
CHAT = ("they said it is closing", "lol no", "orvane says no truth to it", "source: trust me")
FRENCH = "Orvane a déclaré lundi qu’il n’y avait « aucune vérité » dans ce rapport."
GERMAN = "Orvane sagte am Montag, der Bericht über das Werk sei „völlig falsch“ und erfunden."
ARABIC = "قالت الشركة إنها لن تبيع المصنع."
WORDS = ("said", "Orvane", "denied", "no", "“", "it", "report", "sell", "42", "Tallis")


def sprinkle(mark: str, share: float) -> str:
    """The article with a mark after so many of its characters."""
    chance = random.Random(3)
    return "".join(sign + mark * (chance.random() < share) for sign in ARTICLE)


def strip_marks(text: str) -> str:
    """A text without its punctuation."""
    return "".join(sign for sign in text if sign.isalnum() or sign.isspace())


def say_headlines() -> str:
    """Nothing but headlines, a line each."""
    names = ("Orvane", "Tallis", "Brisk Partners")
    verbs = ("denies", "to buy", "says", "confirms", "‘not selling’", "rumoured to leave")
    things = ("Velland works", "plant sale: report", "talks, as union warns of strike")
    return "\n".join(f"{a} {b} {c}" for a in names for b in verbs for c in things)


def nest_quotations(depth: int) -> str:
    """Quotations inside quotations."""
    half = depth // 2
    return f"Orvane said: {'“he said ‘' * half}no{'’ ”' * half}.\n\n{ARTICLE}"


def soup() -> str:
    """Ten thousand lines of one word."""
    chance = random.Random(3)
    return "\n".join(chance.choice(WORDS) for _ in range(10_000))


# Somebody says something in each of these.
SPOKEN: dict[str, Callable[[], str]] = {
    "no quotation marks": lambda: ARTICLE.translate(dict.fromkeys(map(ord, '“”"'))),
    "all capitals": ARTICLE.upper,
    "no capitals": ARTICLE.lower,
    "Capitals In Every Word": ARTICLE.title,
    "no punctuation": lambda: strip_marks(ARTICLE),
    "one line without punctuation": lambda: " ".join((strip_marks(ARTICLE) * 12).split()),
    "a transcript": lambda: "\n\n".join(TURNS * 20),
    "a chat": lambda: "\n".join(f"[10:{n % 60:02}] <tom> {CHAT[n % 4]}" for n in range(200)),
    "headlines only": say_headlines,
    "languages mixed": lambda: f"{ARTICLE}\n{FRENCH}\n\n{GERMAN}\n\n{ARABIC}\n\n{ARTICLE}",
    "marks from right to left": lambda: sprinkle("\u200f", 0.05),
    "overrides of direction": lambda: sprinkle("\u202e", 0.05),
    "emoji": lambda: sprinkle("😀", 0.03),
    "zero-width spaces": lambda: sprinkle("\u200b", 0.05),
    "zero-width joiners": lambda: sprinkle("\u200d", 0.2),
    "letters beyond the first plane": lambda: "Orvane said 𝕹𝖔 𝖕𝖑𝖆𝖓𝖘 to sell it. " * 40,
    "control characters": lambda: "Orvane\x00 said\x00 it would not sell the works.\x0c\x0b " * 40,
    "fifty quotations deep": lambda: nest_quotations(50),
}
# Nobody says anything in these.
SILENT: dict[str, Callable[[], str]] = {
    "a list": lambda: "\n".join(f"- Item {n}: Orvane {2000 + n} {n * 3}%" for n in range(600)),
    "a table": lambda: "\n".join(f"Orvane\tVelland\t{n}\t${n}m\t{n}%" for n in range(600)),
    "addresses": lambda: "https://example.com/a?said=no&b=c " * 2_000,
    "tags in a text": lambda: "<p>Orvane <b>&amp;</b></p>" * 1_000,
}
# Far too much of something; nobody says anything.
HEAPS: dict[str, Callable[[], str]] = {
    "100,000 straight marks": lambda: '"' * 100_000,
    "100,000 curly marks": lambda: "“" * 50_000 + "”" * 50_000,
    "quoted letters": lambda: "“a” " * 25_000,
    "apostrophes": lambda: "'" * 50_000,
    "brackets": lambda: "(" * 20_000 + "said" + ")" * 20_000,
    "full stops": lambda: ". " * 30_000,
    "full stops, no space": lambda: "." * 100_000,
    "points of omission": lambda: "…" * 100_000,
    "questions": lambda: "?!" * 50_000,
    "dashes": lambda: "— " * 30_000,
    "one number": lambda: "1" * 100_000,
    "numbers": lambda: "1,000 " * 20_000,
    "one word": lambda: "x" * 100_000,
    "empty lines": lambda: "\n" * 100_000,
    "spaces": lambda: "Orvane" + " " * 100_000 + "Velland",
    "ampersands": lambda: "&amp; " * 20_000,
}
# As long as pages get, and spoken.
LONG: dict[str, Callable[[], str]] = {
    "200,000 characters": lambda: (ARTICLE * 300)[:200_000],
    "one sentence of 40,000 characters": lambda: f"{SENTENCE}, and " * 400 + "so on.",
    "who said that who said": lambda: "Orvane said " + "that Tallis said " * 2_400 + "no.",
    "10,000 lines of one word": soup,
    "a quotation 5,000 times": lambda: "“No,” he said. " * 5_000,
}
