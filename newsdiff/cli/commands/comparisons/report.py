"""``newsdiff report PATH...``: everything the screen shows, as JSON, Markdown, HTML or CSV."""

from __future__ import annotations

from pathlib import Path

import click

from newsdiff.cli.articles import article_called, level_option, paths_argument, read_paths
from newsdiff.cli.output import hand_out
from newsdiff.cli.translated import in_english
from newsdiff.collector import collector_at_rest
from newsdiff.model import Comparison, Level
from newsdiff.one_thread import import_numpy
from newsdiff.reports import FORMATS, ReportFormat, render


@click.command(
    "report",
    epilog="""\b
Examples:
  newsdiff report seeds/
  newsdiff report seeds/ --base TIME --format markdown -o comparison.md
  newsdiff report seeds/ --format memo -o memo.md
  newsdiff report seeds/ --format memo-html -o memo.html
""",
)
@paths_argument
@click.option(
    "--base", metavar="ARTICLE", help="The article whose order the rows follow: an outlet, an id or a file."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@level_option
@click.option(
    "--second-opinion",
    is_flag=True,
    help="Also ask the program that the configuration names under [second_opinion].",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[Path, ...],
    base: str | None,
    form: ReportFormat,
    level: Level,
    second_opinion: bool,
    output: Path | None,
) -> None:
    """Compare articles and print what they share, where they differ and what only one of them says.

    PATH is a text, Markdown, HTML, MHTML, JSON or JSON Lines file, or a folder of them. The same articles
    give the same bytes, in whatever order they are named. Articles in other languages are
    translated where the configuration names a command for it.
    """
    with collector_at_rest():
        import_numpy()
        from newsdiff.pipeline import compare, distinct_ids

        reading = read_paths(paths)
        articles = distinct_ids(reading.articles)
        chosen = article_called(base, articles) if base else None
        articles = in_english(context, articles)
        comparison = compare(articles, base=chosen, level=level, title=reading.title)
        if second_opinion:
            comparison = _with_second_opinion(context, comparison)
        content = render(comparison, form).encode("utf-8")
    hand_out(content, output, inputs=paths)


def _with_second_opinion(context: click.Context, comparison: Comparison) -> Comparison:
    """The comparison with the opinions of the program that the configuration names."""
    from newsdiff.cli.second_opinion import ask, asking, needed_setting
    from newsdiff.opinion.attached import with_opinions

    with asking(context, needed_setting(context)) as opinions:
        asked = ask(opinions, comparison, opinions.chosen(comparison))
    return with_opinions(comparison, asked.opinions)
