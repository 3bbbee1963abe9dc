"""Second opinions travel in bundles with the name of who gave them, and show in a diff."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.exchange.changes import changes_between
from newsdiff.exchange.changes_printed import as_json, in_words
from newsdiff.exchange.exports import export, recalled
from newsdiff.exchange.opinion_changes import opinion_changes
from newsdiff.exchange.unpacking import UnreadableBundleError, read_bundle
from newsdiff.library import Library, SavedComparison, View, open_library
from newsdiff.library.opinions_at_hand import OpinionsAtHand
from newsdiff.library.second_opinions import opinions_at_hand, second_opinions
from newsdiff.model import Article, Comparison, Opinion
from newsdiff.settings.model import SecondOpinion
from tests.exchange.merges import added_nothing
from tests.exchange.test_bundles import Manifest, repacked
from tests.opinion.ferry import PLAIN, article
from tests.opinion.local_programs import program, script
from tests.widgets.hand_made import three_outlets


class Account:
    """The ferry, as it is read; with another number of people on board."""

    title = "A ferry"

    def __init__(self, board: str = "220 people") -> None:
        texts = {
            name: tuple(one.replace("220 people", board) for one in lines) for name, lines in PLAIN.items()
        }
        self.articles: Sequence[Article] = tuple(article(name, lines) for name, lines in texts.items())


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "here") as library:
        yield library


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "there") as library:
        yield library


@pytest.fixture
def setting(tmp_path: Path) -> SecondOpinion:
    """A program that answers by rules; its command holds a secret."""
    run = program(script(tmp_path, "good"))
    return SecondOpinion("", (*run.arguments, "--key=s3cr3t"), "Rules")


def asked(library: Library, saved: SavedComparison, setting: SecondOpinion) -> None:
    """All places of a saved comparison are asked about."""
    opinions = second_opinions(setting, library.opinions)
    compared = recalled(library, saved)
    opinions.ask(compared, opinions.questions_on(compared))


def at_hand(library: Library, setting: SecondOpinion | None = None) -> OpinionsAtHand:
    return opinions_at_hand(setting, library.opinions)


def said(comparison: Comparison) -> list[tuple[str, str, list[str]]]:
    """By whom, what, and the quoted words, of each statement."""
    return [
        (one.opinion.by, one.opinion.says,
         [comparison.article(at.article).text[at.start : at.end] for at in one.opinion.quotations])
        for one in comparison.statements if one.opinion is not None
    ]  # fmt: skip


def parcel(library: Library, saved: SavedComparison, setting: SecondOpinion | None, folder: Path) -> Path:
    file = folder / "bundle.zip"
    file.write_bytes(export(library, saved, "bundle", at_hand(library, setting)))
    return file


@pytest.fixture
def saved(here: Library, setting: SecondOpinion) -> SavedComparison:
    """A comparison that was asked about, saved."""
    made = here.saved.add(here.events.add(Account()).id, "Ferry", View())
    asked(here, made, setting)
    return made


def test_opinions_come_out_of_a_bundle_with_the_name_of_who_gave_them_and_no_command(
    here: Library, there: Library, saved: SavedComparison, setting: SecondOpinion, tmp_path: Path
) -> None:
    file = parcel(here, saved, setting, tmp_path)
    transfer = read_bundle(file)
    assert "s3cr3t" not in repr(transfer)
    assert there.merge(transfer).opinions == 2
    assert added_nothing(there.merge(transfer))
    again = at_hand(there).on(recalled(there, there.saved.find("Ferry")))
    assert said(again) == [
        ("Rules (imported)", "differs", ["212 people", "220 people"]),
        ("Rules (imported)", "same", []),
    ]
    first = file.read_bytes()
    assert parcel(there, there.saved.find("Ferry"), None, tmp_path).read_bytes() == first


def test_they_find_their_places_under_other_names_of_articles_and_other_instructions(
    here: Library, there: Library, saved: SavedComparison, setting: SecondOpinion, tmp_path: Path
) -> None:
    own = Account()
    own.articles = tuple(one.with_id(f"z-{one.id}" if one.id == "alpha" else one.id) for one in own.articles)
    there.events.add(own)
    there.merge(read_bundle(parcel(here, saved, setting, tmp_path)))
    template = tmp_path / "mine.txt"
    template.write_text("{question} {fence} {answer}", "utf-8")
    reader = SecondOpinion("", ("other",), "Other", template=template)
    compared = recalled(there, there.saved.find("Ferry"))
    assert {one.id for one in compared.articles} == {"z-alpha", "beta"}
    assert [by for by, _, _ in said(at_hand(there, reader).on(compared))] == ["Rules (imported)"] * 2


def test_what_the_readers_own_program_answers_stands_in_their_place(
    here: Library, there: Library, saved: SavedComparison, setting: SecondOpinion, tmp_path: Path
) -> None:
    there.merge(read_bundle(parcel(here, saved, setting, tmp_path)))
    again = there.saved.find("Ferry")
    asked(there, again, setting)
    assert [by for by, _, _ in said(at_hand(there, setting).on(recalled(there, again)))] == ["Rules"] * 2


def test_a_bundle_without_opinions_has_no_key_for_them(here: Library, tmp_path: Path) -> None:
    made = here.saved.add(here.events.add(Account()).id, "Ferry", View())
    assert b'"opinions"' not in export(here, made, "bundle", at_hand(here))
    assert read_bundle(parcel(here, made, None, tmp_path)).opinions == ()


def changed(content: bytes, key: str, to: object) -> bytes:
    def change(manifest: Manifest) -> None:
        manifest["opinions"][0 if manifest["opinions"][0]["says"] == "differs" else 1][key] = to

    return repacked(content, change)


@pytest.mark.parametrize(
    ("key", "to"),
    [
        ("quotations", [{"version": "A", "words": "he drank"}, {"version": "B", "words": "220 people"}]),
        ("quotations", [{"version": "A", "words": "212 people"}, {"version": "Z", "words": "220 people"}]),
        ("quotations", []),
        ("at_odds", "x" * 5_000),
        ("passages", "0" * 64),
    ],
)
def test_an_opinion_in_a_bundle_that_the_texts_do_not_bear_out_is_not_shown(
    key: str, to: object, here: Library, there: Library, saved: SavedComparison, setting: SecondOpinion,
    tmp_path: Path,
) -> None:  # fmt: skip
    file = parcel(here, saved, setting, tmp_path)
    file.write_bytes(changed(file.read_bytes(), key, to))
    there.merge(read_bundle(file))
    again = there.saved.find("Ferry")
    plain = recalled(there, again)
    assert [says for _, says, _ in said(at_hand(there).on(plain))] == ["same"]
    assert export(there, again, "json") == export(here, saved, "json")


@pytest.mark.parametrize(
    ("key", "to"), [("says", "lies"), ("by", ""), ("by", "\u200b"), ("passages", "x"), ("more", 1)]
)
def test_a_bundle_with_an_opinion_of_another_form_is_refused(
    key: str, to: object, here: Library, saved: SavedComparison, setting: SecondOpinion, tmp_path: Path
) -> None:
    file = parcel(here, saved, setting, tmp_path)
    file.write_bytes(changed(file.read_bytes(), key, to))
    with pytest.raises(UnreadableBundleError, match="nothing was changed"):
        read_bundle(file)


def test_a_name_in_a_bundle_reaches_the_screen_as_harmless_text(
    here: Library, there: Library, saved: SavedComparison, setting: SecondOpinion, tmp_path: Path
) -> None:
    file = parcel(here, saved, setting, tmp_path)
    file.write_bytes(changed(file.read_bytes(), "by", "\x1b[31mRules\n\u202e"))
    there.merge(read_bundle(file))
    first, _ = said(at_hand(there).on(recalled(there, there.saved.find("Ferry"))))
    assert first[0] == "␛[31mRules � (imported)"


# -- what changed --------------------------------------------------------------------------


def test_a_diff_lists_the_opinions_that_changed(
    here: Library, saved: SavedComparison, setting: SecondOpinion
) -> None:
    here.events.add_articles(saved.event, Account("212 people").articles)
    later = here.saved.add(saved.event, "Later", View())
    unasked = [at_hand(here, setting).on(recalled(here, one)) for one in (saved, later)]
    gone = changes_between(*unasked).opinions
    assert [(one.label, one.after, one.is_gone) for one in gone] == [
        ("how many were on board", None, False),
        (PLAIN["alpha"][1], None, False),  # its neighbour is part of what was asked
    ]
    asked(here, later, setting)
    before, after = (at_hand(here, setting).on(recalled(here, one)) for one in (saved, later))
    changes = changes_between(before, after)
    (change,) = changes.opinions
    assert change.before is not None
    assert change.after is not None
    assert (change.before.says, change.after.says) == ("differs", "same")
    printed = in_words(("Ferry", before), ("Later", after), changes)
    assert "Second opinions that changed (1)\n  how many were on board\n" in printed
    assert (
        "    before: ≠ Rules says: differs – how many were on board (“212 people” in Alpha Daily" in printed
    )
    assert "    after: = Rules says: same\n" in printed
    (plain,) = json.loads(as_json(("Ferry", before), ("Later", after), changes))["second_opinions"]
    assert (plain["before"]["says"], plain["after"]["says"]) == ("differs", "same")


def test_opinions_on_texts_that_stayed_have_not_changed(
    here: Library, saved: SavedComparison, setting: SecondOpinion
) -> None:
    again = here.saved.add(saved.event, "Again", View())
    both = [at_hand(here, setting).on(recalled(here, one)) for one in (saved, again)]
    assert changes_between(*both).opinions == ()
    given = changes_between(recalled(here, saved), both[1]).opinions
    assert {one.before for one in given} == {None}
    assert "differs" in [one.after.says for one in given if one.after is not None]


def test_an_opinion_on_words_of_a_caption_is_called_by_the_caption() -> None:
    event = three_outlets()
    value, *values = event.details[0].values
    first = value.mentions[0]
    caption = next(one for one in event.article(first.article).blocks if one.start <= first.start < one.end)
    on_caption = replace(value, mentions=(replace(first, sentence=caption.id), *value.mentions[1:]))
    unasked = replace(event.details[0], values=(on_caption, *values))
    asked = replace(unasked, opinion=Opinion("Rules", "differs", "", ()))
    before, after = (replace(event, details=(one,)) for one in (unasked, asked))
    labels = [one.label for one in opinion_changes(before, after)]
    assert labels == [event.article(first.article).slice(caption)]
