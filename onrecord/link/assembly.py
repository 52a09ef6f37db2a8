"""A group of propositions made into a cluster: subject, legs, parts, origins, resemblance."""

from collections.abc import Mapping, Sequence

from onrecord.kit import Kit
from onrecord.link.aspects import SINGLED_OUT, asks_about, find_split
from onrecord.link.legs import (
    call_alike,
    find_counterparts,
    find_denier,
    find_legs,
    find_subject,
    share_out,
)
from onrecord.link.near_names import find_elsewhere
from onrecord.link.origins import trace_origins
from onrecord.link.other_tales import find_other_tales
from onrecord.link.pairs import likeness, name_stems
from onrecord.link.propositions import CLASS, telling_stems
from onrecord.model import Cluster, Figure, Proposition, Reading

Key = tuple[str, str]


def make_cluster(
    group: Sequence[Proposition],
    centre: Proposition,
    pages: Mapping[str, Reading],
    copies: Mapping[str, str],
    kit: Kit,
) -> Cluster:
    """The cluster of a group found by linking; resemblance is likeness to its centre, and what
    only points back resembles the claim as much as what it answers.
    """
    group = call_alike(group)
    antecedents = _answered(group)
    subject = find_subject(group, pages)
    counterparts = find_counterparts(group, subject, pages)
    legs = find_legs(group, subject, counterparts, pages)
    resemblance = {p.key: likeness(p.terms, centre.terms, kit) for p in group}
    for key, answered in antecedents.items():
        resemblance[key] = max(resemblance[key], resemblance[answered.key])
    parts = share_out(group, legs, antecedents)
    split = find_split(group, centre, kit) if not legs else None
    if split is not None:
        legs, parts = (split.part, split.rest), dict(split.speaks_of)
        resemblance |= {key: max(resemblance[key], SINGLED_OUT) for key in split.denials}
    about = frozenset(t for t in centre.terms - name_stems(centre, kit) if t[0] != CLASS)
    elsewhere = find_elsewhere(group, [subject or "", *counterparts], about, pages, kit)
    return Cluster(
        propositions=tuple(group),
        subject=subject,
        counterparts=counterparts,
        legs=legs,
        about=about,
        parts=parts,
        echoes=trace_origins(group, pages, copies, elsewhere | _faint(resemblance)),
        resemblance=resemblance,
        apart=find_other_tales(group, centre.statement.content.text, _own_figures(centre), kit),
        elsewhere=elsewhere,
    )


def answer_cluster(
    bearing: Mapping[Key, Proposition],
    scores: Mapping[Key, float],
    names: Sequence[str],
    pages: Mapping[str, Reading],
    copies: Mapping[str, str],
    asked: str,
    kit: Kit,
    figures: Sequence[Figure] = (),
) -> Cluster:
    """The cluster of what bears on a question: its parties are those that the question names,
    and `figures` are those in it.
    """
    order = sorted(bearing, key=lambda k: (k[0], bearing[k].order, k[1]))
    group = call_alike([bearing[key] for key in order])
    subject = names[0] if names else find_subject(group, pages) or find_denier(group, pages)
    counterparts = tuple(names[1:])
    legs = find_legs(group, subject, counterparts, pages)
    parts, resemblance = share_out(group, legs, _answered(group)), dict(scores)
    split = find_split(group, find_answer(bearing, scores), kit) if not legs else None
    asks = asks_about(asked, split, kit) if split else frozenset()
    if split is not None and asks == {split.part, split.rest}:
        legs, parts = (split.part, split.rest), dict(split.speaks_of)
        resemblance |= {key: max(scores[key], SINGLED_OUT) for key in split.denials}
    elif split is not None and split.part not in asks:
        resemblance |= dict.fromkeys(split.denials, 0.0)
    about = telling_stems(asked, kit) - {s for n in names for s in telling_stems(n, kit)}
    elsewhere = find_elsewhere(group, names, about, pages, kit)
    return Cluster(
        propositions=tuple(group),
        subject=subject,
        counterparts=counterparts,
        legs=legs,
        about=about,
        parts=parts,
        echoes=trace_origins(group, pages, copies, elsewhere | _faint(resemblance)),
        resemblance=resemblance,
        apart=find_other_tales(group, asked, figures, kit),
        elsewhere=elsewhere,
        asked=asked,
    )


def _faint(resemblance: Mapping[Key, float]) -> frozenset[Key]:
    """What says too little of the claim to tell where it comes from."""
    return frozenset(key for key, score in resemblance.items() if score < _FAINT)


_FAINT = 0.25  # as little as a denial must share with the claim


def find_answer(bearing: Mapping[Key, Proposition], scores: Mapping[Key, float]) -> Proposition:
    """The proposition that says most of what is asked; it lends the claim its words."""
    says = [p for p in bearing.values() if not p.anaphoric and not p.falsifies] or list(
        bearing.values()
    )
    return max(says, key=lambda p: (scores[p.key], -p.order, p.key))


def _own_figures(centre: Proposition) -> list[Figure]:
    """The figures in what a proposition says itself, and not in the rest of its sentence."""
    content = centre.statement.content
    return [
        figure
        for figure in centre.figures
        if any(span.start <= figure.start < span.end for span in content.spans)
    ]


def _answered(group: Sequence[Proposition]) -> dict[Key, Proposition]:
    """For each proposition that points at another of its group, that other one."""
    by_statement = {(p.document, p.statement.id): p for p in group}
    answers = {}
    for proposition in group:
        target = proposition.statement.refers_to
        if target is not None and (proposition.document, target) in by_statement:
            answers[proposition.key] = by_statement[proposition.document, target]
    return answers
