"""``newsdiff eval --second-opinion``: asking about marked events, with the answers kept in a file or out of
one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli.library_access import settings_of
from newsdiff.cli.output import write_file
from newsdiff.cli.second_opinion import asking, needed_setting
from newsdiff.model import Level
from newsdiff.sanitize import one_line
from newsdiff.settings.model import QUESTIONS

if TYPE_CHECKING:
    from newsdiff.opinion.asking import Asked, Tally


def measure_opinions(
    context: click.Context,
    gold: Sequence[Path],
    levels: Sequence[Level],
    record: Path | None,
    replay: Path | None,
    *,
    left_out: bool,
    as_json: bool,
) -> None:
    """Ask and print. Raises click.ClickException; what was answered until then is recorded all the same."""
    from newsdiff.opinion.records import Recorded, RecordError, read_record
    from newsdiff.opinion.template import TemplateError, read_template

    if replay is None:
        with asking(context, needed_setting(context)) as opinions:
            recorded = Recorded(opinions.asked)
        try:
            _measure(
                gold, levels, recorded, opinions.template,
                most=opinions.questions, parallel=opinions.parallel, left_out=left_out, as_json=as_json,
            )  # fmt: skip
        finally:
            if record is not None and recorded.printed:
                write_file(record, recorded.as_lines(), inputs=gold)
        return
    if record is not None:
        raise click.UsageError("--record keeps what a program answers: with --replay, none is asked")
    setting = settings_of(context).second_opinion
    try:
        template = read_template(setting.template if setting else None)
        replayed = read_record(replay)
    except (RecordError, TemplateError) as error:
        raise click.ClickException(str(error)) from error
    most = setting.questions if setting else QUESTIONS
    _measure(gold, levels, replayed, template, most=most, parallel=1, left_out=left_out, as_json=as_json)


def _measure(
    gold: Sequence[Path],
    levels: Sequence[Level],
    asked: Asked,
    template: str,
    *,
    most: int,
    parallel: int,
    left_out: bool,
    as_json: bool,
) -> None:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    from newsdiff.evaluation.evaluate import comparing_left_out
    from newsdiff.evaluation.fit import fit_weights
    from newsdiff.evaluation.gold import GoldError
    from newsdiff.evaluation.marked_events import read_events
    from newsdiff.evaluation.second_opinion import evaluate_opinions, opinions_as_data, opinions_as_tables
    from newsdiff.reader_program import ProgramError

    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False)
    try:
        events = read_events(gold)
        comparing = comparing_left_out(events, fit_weights) if left_out else None
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("asking", total=None)

            def show(event: str, answers: Tally) -> None:
                bar.update(task, description=f"{one_line(event)}: {answers.as_text()}")

            results = evaluate_opinions(
                events, tuple(dict.fromkeys(levels)), asked, template,
                most=most, parallel=parallel, comparing=comparing, show=show,
            )  # fmt: skip
    except (GoldError, ProgramError) as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(opinions_as_data(results), ensure_ascii=False, indent=1))
    else:
        click.echo(opinions_as_tables(results))
