"""The contract of the JSON report: its JSON Schema, and the same as a page for people.

Both are made from the structs of ``factlint.report``; the docstrings there are the descriptions.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from textwrap import dedent
from typing import Any

import msgspec

from factlint.report import SCHEMA_VERSION, Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_REF = "#/$defs/"
_HEAD = f"""\
# The JSON report, field by field

`factlint check --format json` writes it, `factlint.lint` returns it, `factlint schema` prints its JSON Schema. This page
is written by `factlint schema --format markdown`.

The `schema_version` is {SCHEMA_VERSION}. Within a version fields are only added, and only optional ones: leave alone what you do not
know. A field is removed, or takes another meaning, with a new version. All fields are always there, except those marked
*optional*.

Offsets count Unicode code points. Convert them where strings count otherwise: those of JavaScript and Java count UTF-16
units.
"""


def schema() -> bytes:
    """The JSON Schema of the report, indented."""
    return msgspec.json.format(msgspec.json.encode(described(), order="deterministic"), indent=2) + b"\n"


def described() -> Schema:
    """The JSON Schema of the report: every field with its description, what is always written as required."""
    (whole,), parts = msgspec.json.schema_components([Report])
    structs = _structs(Report)
    for name, part in parts.items():
        _describe(part, structs[name])
    return {"$schema": DIALECT, "title": "factlint report", **whole, "$defs": parts}


def reference() -> str:
    """The page that tells of every field, in Markdown."""
    return "\n".join([_HEAD, *_sections(described()["$defs"])])


def _structs(struct: type[msgspec.Struct]) -> dict[str, type[msgspec.Struct]]:
    """A struct and all that its fields hold, in the order in which a reader meets them."""
    met = {struct.__name__: struct}
    for field in msgspec.structs.fields(struct):
        for inner in _struct_types(field.type):
            met |= {name: one for name, one in _structs(inner).items() if name not in met}
    return met


def _struct_types(kind: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for part in getattr(kind, "__args__", ()):
        yield from _struct_types(part)


def _describe(part: Schema, struct: type[msgspec.Struct]) -> None:
    """Lay descriptions over the schema of one struct."""
    told = _field_docs(struct)
    omitted = set(part["properties"]) - set(part["required"]) if struct.__struct_config__.omit_defaults else set()
    for field, kind in part["properties"].items():
        kind.pop("default", None)
        if field in omitted:
            # Left out rather than null.
            (kind,) = (choice for choice in kind["anyOf"] if choice != {"type": "null"})
        # A description beside a reference would make a type of its own out of it in many generators.
        part["properties"][field] = kind if "$ref" in kind else {"description": told[field], **kind}
    part["required"] = [field for field in part["properties"] if field not in omitted]
    part["description"] = _one_line(struct.__doc__ or "")


def _field_docs(struct: type[msgspec.Struct]) -> dict[str, str]:
    """The docstring that follows each field of a struct."""
    (definition,) = ast.parse(dedent(inspect.getsource(struct))).body
    assert isinstance(definition, ast.ClassDef)
    told: dict[str, str] = {}
    field = ""
    for statement in definition.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            field = statement.target.id
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and field:
            told[field] = _one_line(str(statement.value.value))
    return told


def _one_line(docstring: str) -> str:
    return " ".join(docstring.replace("``", "`").split())


def _sections(parts: Mapping[str, Schema]) -> Iterator[str]:
    for name, struct in _structs(Report).items():
        part, told = parts[name], _field_docs(struct)
        yield f"## {name}\n\n{part['description']}\n\n| field | type | meaning |\n|---|---|---|"
        for field, kind in part["properties"].items():
            optional = "" if field in part["required"] else "*optional* "
            yield f"| `{field}` | {optional}{_type(kind)} | {told[field]} |"
        yield ""


def _type(kind: Schema) -> str:
    """A schema as a reader would say it."""
    if "$ref" in kind:
        name = kind["$ref"].removeprefix(_REF)
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(_type(choice) for choice in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{msgspec.json.encode(value).decode()}`" for value in kind["enum"])
    if kind["type"] == "array":
        return f"array of {_type(kind['items'])}"
    return str(kind["type"])
