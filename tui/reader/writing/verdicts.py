"""What the reader says of marks: confirm, dismiss, join, split, name, add. Kept at once, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsdiff.brief.passages import sentence_of
from newsdiff.exchange.verdicts import verdicts_on
from newsdiff.library import NoteTarget, VerdictTarget
from newsdiff.model import CONFIRMING, Detail, Kind, Mention, Statement
from newsdiff.sanitize import one_line
from newsdiff.shortened import cut
from newsdiff.verdicts.apply import kind_at
from newsdiff.verdicts.matching import is_about
from newsdiff.verdicts.model import Place, VerdictKind
from tui.dialogs.choose import Choosable, ChooseDialog
from tui.dialogs.line import LineDialog
from tui.reader.anchoring import anchored, place_in
from tui.reader.comparing import Comparing
from tui.reader.controller import Controller, Reader
from tui.reader.writing.pins import PinsController
from tui.wording import dotted
from widgets.reading.comparison_index import index_of
from widgets.strip.places import WorthALook

SAME_WORDS = "All outlets have the same words here: there is nothing to judge."
ONE_VALUE = "One value only: there is no difference to confirm. {add} marks two pinned places as one."
NOT_MARKED = "Nothing is marked here: {confirm} says that the outlets differ, {dismiss} that they do not."
NO_MARK = "There is no mark under the cursor: move to one, or pin two places and press {add}."
LONGEST_NAME = 40
"""Code points of the label of a detail in a message."""
DONE = {"confirmed": "Confirmed", "dismissed": "Dismissed", "labelled": "Named", "added": "Added"}


def named(done: str, label: str) -> str:
    """``confirmed “points in the plan”``: what was said of which detail, for the message of undo."""
    about = f" “{cut(one_line(label), LONGEST_NAME)}”" if label else " a statement"
    return done[:1].lower() + done[1:] + about


class VerdictsController(Controller):
    """One key for each verdict; pressed once more it takes the verdict back."""

    def __init__(self, reader: Reader, pins: PinsController, comparing: Comparing) -> None:
        super().__init__(reader)
        self._pins = pins
        self._comparing = comparing
        self._joining: Detail | None = None
        """The first of two details to be joined."""

    # -- confirm, dismiss -----------------------------------------------------------

    def action_confirm(self) -> None:
        """The outlets do differ here; once more takes it back."""
        self._judge("confirmed")

    def action_dismiss_mark(self) -> None:
        """It is no difference; once more takes it back."""
        self._judge("dismissed")

    def _judge(self, kind: VerdictKind) -> None:
        place = self._place_in_strip()
        if place is not None and place.dismissed is not None:
            self._judge_detail(kind, place.dismissed)
        elif place is not None and place.detail is None and place.statement is not None:
            self._judge_statement(kind, place.statement)
        elif (detail := self._detail_here()) is not None:
            self._judge_detail(kind, detail)

    def _judge_statement(self, kind: VerdictKind, statement: Statement) -> None:
        """A verdict on a statement in which nothing is marked stands on its sentences."""
        targets = self._on_sentences(statement)
        if len({target.part for target in targets}) < 2:
            self.show_message(SAME_WORDS)
            return
        self._give(kind, targets, None, done=DONE[kind])

    def _judge_detail(self, kind: VerdictKind, detail: Detail) -> None:
        if detail.judgement == kind:
            self._take_back(detail, (kind,), f"No longer {DONE[kind].lower()}")
            return
        if detail.judgement == "added" and kind == "dismissed":
            self._take_back(detail, ("added",), "Removed")
            return
        if kind == "confirmed" and len(detail.values) < 2:
            self.show_message(ONE_VALUE.format(add=self.key("add-difference")))
            return
        instead = self._given_on(detail, ("confirmed", "dismissed"))
        self._give(kind, self._targets(detail), detail, instead_of=instead, done=DONE[kind])

    # -- join, split ------------------------------------------------------------------

    def action_join(self) -> None:
        """The first press takes a detail, the second on another one joins the two."""
        detail = self._detail_here()
        if detail is None:
            return
        if self._joining is None:
            self._joining = detail
            label = cut(one_line(detail.label), LONGEST_NAME)
            self.reader.status.wish = dotted(
                f"joining “{label}”: go to another mark", f"[{self.key('join')}] join", "[esc] cancel"
            )
            return
        first = self._joining
        self.close()
        if first.id == detail.id:
            self.show_message("That is the same mark: choose another one to join it with.")
            return
        targets = [*self._targets(first, part=0), *self._targets(detail, part=1)]
        self._give("joined", targets, first, done=f"Joined “{cut(one_line(detail.label), LONGEST_NAME)}” to")

    def close(self) -> bool:
        """Forget the join in the making; returns whether there was one."""
        was, self._joining = self._joining, None
        if was is not None:
            self.reader.status.wish = ""
        return was is not None

    def action_split(self) -> None:
        """Take one value, or one outlet, out of a detail: it answers another question."""
        detail = self._detail_here()
        if detail is None:
            return
        parts = list(self._parts(detail))
        if len(parts) < 2:
            self.show_message("Only one outlet reports this: there is nothing to take apart.")
            return
        choices = [Choosable(str(number), words) for number, (words, _) in enumerate(parts)]

        def chosen(number: str) -> None:
            apart = parts[int(number)][1]
            rest = [mention for at, (_, own) in enumerate(parts) if str(at) != number for mention in own]
            targets = [*self._on_words(apart, 0), *self._on_words(rest, 1)]
            self._give("split", targets, detail, done="Taken apart")

        self.ask(ChooseDialog("Take which value out of this detail?", choices), chosen)

    def _parts(self, detail: Detail) -> Iterator[tuple[str, list[Mention]]]:
        """What can be taken out: each value, or each outlet where there is one value only."""
        if len(detail.values) > 1:
            for value in detail.values:
                outlets = ", ".join(self.comparison.article(one).label for one in value.reported_by)
                yield f"{cut(one_line(value.value), 60)} · {outlets}", list(value.mentions)
            return
        for article in detail.reported_by:
            own = [mention for mention in detail.mentions if mention.article == article]
            if own:
                yield f"{self.comparison.article(article).label} · {one_line(own[0].text)}", own

    # -- name, add ------------------------------------------------------------------------

    def action_label_mark(self) -> None:
        """Give what is asked another name."""
        detail = self._detail_here()
        if detail is None:
            return
        targets = self._targets(detail)

        def commit(label: str) -> None:
            instead = self._given_on(detail, ("labelled",))
            self._give("labelled", targets, detail, label=label, instead_of=instead, done="Named")

        dialog = LineDialog("What do the outlets say here?", one_line(detail.label), commit)
        self.reader.app.push_screen(dialog)

    def action_add_difference(self) -> None:
        """Mark the pinned places as a difference."""
        pinned = self._pins.pinned
        if len({target.article for target in pinned}) < 2:
            key = self.key("pin-place")
            self.show_message(f"Pin the words of two sources first: {key} pins what is under the cursor.")
            return
        targets = _by_words(pinned)
        kind = kind_at(self.comparison, [place for one in pinned if (place := self._place_of(one))])

        def commit(label: str) -> None:
            self._pins.close()
            self._give("added", targets, None, label=label, detail_kind=kind, done="Added")

        about = " · ".join(f"“{cut(one_line(target.exact), 60)}”" for target in pinned)
        self.reader.app.push_screen(LineDialog("What do they differ on?", "", commit, about=about))

    def _place_of(self, target: NoteTarget) -> Place | None:
        """Where the words of a pin stand in the texts that are compared; None in none of them."""
        article = next((one for one in self.comparison.articles if one.id == target.article), None)
        return Place(article.id, *place_in(article, (target.start, target.end))) if article else None

    # -- giving and taking back ---------------------------------------------------------

    def _detail_here(self) -> Detail | None:
        """The detail in the strip, else the one under the cursor; says so when there is none."""
        if (place := self._place_in_strip()) is not None:
            if place.detail is None:
                keys = {"confirm": self.key("confirm"), "dismiss": self.key("dismiss")}
                self.show_message(NOT_MARKED.format(**keys))
            return place.detail
        chosen = self.reader.brief.detail if self.state.view == "brief" else self.state.detail
        detail = index_of(self.comparison).details.get(chosen or "")
        if detail is None:
            self.show_message(NO_MARK.format(add=self.key("add-difference")))
        return detail

    def _place_in_strip(self) -> WorthALook | None:
        """The place that the strip shows; None while it is closed."""
        return self.reader.strip.place if self.reader.strip.display else None

    def _give(
        self,
        kind: VerdictKind,
        targets: Sequence[VerdictTarget],
        detail: Detail | None,
        *,
        done: str,
        label: str = "",
        detail_kind: Kind = "claim",
        instead_of: Iterable[str] = (),
    ) -> None:
        """Keep a verdict and compare anew."""
        opened = self.opened
        about = detail.kind if detail else detail_kind
        gone = tuple(instead_of)

        def give() -> Callable[[], None]:
            return opened.judge(kind, targets, label=label, detail_kind=about, instead_of=gone)

        given = named(done, label or (detail.label if detail is not None else ""))
        kept_back = kind in CONFIRMING and self._is_kept_back(about, is_new=detail is None)
        hidden = f"; the filter ({self.key('filter')}) hides its mark" if kept_back else ""
        self._do(give, f"{given[:1].upper()}{given[1:]}{hidden}. {self.key('undo')} takes it back.", given)

    def _is_kept_back(self, kind: Kind, *, is_new: bool) -> bool:
        """Whether the filter hides a difference of this kind; on a new one no second opinion agrees."""
        return not self.state.shows("differs", kind) or (is_new and self._comparing.agreed_only)

    def _take_back(self, detail: Detail, kinds: Sequence[VerdictKind], done: str) -> None:
        opened, given = self.opened, self._given_on(detail, kinds)
        self._do(lambda: opened.take_back(given), f"{done}.", named(done, detail.label))

    def _do(self, change: Callable[[], Callable[[], None]], done: str, name: str) -> None:
        def change_and_remember() -> None:
            self.reader.undo_stack.add(name, change(), self.reader.place_now())

        if self.reader.attempt(change_and_remember):
            self.reader.compare_anew(done)

    def _given_on(self, detail: Detail, kinds: Sequence[VerdictKind]) -> tuple[str, ...]:
        """Ids of the verdicts of some kinds that are about a detail."""
        found = []
        others = [one for one in index_of(self.comparison).details.values() if one.id != detail.id]
        for stored in self.opened.verdicts:
            if stored.kind in kinds:
                (verdict, *_) = verdicts_on(self.comparison.articles, [stored]) or (None,)
                if verdict is not None and is_about(verdict, detail, others):
                    found.append(stored.id)
        return tuple(found)

    # -- the words a verdict stands on -----------------------------------------------------

    def _targets(self, detail: Detail, part: int | None = None) -> list[VerdictTarget]:
        """The first mention of every outlet for every value; a part for each value, unless one is given."""
        targets = []
        for number, value in enumerate(detail.values):
            first = {mention.article: mention for mention in reversed(value.mentions)}
            targets += self._on_words(first.values(), number if part is None else part)
        return targets

    def _on_sentences(self, statement: Statement) -> list[VerdictTarget]:
        """The first sentence of every article; a part for each wording."""
        parts: dict[str, int] = {}
        targets = []
        for one in {one.article: one for one in reversed(statement.sentences)}.values():
            sentence = sentence_of(self.comparison.annotation(one.article), one.sentence)
            if sentence is None:
                continue
            article = self.comparison.article(one.article)
            words = one_line(article.text[sentence.start : sentence.end]).casefold()
            target = anchored(article, sentence.start, sentence.end, reference=statement.id)
            targets.append(VerdictTarget(target, parts.setdefault(words, len(parts))))
        return targets

    def _on_words(self, mentions: Iterable[Mention], part: int) -> list[VerdictTarget]:
        return [
            VerdictTarget(
                anchored(self.comparison.article(one.article), one.start, one.end, kind="detail"), part
            )
            for one in mentions
        ]


def _by_words(pinned: Sequence[NoteTarget]) -> list[VerdictTarget]:
    """The pinned places; those of the same words are one value."""
    parts: dict[str, int] = {}
    return [
        VerdictTarget(target, parts.setdefault(one_line(target.exact).casefold(), len(parts)))
        for target in pinned
    ]
