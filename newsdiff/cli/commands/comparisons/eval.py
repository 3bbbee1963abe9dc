"""``newsdiff eval GOLD...``: how right the engine is, measured on events that readers marked by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import click

from newsdiff.model import Level


@click.command(
    "eval",
    epilog="""\b
Examples:
  newsdiff eval tests/gold/seeds.json
  newsdiff eval gold/ --left-out
  newsdiff eval --verdicts our-gold/
  newsdiff eval gold/ --record llama3.jsonl
  newsdiff eval gold/*/ --scorer tf-idf --scorer token_set_ratio --level normal
""",
)
@click.argument("gold", nargs=-1, metavar="GOLD...", type=click.Path(path_type=Path))
@click.option(
    "--left-out",
    is_flag=True,
    help="Score each event with weights that were fitted without it. Takes minutes.",
)
@click.option(
    "--scorer",
    "scorers",
    multiple=True,
    type=click.Choice(["all", "token_set_ratio", "ratio", "partial_ratio", "tf-idf"]),
    help="Compare with a plain method, its threshold fitted on the other events. Repeatable.",
)
@click.option(
    "--level",
    "levels",
    multiple=True,
    type=click.Choice(get_args(Level)),
    default=("normal", "all"),
    show_default=True,
    help="How sure newsdiff must be of a difference. Repeatable: each level gets its columns.",
)
@click.option(
    "--verdicts",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Write the reader's verdicts on every event of the library as gold events instead.",
)
@click.option(
    "--second-opinion",
    is_flag=True,
    help="Ask the configured program about every event; print what it adds.",
)
@click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The same, and write its answers to this file.",
)
@click.option(
    "--replay",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The same with the answers in this file; no program runs.",
)
@click.option("--explain", is_flag=True, help="Also name everything that was missed or is wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@click.pass_context
def command(
    context: click.Context,
    gold: tuple[Path, ...],
    left_out: bool,
    scorers: tuple[str, ...],
    levels: tuple[Level, ...],
    verdicts: Path | None,
    second_opinion: bool,
    record: Path | None,
    replay: Path | None,
    explain: bool,
    as_json: bool,
) -> None:
    """Measure the engine on events that careful readers have marked by hand.

    GOLD is a gold file, the folder of one, or a folder of such folders. The texts are found beside the gold
    file, or in a folder of the event's name above it. Without --left-out the engine runs as it is shipped:
    on events that its weights were fitted on these scores flatter.

    With --verdicts nothing is measured: confirmed and dismissed differences and links by hand are written to
    FOLDER in the same form, so that a desk can measure the engine on its own work.

    With --second-opinion the table is about the places that newsdiff and the program say differ: each
    alone, either, and both. A file of --record gives the same bytes with --replay; a line of it may also be
    an answer that was made elsewhere, to a question that newsdiff opinion --questions wrote.
    """
    if verdicts is not None:
        _write_verdicts(context, verdicts)
        return
    if not gold:
        raise click.UsageError("name a gold file or a folder of them, or use --verdicts FOLDER")
    from newsdiff.evaluation.evaluate import comparing_left_out, evaluate
    from newsdiff.evaluation.fit import fit_weights
    from newsdiff.evaluation.gold import GoldError
    from newsdiff.evaluation.marked_events import read_events
    from newsdiff.evaluation.plain_methods import SCORERS
    from newsdiff.evaluation.table import as_data, as_tables, remark_lines, unsupported_lines

    if second_opinion or record or replay:
        from newsdiff.cli.opinions_measured import measure_opinions

        if scorers or explain:
            raise click.UsageError("--second-opinion cannot be combined with --scorer or --explain")
        measure_opinions(context, gold, levels, record, replay, left_out=left_out, as_json=as_json)
        return
    chosen = tuple(SCORERS) if "all" in scorers else tuple(dict.fromkeys(scorers))
    try:
        events = read_events(gold)
        comparing = comparing_left_out(events, fit_weights) if left_out else None
        results = evaluate(events, tuple(dict.fromkeys(levels)), chosen, comparing=comparing)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps({"left_out": left_out, **as_data(results)}, ensure_ascii=False, indent=1))
        return
    click.echo(as_tables(results))
    lines = list(remark_lines(results) if explain else unsupported_lines(results))
    if lines:
        click.echo("\n" + "\n".join(lines))


def _write_verdicts(context: click.Context, folder: Path) -> None:
    from newsdiff.cli.library_access import library_of

    with library_of(context) as library:
        from newsdiff.counting import number_of
        from newsdiff.evaluation.verdicts_as_gold import write_verdicts

        written = write_verdicts(library, folder)
    for file in written:
        click.echo(str(file))
    if not written:
        click.echo("The library holds no verdicts and no links by hand: nothing was written.")
    else:
        click.echo(f"{number_of(len(written), 'event')} written.")
