"""`linkvitals export`: the catalogue of all entries, in formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from crawler.commands.options import database_option
from crawler.errors import UsageProblem

if TYPE_CHECKING:
    from crawler.export.item import Catalogue

FORMATS = ("croissant", "dcat", "schema.org", "csv", "jsonl")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="The format: JSON-LD of three kinds, a spreadsheet, or an object a line.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(),
    metavar="FILE|FOLDER/",
    help="Write it there; croissant into a folder: a file for each data set.",
)
@click.option(
    "--list", "lists", multiple=True, metavar="NAME", help="Only entries of this list; repeatable."
)
@database_option
def export(form: str, output: str | None, lists: tuple[str, ...], database: Path) -> None:
    """Give the catalogue of all entries to others, with health and metadata.

    An entry has the health and the metadata of the link that leads to its data. What is not known
    is left out.

    \b
    linkvitals export --format csv -o var/catalogue.csv        a spreadsheet
    linkvitals export --format schema.org                      for search engines
    linkvitals export --format croissant -o var/croissant/     a file for each data set
    """  # noqa: D301 - click wants the very character
    from crawler.store.catalogue import read_catalogue
    from crawler.store.database import open_for_reading

    db = open_for_reading(database)
    try:
        _write(read_catalogue(db, lists), form, output)
    finally:
        db.close()


def _write(catalogue: Catalogue, form: str, output: str | None) -> None:
    from crawler.export.croissant import write_folder
    from crawler.export.output import whole_file
    from crawler.words import count

    if output is None:
        _write_to(catalogue, form, sys.stdout)
        return
    path = Path(output)
    if not (output.endswith("/") or path.is_dir()):
        with whole_file(path) as out:
            _write_to(catalogue, form, out)
        click.echo(f"The catalogue is {path}.", err=True)
    elif form == "croissant":
        written = write_folder(catalogue, path)
        click.echo(f"{count(written, 'data set')} written to {path}.", err=True)
    else:
        raise UsageProblem(f"{path}: this is a folder; {form} is one file, name it with -o")


def _write_to(catalogue: Catalogue, form: str, out: TextIO) -> None:
    from crawler.export import croissant, dcat, schema_org, table

    match form:
        case "croissant":
            croissant.write(catalogue, out)
        case "dcat":
            dcat.write(catalogue, out)
        case "schema.org":
            schema_org.write(catalogue, out)
        case "csv":
            table.write_csv(catalogue, out)
        case _:
            table.write_jsonl(catalogue, out)
