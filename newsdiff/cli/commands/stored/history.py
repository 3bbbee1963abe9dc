"""``newsdiff history ARTICLE``: the texts that an article has had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import event_named, library_of
from newsdiff.cli.output import hand_out
from newsdiff.one_thread import import_numpy
from newsdiff.sanitize import one_line

if TYPE_CHECKING:
    from newsdiff.library import Library
    from newsdiff.library.records import StoredArticle

MOST_LISTED = 5


@click.command(
    "history",
    epilog="""\b
Examples:
  newsdiff history https://example.org/story
  newsdiff history BBC --event "Talks in Moscow"
  newsdiff history https://example.org/story --from 1 --to 4 --json
""",
)
@click.argument("article", metavar="ARTICLE|URL")
@click.option("--event", help="The event it stands in: the start of its id, or its title.")
@click.option("--from", "first", type=click.IntRange(1), metavar="N", help="Compare from this version on.")
@click.option("--to", "last", type=click.IntRange(1), metavar="N", help="Compare with this version.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with all texts.")
@click.pass_context
def command(
    context: click.Context,
    article: str,
    event: str | None,
    first: int | None,
    last: int | None,
    as_json: bool,
) -> None:
    """Show every text that an article has had, with the times between which it was seen; what went, came and
    moved from each to the next, and which differences to other outlets appeared, changed or vanished with it.

    ARTICLE is its address, the start of its text's SHA-256, its headline, its short name, or with --event its
    outlet. With --from and --to any two versions are compared.
    """
    with library_of(context) as library:
        found = _article(library, article, event)
        import_numpy()
        from newsdiff.history.build import history_of, steps_of
        from newsdiff.history.wording import as_json as to_json
        from newsdiff.history.wording import in_words

        history = history_of(library, found.event, found.id)
        if first is None and last is None:
            steps = steps_of(history)
        else:
            steps = [history.step(first or history.versions[0].number, last or history.newest.number)]
    printed = to_json(history, steps) if as_json else "\n".join(in_words(history, steps)) + "\n"
    hand_out(printed.encode("utf-8", "replace"), None)


def _article(library: Library, name: str, event: str | None) -> StoredArticle:
    """The article that is meant. Raises click.ClickException when there is none, or more than one."""
    if event is not None:
        inside = library.events.sources(event_named(library, event).id)
        wanted = name.casefold()
        found = tuple(
            one
            for one in inside
            if wanted in {one.id.casefold(), one.label.casefold(), (one.title or "").casefold(), one.url}
        )
        near = inside
    else:
        found = near = library.events.called(name)
    if len(found) == 1:
        return found[0]
    listed = ", ".join(
        one_line(f"{one.label} “{one.title or one.id}” {one.url or one.sha256[:12]}")
        for one in near[:MOST_LISTED]
    )
    if found:
        raise click.ClickException(f"{name!r} may be {listed}: give its address, or --event")
    advice = (
        f"the event has {listed}"
        if near
        else "give its address, its headline, or --event EVENT with its outlet"
    )
    raise click.ClickException(f"the library has no article {name!r}: {advice}")
