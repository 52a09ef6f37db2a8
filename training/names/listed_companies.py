"""Makes onrecord/kit/names_listed.tsv: listed companies with their trade, from FinanceDatabase.

Source: FinanceDatabase by Jeroen Bouma (MIT licence), as one CSV with the columns name, symbol,
country, sector, industry. Kept are companies on main boards whose trade is given and whose short
name cannot be mistaken for an ordinary word, a person or a place.

    python training/names/listed_companies.py COMPANIES.csv SURNAMES

SURNAMES is `dist.all.last` of the 1990 census of the United States (public domain).
"""

import csv
import re
import sys
from pathlib import Path

KIT = Path(__file__).parents[2] / "onrecord" / "kit"
HEADER = (
    "# Listed companies, short names, from FinanceDatabase (https://github.com/JerBouma/"
    "FinanceDatabase), Copyright (c) Jeroen Bouma, MIT licence; shortened and filtered by "
    "training/names/listed_companies.py.\nname\taliases\tsector\tcountry\n"
)
MAIN_BOARDS = frozenset(
    "NS T SS SZ HK KS TW L PA DE MI AS BR SW ST CO OL HE VI MC LS TO SA MX JO IS SI KL BE".split()
)
SURNAMES = 30000  # the commonest; a company called by one of these alone is left out
SHORTEST = 5  # letters of a name of one word
LONGEST = 4  # words
TRADES = {
    "Automobiles": "automobiles",
    "Auto Components": "auto parts",
    "Semiconductors & Semiconductor Equipment": "semiconductors",
    "Electrical Equipment": "machinery",
    "Machinery": "machinery",
    "Software": "technology",
    "IT Services": "technology",
    "Electronic Equipment, Instruments & Components": "technology",
    "Technology Hardware, Storage & Peripherals": "technology",
    "Communications Equipment": "technology",
    "Interactive Media & Services": "technology",
    "Internet & Direct Marketing Retail": "retail",
    "Specialty Retail": "retail",
    "Food & Staples Retailing": "retail",
    "Entertainment": "media",
    "Media": "media",
    "Diversified Telecommunication Services": "telecoms",
    "Wireless Telecommunication Services": "telecoms",
    "Banks": "finance",
    "Insurance": "finance",
    "Capital Markets": "finance",
    "Consumer Finance": "finance",
    "Diversified Financial Services": "finance",
    "Professional Services": "consulting",
    "Oil, Gas & Consumable Fuels": "energy",
    "Energy Equipment & Services": "energy",
    "Electric Utilities": "energy",
    "Gas Utilities": "energy",
    "Multi-Utilities": "energy",
    "Independent Power and Renewable Electricity Producers": "energy",
    "Metals & Mining": "mining",
    "Chemicals": "chemicals",
    "Aerospace & Defense": "aerospace",
    "Airlines": "airlines",
    "Air Freight & Logistics": "transport",
    "Marine": "transport",
    "Road & Rail": "transport",
    "Beverages": "beverages",
    "Food Products": "food",
    "Hotels, Restaurants & Leisure": "hotels",
    "Pharmaceuticals": "pharmaceuticals",
    "Biotechnology": "pharmaceuticals",
    "Health Care Equipment & Supplies": "health care",
    "Health Care Providers & Services": "health care",
    "Textiles, Apparel & Luxury Goods": "luxury",
    "Household Durables": "consumer goods",
    "Construction & Engineering": "construction",
    "Construction Materials": "construction",
    "Industrial Conglomerates": "conglomerates",
}
COUNTRIES = {
    "United States": "US", "India": "IN", "Japan": "JP", "China": "CN", "Canada": "CA",
    "United Kingdom": "GB", "Germany": "DE", "France": "FR", "Hong Kong": "HK", "Sweden": "SE",
    "Taiwan": "TW", "South Korea": "KR", "Italy": "IT", "Spain": "ES", "Brazil": "BR",
    "Switzerland": "CH", "Netherlands": "NL", "Belgium": "BE", "Austria": "AT", "Norway": "NO",
    "Denmark": "DK", "Finland": "FI", "Turkey": "TR", "Singapore": "SG", "Malaysia": "MY",
    "Mexico": "MX", "South Africa": "ZA", "Australia": "AU", "Israel": "IL", "Portugal": "PT",
    "Ireland": "IE", "Poland": "PL", "Greece": "GR", "Luxembourg": "LU",
}  # fmt: skip
_ODD = re.compile(
    r"[%#*\d/\\]|\b(?:Fund|ETF|ETN|Trust|Stock|Preferred|Pref|Warrants?|Acquisition|Notes?|Bond|"
    r"SPAC|Units?|Depositary|ADR|Series|Class|Inh|O\.N|REIT|Partners|Income|Growth|Oppor\w*)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def read_words(sheet: str, column: str) -> set[str]:
    """One column of a sheet of the kit in lower case."""
    lines = (KIT / f"{sheet}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    place = rows[0].index(column)
    return {row[place].lower() for row in rows[1:] if len(row) > place}


def shorten(name: str, forms: set[str]) -> str:
    """A company's name without its legal forms: "Emmbi Industries Limited" -> without the last."""
    words = _BRACKETS.sub("", name).replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".&").lower() in forms:
        words.pop()
    if words and words[0] == "The":
        words = words[1:]
    return " ".join(words).strip(" .&-")


def is_usable(name: str, plain: set[str], taken: set[str]) -> bool:
    """Whether a short name can stand for its company alone."""
    words = name.split()
    if not words or len(words) > LONGEST or _ODD.search(name) or name.lower() in taken:
        return False
    if not all(word[0].isupper() or word in {"de", "of", "and"} for word in words):
        return False
    if sum(word.isupper() for word in words) == len(words) > 1:
        return False
    if len(words) == 1:
        return len(name) >= SHORTEST and not name.isupper() and name.lower() not in plain
    return not all(word.lower() in plain for word in words)


def main(companies: Path, surnames: Path) -> None:
    """Write the sheet."""
    forms = {form.strip(".").lower() for form in read_words("names_legal_forms", "form")}
    lines = surnames.read_text(encoding="ascii").split("\n")[:SURNAMES]
    plain = {line.split()[0].lower() for line in lines if line.strip()}
    plain |= read_words("names_common_words", "word") | read_words("names_first", "name")
    plain |= read_words("names_places", "name") | read_words("names_org_words", "word")
    taken: set[str] = set()
    for sheet in ("names_companies", "names_outlets", "names_authorities", "names_places"):
        for column in ("name", "aliases"):
            taken |= {part for cell in read_words(sheet, column) for part in cell.split("|")}
    rows = set()
    for row in csv.DictReader(companies.open(encoding="utf-8")):
        board = row["symbol"].rpartition(".")[2]
        name = shorten(row["name"], forms)
        if board in MAIN_BOARDS and row["industry"] in TRADES and is_usable(name, plain, taken):
            taken.add(name.lower())
            rows.add((name, TRADES[row["industry"]], COUNTRIES.get(row["country"], "")))
    text = "".join(f"{name}\t\t{trade}\t{country}\n" for name, trade, country in sorted(rows))
    (KIT / "names_listed.tsv").write_text(HEADER + text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
