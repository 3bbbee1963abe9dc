"""``newsdiff completion SHELL``: the script that completes commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(
    "completion",
    epilog="""\b
Examples:
  newsdiff completion bash >> ~/.bashrc
  newsdiff completion zsh >> ~/.zshrc
  newsdiff completion fish > ~/.config/fish/completions/newsdiff.fish
""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell."""
    root = context.find_root()
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(kind(root.command, {}, "newsdiff", "_NEWSDIFF_COMPLETE").source())
