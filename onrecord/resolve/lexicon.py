"""The word lists by which names are told apart: titles, given names, organisation words."""

from dataclasses import dataclass

from onrecord.kit.loader import Kit

_SHORT_TITLE = 4  # letters of a title that is written with a full stop ("Lt.", "Sen.")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sheets of the kit as sets and maps, in lower case where the sheet's words are."""

    prefixes: dict[str, str]  # title before a name -> gender
    offices: dict[str, tuple[str, str]]  # office -> (class, gender)
    given: dict[str, str]  # given name -> gender
    org_words: dict[str, str]  # word of an organisation's name -> role
    unions: frozenset[str]  # organisation words of those who unite people ("Union", "Party")
    forms: frozenset[str]  # legal forms that mark a company
    calendar: frozenset[str]
    common: frozenset[str]
    speech: frozenset[str]
    unnamed: frozenset[str]
    abbreviations: frozenset[str]
    sectors: dict[str, str]  # sector -> family
    broadcasters: frozenset[str]
    plain: frozenset[str]  # words that open headings and sentences and name nobody alone
    replies: frozenset[str]  # nouns whose owner speaks ("X's reply")
    finite: frozenset[str]  # verbs that no name holds
    public: dict[str, str]  # people whom news names without introduction -> gender


def load_lexicon(kit: Kit) -> Lexicon:
    """The lexicon of `kit`, built once."""
    return kit.once("resolve.lexicon", _build)


def _build(kit: Kit) -> Lexicon:
    roles = kit.rows("names_roles")
    prefixes = {row["title"].lower(): row["gender"] for row in roles if row["use"] == "prefix"}
    short = {
        part
        for row in roles
        if row["use"] == "prefix"
        for part in row["title"].split()
        if len(part.rstrip(".")) <= _SHORT_TITLE
    }
    return Lexicon(
        prefixes={title.replace(".", ""): gender for title, gender in prefixes.items()},
        offices={
            row["title"].lower(): (row["class"], row["gender"])
            for row in roles
            if row["use"] == "office"
        },
        given={row["name"]: row["gender"] for row in kit.rows("names_first")},
        org_words={row["word"]: row["role"] for row in kit.rows("names_org_words")},
        unions=frozenset(
            row["word"]
            for row in kit.rows("names_org_words")
            if row["role"] in ("union", "association", "league", "government", "university")
        ),
        forms=frozenset(
            row["form"] for row in kit.rows("names_legal_forms") if row["strength"] == "hard"
        ),
        calendar=kit.words("names_calendar"),
        common=kit.words("names_common_words"),
        speech=kit.words("names_speech_verbs"),
        unnamed=kit.words("names_unnamed"),
        abbreviations=frozenset(part.rstrip(".") for part in short) | {"St"},
        sectors={row["sector"]: row["family"] for row in kit.rows("names_sectors")},
        plain=kit.words("names_plain_words"),
        replies=kit.words("names_replies"),
        finite=kit.words("names_finite"),
        broadcasters=kit.words("names_broadcasters", "name"),
        public={row["name"]: row["gender"] for row in kit.rows("names_people")},
    )
