"""The closed sets: acts, voices, statuses and the other lists of DESIGN.md's words."""

from enum import StrEnum


class RegionKind(StrEnum):
    """What a stretch of a page is; only headline and body can be evidence."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    OPINION = "opinion"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


class StoryKind(StrEnum):
    """A story of a page, or a passage that sums up the others."""

    STORY = "story"
    SUMMARY = "summary"


class Where(StrEnum):
    """The string that a span points into: the document's text, or a title outside it."""

    TEXT = "text"
    TITLE = "title"


class Act(StrEnum):
    """What a source does by saying it."""

    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    DECLINE = "decline"
    DOUBT = "doubt"
    CORRECT = "correct"
    RETRACT = "retract"
    STAND_BY = "stand_by"
    MATCH = "match"
    OPPOSE = "oppose"
    SUPPORT = "support"
    FORECAST = "forecast"
    PLEDGE = "pledge"


class Force(StrEnum):
    """How much a denial denies."""

    CATEGORICAL = "categorical"
    SPECIFIC = "specific"
    CHARACTERISING = "characterising"
    PRESENT_ONLY = "present_only"
    NON_DENIAL = "non_denial"


class Approach(StrEnum):
    """How a source that was asked did not answer."""

    DECLINED = "declined"
    NO_REPLY = "no_reply"
    UNREACHABLE = "unreachable"
    PENDING = "pending"
    CANNOT_YET_SAY = "cannot_yet_say"
    UNKNOWN = "unknown"


class Voice(StrEnum):
    """What kind of speaker a source is."""

    PRINCIPAL = "principal"
    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    EXPERT = "expert"
    WITNESS = "witness"
    ACCUSER = "accuser"
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    SOCIAL = "social"
    AUTHOR = "author"


class Naming(StrEnum):
    """How a source is named in the text."""

    NAMED = "named"
    OFFICE = "office"
    DESCRIBED = "described"
    BARE = "bare"
    NONE = "none"


class Channel(StrEnum):
    """Through what a source spoke, where the text tells."""

    FILING = "filing"
    EXCHANGE_NOTICE = "exchange_notice"
    OWN_CHANNEL = "own_channel"
    PRESS_RELEASE = "press_release"
    SPOKESPERSON = "spokesperson"
    INTERVIEW = "interview"
    INTERNAL_DOCUMENT = "internal_document"
    ADVERTISEMENT = "advertisement"
    SOCIAL = "social"


class Interest(StrEnum):
    """Whether what is said serves the speaker."""

    SELF = "self"
    ADVERSE = "adverse"
    NONE = "none"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """Where a text stands towards a claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    DISCUSSES = "discusses"
    UNRELATED = "unrelated"


class Status(StrEnum):
    """Where a claim stands under a policy; pledges and forecasts have their own five."""

    REFUTED = "refuted"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    DENIED = "denied"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    MIXED = "mixed"
    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    OVERDUE = "overdue"
    LAPSED = "lapsed"


class ClaimKind(StrEnum):
    """Something said to be so, something promised, something foreseen."""

    EVENT = "event"
    PLEDGE = "pledge"
    FORECAST = "forecast"


class Position(StrEnum):
    """Where a party to a claim stands on it."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    MIXED = "mixed"
    DECLINES = "declines"
    UNADDRESSED = "unaddressed"


class Flag(StrEnum):
    """What a reader of a status must also know."""

    STILL_ALLEGED = "still_alleged"
    RENEWED_AFTER_DENIAL = "renewed_after_denial"
    UNDATED = "undated"
    REVERSED = "reversed"
    SINGLE_ORIGIN = "single_origin"
    UNNAMED_ONLY = "unnamed_only"
    CONFIRMATION_RELAYED = "confirmation_relayed"
    PRESENT_ONLY = "present_only"
    UNSPECIFIC = "unspecific"
    ACCOUNTS_DIFFER = "accounts_differ"
    RECYCLED = "recycled"
    UNREAD_LANGUAGE = "unread_language"


class EntityKind(StrEnum):
    """What a name names."""

    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    PRODUCT = "product"
    EVENT = "event"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """The relation of a quantity to its number."""

    EQUAL = "="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="


class Change(StrEnum):
    """Whether a quantity is a rise or a fall."""

    UP = "up"
    DOWN = "down"


class CheckVerdict(StrEnum):
    """What came of recomputing a figure."""

    HOLDS = "holds"
    FAILS = "fails"
    CONDITIONAL = "conditional"
    IMPLIED = "implied"
    UNSUPPORTED = "unsupported"


class HeadlineVerdict(StrEnum):
    """Whether a headline says more than its own article."""

    FAIR = "fair"
    OVERSTATED = "overstated"
    CONTRADICTED = "contradicted"
