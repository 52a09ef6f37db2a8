"""Who speaks: names, pronouns, descriptions."""

import pytest

from onrecord.kit import load_kit
from onrecord.model import EntityKind
from onrecord.resolve import find_names
from onrecord.resolve.antecedents import find_officer
from onrecord.resolve.lexicon import load_lexicon
from onrecord.resolve.scene import make_scene

from .conftest import Resolve, make_page


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        ("Norvane said no.", "Norvane", "Norvane"),
        ("A spokesman for Norvane said no.", "A spokesman for Norvane", "Norvane"),
        ("A Norvane spokeswoman said no.", "A Norvane spokeswoman", "Norvane"),
        (
            "Norvane chief executive Paul Dray said no.",
            "Norvane chief executive Paul Dray",
            "Paul Dray",
        ),
        ("Norvane and Karsund said no.", "Norvane and Karsund", "Norvane and Karsund"),
        (
            "Neither Norvane nor Karsund said so.",
            "Neither Norvane nor Karsund",
            "Norvane and Karsund",
        ),
        (
            "The Harbour Post's Anna Rills wrote so.",
            "The Harbour Post's Anna Rills",
            "Harbour Post",
        ),
        ("Anna Rills of KQXZ said so.", "Anna Rills of KQXZ", "KQXZ-TV"),
        ("A report in the Harbour Post said so.", "A report in the Harbour Post", "Harbour Post"),
        ("Paul Dray's sister, Nina Dray, said no.", "Paul Dray's sister, Nina Dray", "Nina Dray"),
        ("The Swedish government said no.", "The Swedish government", "Sweden"),
        ("Beijing said no.", "Beijing", "China"),
    ],
)
def test_the_name_that_speaks_is_found(
    resolve: Resolve, text: str, source: str, entity: str
) -> None:
    assert resolve(text, source)[0].entity == entity


@pytest.mark.parametrize(
    "source",
    [
        "Sources close to Norvane",
        "Two people familiar with Norvane's plans",
        "The Harbour Post's sources",
        "A Norvane insider",
        "A Chatterbox video",
        "Some analysts",
        "A rival company",
        "The wife of a man",
    ],
)
def test_one_who_is_not_named_is_nobody(resolve: Resolve, source: str) -> None:
    found = resolve(f"Norvane met Paul Dray. {source} said no.", source)[0]
    assert (found.entity, found.descriptor) == (None, source)


def test_a_name_alone_has_no_descriptor(resolve: Resolve) -> None:
    assert resolve("Norvane said no.", "Norvane")[0].descriptor is None


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        ("Norvane met Duralyx. The carmaker said no.", "The carmaker", "Norvane"),
        (
            "The EL wrote that Norvane met Karsund. The automaker denied it.",
            "The automaker",
            "Norvane",
        ),
        ("Norvane met Duralyx. The supplier said no.", "The supplier", "Duralyx"),
        (
            "Norvane wrote to Karsund. Both companies said no.",
            "Both companies",
            "Norvane and Karsund",
        ),
        (
            "The Castle Dealers Association met. The association said no.",
            "The association",
            "Castle Dealers Association",
        ),
        (
            "According to the Harbour Post, it rained. The newspaper said more.",
            "The newspaper",
            "Harbour Post",
        ),
        (
            "The Office of Rail Safety met. The regulator said no.",
            "The regulator",
            "Office of Rail Safety",
        ),
        ("Norvane met. A company spokesman said no.", "A company spokesman", "Norvane"),
        ("Mayor Tom Harl came. The mayor said no.", "The mayor", "Tom Harl"),
    ],
)
def test_a_description_stands_for_the_one_it_fits(
    resolve: Resolve, text: str, source: str, entity: str
) -> None:
    found = resolve(text, source)[0]
    assert (found.entity, found.descriptor) == (entity, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norvane and Karsund and Velmora met. Both companies said no.", "Both companies"),
        ("Norvane met. The airline said no.", "The airline"),
        (
            "Talks were held by Norvane. Talks were held by Karsund? The airline said no.",
            "The airline",
        ),
        ("According to KQXZ, it rained. The newspaper said more.", "The newspaper"),
        ("The Office of Rail Safety met. The appeals court said no.", "The appeals court"),
        ("Paul Dray met Norvane. The senator said no.", "The senator"),
        ("It rained. He said no.", "He"),
        ("Mary Stone left. He said no.", "He"),
    ],
)
def test_where_nobody_or_two_fit_nobody_is_meant(resolve: Resolve, text: str, source: str) -> None:
    assert resolve(text, source)[0].entity is None


@pytest.mark.parametrize(
    ("text", "sources", "entities"),
    [
        ("Mike Storrow warned of it. He argued on.", ("Mike Storrow", "He"), ["Mike Storrow"] * 2),
        (
            "Mike Storrow warned of it. He argued.\nSteve Garland, a banker, left. He wept.",
            ("Mike Storrow", "He", "He"),
            ["Mike Storrow", "Mike Storrow", "Steve Garland"],
        ),
        ("Paul Dray met Mary Stone. She said no.", ("She",), ["Mary Stone"]),
        ("Paul Dray, who said no, left.", ("who",), ["Paul Dray"]),
        ("Norvane is small. It said no.", ("It",), ["Norvane"]),
    ],
)
def test_a_pronoun_stands_for_the_most_prominent_before_it(
    resolve: Resolve, text: str, sources: tuple[str, ...], entities: list[str]
) -> None:
    assert [source.entity for source in resolve(text, *sources)] == entities


def test_nobody_is_meant_from_another_story(resolve: Resolve) -> None:
    text = "Norvane shut its plant.\nThe automaker said no.\n"
    assert resolve(text, "The automaker")[0].entity == "Norvane"
    assert resolve(text, "The automaker", stories=2)[0].entity is None


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        (
            "The Ombry Ledger reported it on Monday. The newspaper saw papers.",
            "The newspaper",
            "Ombry Ledger",
        ),
        (
            "It was a report in last week's Ombry Ledger. The paper said more.",
            "The paper",
            "Ombry Ledger",
        ),
        (
            "The Food Salt Authority met. It rained. The authority said no.",
            "The authority",
            "Food Salt Authority",
        ),
        (
            "Zentrix's reply was short: the company said no. Zentrix shares fell.",
            "the company",
            "Zentrix",
        ),
        (
            "The bakers of Orl met. A cooks' group, Dell Lane Forum, agreed.",
            "A cooks' group, Dell Lane Forum",
            "Dell Lane Forum",
        ),
    ],
)
def test_a_name_that_no_list_knows_is_meant_by_its_noun(
    resolve: Resolve, text: str, source: str, entity: str
) -> None:
    assert resolve(text, source)[0].entity == entity


TWO_LINES = (
    "Quorrel Ferries built a quay. Quorrel Ferries hired crews. Quorrel sold tickets. "
    "It is the rival of Vessrin Shipping. Both Vessrin Shipping and Quorrel Ferries are old. "
)


def test_of_two_in_one_trade_the_main_subject_is_meant(resolve: Resolve) -> None:
    found = resolve(TWO_LINES + "The ferry operator said no.", "The ferry operator")
    assert found[0].entity == "Quorrel Ferries"


def test_of_two_equals_in_one_trade_nobody_is_meant(resolve: Resolve) -> None:
    text = "Vessrin Shipping and Quorrel Ferries met. They left. The ferry operator said no."
    assert resolve(text, "The ferry operator")[0].entity in (None,)


@pytest.mark.parametrize(
    "source",
    ["A former manager at Norvane", "Unions at Norvane", "Papers seen by the Harbour Post"],
)
def test_one_beside_a_body_does_not_speak_for_it(resolve: Resolve, source: str) -> None:
    assert resolve(f"Norvane met. {source} said no.", source)[0].entity is None


def test_she_who_speaks_for_a_body_goes_on_speaking_for_it(resolve: Resolve) -> None:
    text = "It is off, a spokeswoman for Norvane said. Asked again, she said no."
    found = resolve(text, "a spokeswoman for Norvane", "she")
    assert [source.entity for source in found] == ["Norvane", "Norvane"]


def test_it_after_a_called_body_is_that_body(resolve: Resolve) -> None:
    text = "The Food Salt Authority met. Karsund shut. The authority said no. In May, it said more."
    found = resolve(text, "The authority", "it")
    assert [source.entity for source in found] == ["Food Salt Authority"] * 2


def test_it_is_not_the_outlet_of_a_byline(resolve: Resolve) -> None:
    text = "Harbour Post\n\nThe inspectors met on Monday. It examined 16 ships."
    assert resolve(text, "It")[0].entity is None
    text = "The Harbour Post wrote so on Monday. It said that it had papers."
    assert resolve(text, "The Harbour Post", "It")[1].entity == "Harbour Post"


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        ("KQXZ anchor Anna Rills says so. She added it.", "She", "KQXZ-TV"),
        ("The Harbour Post's Anna Rills wrote so. She added it.", "She", "Harbour Post"),
        ("Harbour Post senior editor Anna Rills said so.", "Anna Rills", "Harbour Post"),
        ("Norvane spokeswoman Anna Rills said so. She added it.", "She", "Anna Rills"),
        ("Harbour Post chief executive Anna Rills said so.", "Anna Rills", "Anna Rills"),
    ],
)
def test_a_journalist_speaks_for_the_outlet(
    resolve: Resolve, text: str, source: str, entity: str
) -> None:
    assert resolve(text, source)[0].entity == entity


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        ("Actor Paul Dray is well. The actor's reps said so.", "The actor's reps", "Paul Dray"),
        (
            "Paul Dray is well. Reps for the singer said so.",
            "Reps for the singer",
            "Paul Dray",
        ),
        ("Anna Rills left. Her lawyer said no.", "Her lawyer", "Anna Rills"),
        (
            "Anna Rills met Jane Dray. Reps for the singer said no.",
            "Reps for the singer",
            None,
        ),
        ("Norvane shut. The lawyers said no.", "The lawyers", None),
    ],
)
def test_a_spokesperson_without_a_name_speaks_for_the_person_of_the_page(
    resolve: Resolve, text: str, source: str, entity: str | None
) -> None:
    assert resolve(text, source)[0].entity == entity


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Paul Dray lost it. The 68-year-old said so.", "Paul Dray"),
        ("Paul Dray met Anna Rills. The 68-year-old said so.", None),
        ("Paul Dray met Norvane spokeswoman Anna Rills. The 68-year-old said so.", "Paul Dray"),
    ],
)
def test_an_age_stands_for_the_only_person_named(
    resolve: Resolve, text: str, entity: str | None
) -> None:
    assert resolve(text, "The 68-year-old")[0].entity == entity


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        (
            "Larch Bay Medical Center shut. Hospital officials said so.",
            "Hospital officials",
            "Larch Bay Medical Center",
        ),
        ("The Larch Police Department came. City officials said so.", "City officials", None),
    ],
)
def test_officials_of_a_private_body_speak_for_it(
    resolve: Resolve, text: str, source: str, entity: str | None
) -> None:
    assert resolve(text, source)[0].entity == entity


def test_media_around_a_place_are_not_the_place(resolve: Resolve) -> None:
    text = "Media outlets around Beijing said so."
    assert resolve(text, "Media outlets around Beijing")[0].entity is None


def test_an_armed_group_is_no_government() -> None:
    kit = load_kit()
    page = make_page("Islamic State took the town. The government said so. The militants fled.")
    _, entities = find_names(page, kit)
    (group,) = [entity for entity in entities if entity.kind is EntityKind.ORGANISATION]
    assert group.role == "militia"


@pytest.mark.parametrize(
    ("source", "entity"),
    [("it", "Norvane"), ("a man who knew about it", None)],
)
def test_a_description_that_ends_in_it_is_not_what_it_stands_for(
    resolve: Resolve, source: str, entity: str | None
) -> None:
    text = f"Norvane shut its plant. On Monday {source} said so."
    assert resolve(text, f"{source}")[0].entity == entity


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        ("Paul Dray lost it. The plumber said so.", "The plumber", "Paul Dray"),
        (
            "Paul Dray lost it. The plumber from Beijing said so.",
            "The plumber from Beijing",
            "Paul Dray",
        ),
        ("Police Chief Anna Rills came. The plumber said so.", "The plumber", None),
        ("Paul Dray lost it. A plumber said so.", "A plumber", None),
        ("Paul Dray lost it. The father-of-four said so.", "The father-of-four", "Paul Dray"),
        ("Paul Dray met Anna Rills. The father-of-two said so.", "The father-of-two", None),
        (
            "Norvane shut. A representative of the carmaker said so.",
            "A representative of the carmaker",
            "Norvane",
        ),
        (
            "Norvane shut. A representative of the dairy said so.",
            "A representative of the dairy",
            None,
        ),
    ],
)
def test_a_trade_stands_for_the_only_private_person(
    resolve: Resolve, text: str, source: str, entity: str | None
) -> None:
    assert resolve(text, source)[0].entity == entity


@pytest.mark.parametrize(
    ("text", "source", "entity"),
    [
        ("Glasgow questions the report.", "Glasgow", None),
        ("Texas rejects the report.", "Texas", "Texas"),
        ("Beijing rejects the report.", "Beijing", "China"),
    ],
)
def test_a_town_does_not_speak_and_a_state_does(
    resolve: Resolve, text: str, source: str, entity: str | None
) -> None:
    assert resolve(text, source)[0].entity == entity


def test_an_envoy_and_a_surgeon_are_persons_by_their_office(resolve: Resolve) -> None:
    text = "The envoy Vessrin Ombry left. The surgeon Quorrel Tavish said so. The surgeon laughed."
    found = resolve(text, "Quorrel Tavish", "The surgeon")
    assert [source.entity for source in found] == ["Quorrel Tavish", "Quorrel Tavish"]


def test_a_pope_is_called_by_the_title_in_his_name() -> None:
    kit = load_kit()
    page = make_page("Pope Francis spoke. The pope said so.")
    mentions, entities = find_names(page, kit)
    scene = make_scene(page, page.text, mentions, entities, load_lexicon(kit))
    assert find_officer(scene, page.text.index("The pope"), "pope") == "Pope Francis"
    assert find_officer(scene, page.text.index("The pope"), "mayor") is None
