"""Whether a sentence puts a day in the past or in the future, by its verbs.

The verb nearest before the day decides, and where none stands before it the first one behind it. Where the
words can be said of either ("could", "Friday's vote is"), the tense is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from newsdiff.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:[’'-][^\W_]+)*|[;:,.]")
MOST_TO_A_DAY = 4
"""Words from a verb that puts off to the day it puts something off to: "moved forward to next" Friday."""
_REACH = 180
"""Code points looked at on either side of a day; longer clauses are rare."""


class Tense(Enum):
    """What the words around a day say of it."""

    PAST = "past"
    COMING = "coming"
    OPEN = "open"
    """They can be said of either."""
    UNSAID = "unsaid"
    """No verb stands near it."""


_COMING_MODALS = frozenset("will shall would should may might must can won’t shouldn’t".split())
_PERFECT = frozenset("have has had having ’ve haven’t hasn’t hadn’t".split())
_BE = frozenset("is are isn’t aren’t it’s he’s she’s that’s there’s they’re we’re i’m".split())
_WAS = frozenset("was were wasn’t weren’t did didn’t been".split())
_AHEAD = frozenset(
    """
    scheduled slated expected planned rescheduled postponed delayed adjourned deferred set due fixed
    pencilled penciled booked arranged called moved pushed brought shifted put extended remanded
    suspended closed barred listed billed supposed meant forecast tipped
    """.split()
)
"""Verbs after which "for", "to", "until" or "by" lead to a day that lies ahead of what they say."""
_LEADS_AHEAD = frozenset("for to until till through by".split())
_MOVES = frozenset("called moved brought pushed shifted put".split())
"""Those of them that also lead to a place: what follows "to" must be the day itself."""
_FUTURE_WORDS = frozenset(
    """
    due upcoming forthcoming expects expect plans plan planning hopes hope aims aim intends intend
    pledges vows promises preparing prepares poised likely ready wants want
    """.split()
)
_BEFORE_INFINITIVE = frozenset(
    """
    set scheduled slated expected due planned plans plan planning hopes hope hoping aims aim aiming
    intends intend intending poised ready likely going vowed vows promised promises pledged pledges agreed
    agrees wants want wanted prepares preparing prepared expects expect about has have needs need
    ordered asked urged told supposed meant bound required is are was were be obliged
    """.split()
)
"""Before "to" and a verb: what follows had not happened then."""
_ORDERS = frozenset("told ordered asked urged".split())
_TO_BE = frozenset("is are was were be".split())
_BESIDE_TO_BE = frozenset("also now all both not still then".split())
_DONE_BEFORE_INFINITIVE = frozenset(
    """
    managed failed forced continued began started refused had tried came went used helped appeared
    seemed declined attempted returned gathered got unable able proceeded
    trying struggling working rushing called
    """.split()
)
_PRESENT = frozenset(
    """
    takes begins starts opens resumes arrives faces meets returns ends closes goes travels departs
    leaves kicks expires plays hosts runs flies visits heads airs launches premieres debuts retires
    appears comes gets lands votes holds marks convenes reconvenes reopens hears sits decides speaks sails
    addresses delivers welcomes receives joins debates applies chooses publishes elects stands stages unveils
    releases presents signs considers discusses reviews celebrates commemorates observes lapses lifts imposes
    continues concludes finishes lasts falls tours performs wraps swears inaugurates sentences
    """.split()
)
_PRESENT_PLURAL = frozenset(
    """
    take begin start open resume arrive face meet return end close go travel depart leave kick expire
    play host fly visit head air launch vote appear come convene reopen sit decide speak sail gather hold
    stage choose elect hear stand celebrate commemorate sign unveil continue conclude swear chair join
    walk strike march
    """.split()
)
_PERCEIVING = frozenset(
    "saw watched heard let made help helped helps see watch did do does didn’t don’t".split()
)
_SUBJECTS = frozenset("they we you i who which that both".split())
_NOT_BEFORE_A_VERB = frozenset(
    """
    the a an of his her its their our these those two three four five several many more some after
    before in for with from on at by new early late all last first no to
    """.split()
)
"""Behind these "votes" and "visits" are nouns."""
_IRREGULAR_PAST = frozenset(
    """
    said told wrote came went took began left made gave found saw held met broke struck hit died fell
    got led won lost shot sent put ran drove flew fought caught brought bought built became knew kept
    paid read rose sat sold spoke spent stood stole swept swore thought threw understood wore woke
    beat chose drew fled rang sank shook shut slept split spread sprang tore has have had
    """.split()
)
_REPORTING = frozenset("said says announced confirmed warned added believe believes thinks think say".split())
_NOW = frozenset("says tells adds writes".split())
_PREPOSITIONS = frozenset("in at on to during by via through after from before outside late early".split())
_FROM_THEN_ON = frozenset("from starting beginning effective".split())
_BEGINNING = frozenset(("starting", "beginning"))
_DETERMINERS = frozenset(
    "the a an he she it they we i you his her its their there this that these those".split()
)
_STOPS_AHEAD = frozenset(
    "that and but who which after before when while because as although if , ; : .".split()
)
_NO_VERBS_IN_ED = frozenset(
    """
    red bed united hundred need speed indeed feed seed weed shed sacred naked wicked aged armed alleged
    proposed planned crowded limited so-called wanted
    """.split()
)
_SAID_OF_OTHERS = frozenset("accused suspected charged believed alleged said thought reported known".split())
""""Is accused of shooting him on Friday" speaks of what was done."""
_CAUSES = frozenset("for after over following since amid about because from".split())
_CAUSES_OF_A_STATE = frozenset("after over following since amid because".split())
_AHEAD_AFTER_BE = frozenset(
    ("being", "due", "set", "to", "on", "scheduled", "expected", "planned", "slated", "going", "likely", "")
)
_PLANNED_ONCE = frozenset("was were had originally previously wasn’t weren’t hadn’t".split())
_PLANS = frozenset("planned scheduled expected due slated supposed meant".split())
_LASTED = frozenset(
    """
    lasted waited continued ran stayed remained raged dragged stretched worked not n’t didn’t wasn’t
    weren’t held
    """.split()
)


def tense_of(text: str, start: int, position: int, end: int, ceiling: int) -> Tense:
    """What the sentence from `start` to `ceiling` says of the day that stands from `position` to `end`."""
    before = _words(text, max(start, position - _REACH), position)
    after = _words(text, end, min(ceiling, end + _REACH))
    owned = after[:1] == ["s"] or text[end : end + 2] in ("’s", "'s")
    special = _by_preposition(before, owned=owned)
    if special is not None:
        return special
    if not before and not owned and after[:1] and after[0].lower() in _BE:
        return Tense.COMING  # "Monday is the deadline"
    found, reporting = _looking_back(before)
    if "," in before and after and (direct := _verdict(after, 0, forward=True)) is Tense.PAST:
        return direct  # "…, officials on Friday said"
    if found is Tense.UNSAID or reporting:
        ahead = _looking_ahead(after, owned=owned, reporting=reporting)
        if ahead is Tense.UNSAID and len(before) == 1 and before[0].lower() in _FROM_THEN_ON:
            return Tense.COMING
        found = found if ahead is Tense.UNSAID else ahead
    if found is Tense.PAST and [word.lower() for word in before[-2:]] == ["ahead", "of"]:
        return Tense.OPEN
    return found


def _words(text: str, start: int, end: int) -> list[str]:
    return [match.group().replace("'", "’") for match in _WORD.finditer(text, start, end)]


def _by_preposition(before: Sequence[str], *, owned: bool) -> Tense | None:
    """What "since", "until" and a verb that puts off say of the day straight behind them."""
    last = before[-1].lower() if before else ""
    if last == "since":
        return Tense.PAST
    words = [word.lower() for word in before]
    opening = words[-2] if last == "on" and len(words) > 1 else last
    if opening in _BEGINNING and not _WAS.intersection(words[-4:]):
        return Tense.COMING  # "a strike beginning Monday"; "was beginning Monday" is left to its verb
    if last == "by" and {"will", "have"} <= set(words[-12:]):
        return Tense.COMING  # "will have been searched by Monday"
    if last in ("until", "till"):
        return Tense.PAST if _LASTED.intersection(words[-12:]) else Tense.COMING
    verb = (
        words[-2] if len(words) > 1 and words[-2] not in ("back", "forward", "off") else "".join(words[-3:-2])
    )
    if last == "for" and verb not in _PLANS and not owned:
        return Tense.COMING  # "a strike for Friday"; "for Friday's attack" is another thing
    if last not in _LEADS_AHEAD or verb not in _AHEAD:
        return None
    return Tense.OPEN if verb in _PLANS and _before_now(words, len(words) - 2) else Tense.COMING


def _looking_back(before: Sequence[str]) -> tuple[Tense, bool]:
    """The verdict of the nearest verb before the day, and whether it reports what others do on that day."""
    for index in range(len(before) - 1, -1, -1):
        verdict = _verdict(before, index)
        if verdict is not None:
            gap = before[index + 1 :]
            reporting = before[index].lower() in _REPORTING and _names_something(gap)
            return verdict, reporting
    return Tense.UNSAID, False


def _names_something(gap: Sequence[str]) -> bool:
    """Whether a thing is named between "said" and the day ("said the march on"), not the place of saying."""
    return len(gap) > 1 and gap[0].lower() not in _PREPOSITIONS and gap[0] not in (",", ":")


def _looking_ahead(after: Sequence[str], *, owned: bool, reporting: bool) -> Tense:
    """The verdict of the first verb behind the day."""
    words = list(after[1:] if after[:1] in (["s"], ["’s"]) else after)
    if words[:1] == [","] and not reporting:
        words = words[1:]
    elif words and words[0].lower() in _DETERMINERS and reporting:
        return Tense.UNSAID
    for index, word in enumerate(words):
        if word.lower() in _STOPS_AHEAD:
            break
        verdict = _verdict(words, index, forward=True)
        if verdict is not None:
            return Tense.OPEN if owned and word.lower() in _BE else verdict
    return Tense.UNSAID


def _verdict(words: Sequence[str], index: int, *, forward: bool = False) -> Tense | None:
    """What the word at `index` says; None where it is no verb or leaves it to another."""
    written = words[index]
    word = written.lower()
    previous = words[index - 1].lower() if index else ""
    following = [item.lower() for item in words[index + 1 : index + 4]]
    if word.endswith("’ll") or (word in _COMING_MODALS and written[0].islower()):  # Will and May are names
        return Tense.PAST if following[:1] and following[0] in _PERFECT else Tense.COMING
    if word in ("could", "couldn’t", "wouldn’t"):
        return _could(word, following)
    if word == "to" and index:
        return _infinitive(words, index, following)
    if word in _BE:
        return _present(words, index, following, forward=forward)
    if word in _WAS or word in _PERFECT:
        return _auxiliary(word, following)
    if word in _NOW:
        return Tense.PAST
    if word in _FUTURE_WORDS and previous not in ("the", "a", "of"):
        return Tense.COMING
    if not written[0].islower() and index:
        return None  # Sioux Falls
    if word in _PRESENT and previous not in _NOT_BEFORE_A_VERB and not previous.isdigit():
        return _of_an_event(words, index, forward=forward)
    if word in _PRESENT_PLURAL and _many(words, index):
        return _of_an_event(words, index, forward=forward)
    return _past(words, index, word, previous, forward=forward)


def _many(words: Sequence[str], index: int) -> bool:
    """Whether several, or a team ("England play"), stand before a verb written as its infinitive is."""
    if not index:
        return False
    previous, lead = words[index - 1], [word.lower() for word in words[max(0, index - 4) : index]]
    if _PERCEIVING.intersection(lead) or previous.lower() in _NOT_BEFORE_A_VERB:
        return False
    many = previous.lower() in _SUBJECTS or (previous.endswith("s") and len(previous) > 3)
    return many or (previous[0].isupper() and index == 1)


def _of_an_event(words: Sequence[str], index: int, *, forward: bool) -> Tense | None:
    """A verb in the present lies ahead of the text, unless the day is that of what it follows.

    "The vote comes on Friday", but "comes after the attack on Friday", "faces charges over the attack on".
    """
    if words[index].lower() in ("comes", "come") and {"after", "amid", "as", "following"}.intersection(
        word.lower() for word in words[index + 1 : index + 3]
    ):
        return None
    if not forward and _CAUSES.intersection(word.lower() for word in words[index + 2 :]):
        return None
    return Tense.COMING


def _could(word: str, following: Sequence[str]) -> Tense:
    """ "Could not be reached" and "could be seen" are past; else it can be said of either."""
    seen = {"not", "seen", "heard", "have", "see", "hear"}
    return Tense.PAST if word == "couldn’t" or seen.intersection(following) else Tense.OPEN


def _infinitive(words: Sequence[str], index: int, following: Sequence[str]) -> Tense | None:
    """ "To" before a verb: what leads to it decides whether it has been done."""
    if (
        not following
        or not following[0].isalpha()
        or following[0] in _DETERMINERS
        or not words[index + 1][0].islower()
    ):
        return None
    for distance, before in enumerate(reversed(words[max(0, index - 3) : index])):
        lead = before.lower()
        if lead in _DONE_BEFORE_INFINITIVE:
            return Tense.PAST
        if lead in _TO_BE and distance and words[index - 1].lower() not in _BESIDE_TO_BE:
            continue  # "were taken to hospital"
        if lead in _ORDERS and words[-1] == "on":
            return Tense.OPEN  # told on Sunday, or told to do it on Sunday
        if lead in _BEFORE_INFINITIVE:
            return Tense.OPEN if _before_now(words, index) else Tense.COMING
    return Tense.COMING if following[0] == "be" else None


def _before_now(words: Sequence[str], index: int) -> bool:
    """Whether the plan before `index` was one of the past ("was due to", "had hoped to", "originally")."""
    lead = {word.lower() for word in words[max(0, index - 3) : index]}
    return bool(lead & _PLANNED_ONCE) and not lead & _ORDERS


def _present(words: Sequence[str], index: int, following: Sequence[str], *, forward: bool) -> Tense | None:
    """ "Is on", "is due", "is leaving", "are to meet" lie ahead; "is dead", "is accused of" do not say."""
    next_word = next((word for word in following if word not in ("not", "also", "now", "still")), "")
    if next_word in _AHEAD_AFTER_BE:
        return Tense.COMING
    if not forward and _CAUSES_OF_A_STATE.intersection(word.lower() for word in words[index + 2 :]):
        return None
    if next_word.endswith("ing"):
        return Tense.COMING
    rest = [word for word in following[1:] if word != "on"]
    if next_word in _SAID_OF_OTHERS or next_word == "dead":
        return Tense.PAST
    return Tense.OPEN if rest else Tense.COMING


def _auxiliary(word: str, following: Sequence[str]) -> Tense:
    """ "Has until" looks ahead, "was to be" and "was due" may or may not have come about; else it is past."""
    if word in ("was", "were") and following[:1] in (
        ["to"],
        ["due"],
        ["scheduled"],
        ["expected"],
        ["slated"],
    ):
        return Tense.OPEN
    if word in ("has", "have") and following[:1] in (["to"], ["until"], ["till"]):
        return Tense.COMING
    return Tense.PAST


def _helped(words: Sequence[str], index: int) -> bool:
    """Whether another word says the tense of a participle: "will be held", "is being held", "is held"."""
    before = [item.lower() for item in words[max(0, index - 2) : index]]
    while before and before[-1].endswith("ly"):
        before.pop()
    return bool(before) and (before[-1] in ("be", "being") or before[-1] in _BE)


def _past(words: Sequence[str], index: int, word: str, previous: str, *, forward: bool) -> Tense | None:
    """Whether a word is the past of a verb."""
    irregular = word in _IRREGULAR_PAST and previous not in ("to", "the", "a", "an")
    if not irregular and not (word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS_IN_ED):
        return None
    following = [item.lower() for item in words[index + 1 : index + 3]]
    if word in _MOVES and not forward and "to" in following and len(words) - index > MOST_TO_A_DAY:
        return Tense.PAST
    if word in _AHEAD and (
        _LEADS_AHEAD.intersection(following) or (word in _PLANS and following[:1] == ["on"])
    ):
        return (
            None if forward else Tense.OPEN if word in _PLANS and _before_now(words, index) else Tense.COMING
        )
    if _helped(words, index):
        return None
    return None if previous in ("the", "a", "an") and not irregular else Tense.PAST
