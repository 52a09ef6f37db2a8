"""Figures of an article are proposed for variables by unit and words (about invented companies)."""

from collections.abc import Callable

from onrecord.kit import Kit
from onrecord.measure.worksheets import Binding, Quote, bind_figures, load_sheet, solve_sheet
from onrecord.model import Figure

TEXT = (
    "Orvane's Velland works can build 240,000 vans a year. "
    "It needs about 75 % of capacity to break even. "
    "Sales came to under 60,000 vans last year, and the works has 2,100 employees. "
    "Shares of Orvane fell 4 % on Monday."
)
FiguresOf = Callable[[str], list[Figure]]


def bind(text: str, name: str, kit: Kit, figures_of: FiguresOf) -> dict[str, Binding]:
    sheet = load_sheet(name, kit)
    quotes = []
    for figure in figures_of(text):
        start = text.rfind(". ", 0, figure.start) + 2 if ". " in text[: figure.start] else 0
        end = text.find(". ", figure.end)
        sentence = text[start : end if end >= 0 else len(text)]
        quotes.append(Quote(figure, sentence, figure.start - start, "works.txt"))
    return {item.given.variable: item for item in bind_figures(sheet, quotes, kit)}


def test_figures_find_their_variables(kit: Kit, figures_of: FiguresOf) -> None:
    found = bind(TEXT, "plant", kit, figures_of)
    words = {name: item.quote.figure.text for name, item in found.items()}
    assert words == {
        "capacity": "240,000 vans a year",
        "be_rate": "about 75 %",
        "sales": "under 60,000 vans",
    }
    assert found["sales"].given.interval == (0, 60_000)
    assert found["be_rate"].given.interval == (0.705, 0.795)
    assert "240,000" in found["capacity"].quote.sentence


def test_a_bare_figure_of_an_article_is_taken_as_rounded(kit: Kit, figures_of: FiguresOf) -> None:
    given = bind(TEXT, "plant", kit, figures_of)["capacity"].given
    assert given.interval == (235_000, 245_000)
    assert "at most 2.5 %" in given.rule
    assert given.quoted


def test_a_figure_without_its_period_is_bound_and_flagged(kit: Kit, figures_of: FiguresOf) -> None:
    found = bind(TEXT, "plant", kit, figures_of)
    assert found["sales"].given.flags == ("period missing: taken as a figure for one year",)
    assert found["capacity"].given.flags == ()


def test_figures_of_another_kind_or_by_other_words_are_left_alone(
    kit: Kit, figures_of: FiguresOf
) -> None:
    assert bind("Velland has 12,000 inhabitants and 3 mills.", "plant", kit, figures_of) == {}
    assert bind("Rents rose 4 % in Velland.", "plant", kit, figures_of) == {}
    assert bind("Output rose sharply at the plant.", "plant", kit, figures_of) == {}


def test_a_term_is_exact_and_a_figure_serves_one_variable(kit: Kit, figures_of: FiguresOf) -> None:
    text = "Tallis offers a seven-year loan at 4.9 % interest on cars priced at $31,000."
    found = bind(text, "loan", kit, figures_of)
    assert found["n"].given.interval == (84, 84)
    assert found["price"].given.currency == "USD"
    figures = [item.quote.figure.id for item in found.values()]
    assert len(figures) == len(set(figures))


def test_what_else_fits_is_listed(kit: Kit, figures_of: FiguresOf) -> None:
    text = "The works can build 240,000 vans a year. An annexe can build 30,000 vans a year."
    found = bind(text, "plant", kit, figures_of)["capacity"]
    assert found.quote.figure.text == "240,000 vans a year"
    assert found.others == ("30,000 vans a year",)


def test_bound_figures_can_be_solved_with(kit: Kit, figures_of: FiguresOf) -> None:
    found = bind(TEXT, "plant", kit, figures_of)
    solution = solve_sheet(load_sheet("plant", kit), [item.given for item in found.values()])
    answer = solution.answers[-1]
    assert answer.result is not None
    assert answer.result.interval.low > 100_000
    assert solution.notes == ("sales: period missing: taken as a figure for one year",)
