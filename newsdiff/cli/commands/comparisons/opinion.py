"""``newsdiff opinion EVENT|PATH...``: a second opinion by a program of the reader's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli.articles import level_option, read_paths
from newsdiff.cli.library_access import event_named, library_of, settings_of
from newsdiff.cli.output import write_file
from newsdiff.cli.second_opinion import ask, asking, needed_setting
from newsdiff.cli.translated import in_english
from newsdiff.model import Level
from newsdiff.one_thread import import_numpy

if TYPE_CHECKING:
    from newsdiff.library.second_opinions import AskedAll
    from newsdiff.model import Comparison
    from newsdiff.opinion.question import Question


@click.command(
    "opinion",
    epilog="""\b
Examples:
  newsdiff opinion "Talks"                           ask about an event of the library
  newsdiff opinion articles/ --json
  newsdiff opinion articles/ --questions asked.json  write the questions, ask nobody
""",
)
@click.argument("sources", nargs=-1, required=True, metavar="EVENT|PATH...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--questions",
    "questions_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the questions to this file and ask nobody; one per line if it ends in .jsonl.",
)
@level_option
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    as_json: bool,
    questions_file: Path | None,
    level: Level,
) -> None:
    """Ask a program of your own for a second opinion on the places that newsdiff finds worth a look.

    EVENT is the start of an id or the title of an event in the library; PATH a file or folder of articles.
    The program is named in the configuration ([second_opinion], see newsdiff config show). It reads one
    question on its standard input and writes one answer on its standard output. An answer is accepted only
    if the words that it quotes stand in the articles. Answers are kept in the library, so that the same
    question is not asked twice.
    """
    import_numpy()
    comparison = _comparison(context, sources, level)
    if questions_file is not None:
        _write_questions(context, comparison, questions_file, sources)
        return
    from newsdiff.opinion.attached import with_opinions

    with asking(context, needed_setting(context)) as opinions:
        chosen = opinions.chosen(comparison)
        asked = ask(opinions, comparison, chosen)
    comparison = with_opinions(comparison, asked.opinions)
    if as_json:
        click.echo(_as_json(comparison, opinions.asked.name, chosen, asked))
        return
    from newsdiff.cli.opinions_printed import opinion_lines

    if asked.opinions:
        click.echo("\n".join(opinion_lines(comparison, opinions.asked.name)))
    else:
        nowhere = "No place that two outlets report in words of their own."
        click.echo("No answer was accepted." if chosen else nowhere)


def _comparison(context: click.Context, sources: tuple[str, ...], level: Level) -> Comparison:
    """The event of the library, or the files, compared; the reader's verdicts and links apply."""
    from newsdiff.pipeline import compare, distinct_ids

    paths = [Path(one) for one in sources]
    if len(sources) > 1 or paths[0].exists():
        reading = read_paths(paths)
        articles = in_english(context, distinct_ids(reading.articles))
        return compare(articles, level=level, title=reading.title)
    from newsdiff.exchange.verdicts import verdicts_on

    with library_of(context) as library:
        event = event_named(library, sources[0])
        articles = library.events.articles(event.id)
        links, verdicts = library.reading.links(event.id), library.verdicts.of(event.id)
    articles = in_english(context, articles)
    if len(articles) < 2:
        raise click.ClickException(
            f"{event.title or event.id} has only one article: there is nothing to compare"
        )
    return compare(
        articles, manual_links=links, level=level, title=event.title, verdicts=verdicts_on(articles, verdicts)
    )


def _write_questions(
    context: click.Context, comparison: Comparison, file: Path, sources: tuple[str, ...]
) -> None:
    from newsdiff.counting import number_of
    from newsdiff.opinion.question import questions_of
    from newsdiff.opinion.template import TemplateError, read_template
    from newsdiff.settings.model import QUESTIONS

    setting = settings_of(context).second_opinion
    try:
        template = read_template(setting.template if setting else None)
    except TemplateError as error:
        raise click.ClickException(str(error)) from error
    chosen = questions_of(comparison, template)[: setting.questions if setting else QUESTIONS]
    if file.suffix.lower() == ".jsonl":
        text = "".join(json.dumps(json.loads(one.text), ensure_ascii=False) + "\n" for one in chosen)
    else:
        text = "[\n" + ",\n".join(one.text.rstrip() for one in chosen) + "\n]\n"
    inputs = [path for one in sources if (path := Path(one)).exists()]
    write_file(file, text.encode("utf-8", "replace"), inputs=inputs)
    click.echo(f"{file}: {number_of(len(chosen), 'question')}", err=True)


def _as_json(comparison: Comparison, by: str, chosen: tuple[Question, ...], asked: AskedAll) -> str:
    from newsdiff.cli.opinions_printed import own_mark, places_judged
    from newsdiff.reports.as_json import escape_unsafe
    from newsdiff.reports.build import second_opinion_of

    tally = asked.tally
    places = [
        {
            "place": place.id,
            "reported_by": list(place.reported_by),
            **second_opinion_of(comparison, place.opinion),
            "newsdiff": own_mark(comparison, place),
        }
        for place in places_judged(comparison)
    ]
    answer = {
        "format": "newsdiff-opinions/1",
        "event": comparison.title,
        "by": by,
        "questions": len(chosen),
        "accepted": tally.accepted,
        "kept_from_before": tally.kept,
        "rejected": [
            {"question": one.question.id, "place": one.question.place, "reason": one.rejected}
            for one in asked.rejected
        ],
        "places": places,
    }
    return escape_unsafe(json.dumps(answer, ensure_ascii=False, indent=1))
