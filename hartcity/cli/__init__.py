"""The command line, a module a command. Its JSON is what the project is measured by."""

from __future__ import annotations

import typer

from hartcity.cli import check, class_run, database, directory, languagetool, plan, read


app = typer.Typer(
    name="hartcity",
    help="Check drafts and service plans of the Hart City assignment. Nothing leaves this machine.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command("check")(check.check)
app.command("plan")(plan.plan)
app.command("read")(read.read)
app.command("class")(class_run.class_run)
app.command("directory")(directory.directory)
app.add_typer(database.app, name="database")
app.add_typer(languagetool.app, name="languagetool")


def main() -> None:
    """Run the command line."""
    app()
