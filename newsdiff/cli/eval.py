"""``newsdiff eval GOLD...``: how right the engine is, measured against hand-made gold."""

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
  newsdiff eval gold/*/ --scorer tf-idf --scorer token_set_ratio
""",
)
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...", type=click.Path(path_type=Path))
@click.option(
    "--scorer",
    "scorers",
    multiple=True,
    type=click.Choice(["all", "token_set_ratio", "ratio", "partial_ratio", "tf-idf"]),
    help="Put a plain method beside ours, its threshold fitted on the other events. Repeatable.",
)
@click.option("--level", type=click.Choice(get_args(Level)), default="normal", show_default=True)
@click.option("--explain", is_flag=True, help="Also name everything that was missed or wrong.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def command(
    gold: tuple[Path, ...], scorers: tuple[str, ...], level: Level, explain: bool, as_json: bool
) -> None:
    """Measure the engine on events that careful readers have marked by hand.

    GOLD is a gold file, or the folder of one. The texts are found beside it, or in a folder of the event's
    name above it.
    """
    from newsdiff.evaluation.evaluate import evaluate
    from newsdiff.evaluation.gold import GoldError
    from newsdiff.evaluation.plain_methods import SCORERS
    from newsdiff.evaluation.table import as_data, as_table, explained

    chosen = tuple(SCORERS) if "all" in scorers else tuple(dict.fromkeys(scorers))
    try:
        results = evaluate(gold, chosen, level)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(as_data(results), ensure_ascii=False, indent=1))
        return
    click.echo(as_table(results))
    if explain:
        click.echo()
        for line in explained(results):
            click.echo(line)
