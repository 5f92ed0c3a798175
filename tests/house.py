"""The figures of the house: how large its modules are, how they hang together, how far their rows have types.

    python -m tests.house              the figures, each with the most that is allowed
    python -m tests.house --where      and where each of them is found

`tests/test_architecture.py` holds the limits; who lowers a figure lowers its limit here.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from data.contracts import PREPARED_TABLES, SOURCE_TABLES
from geo import contract

ROOT = Path(__file__).parents[1]
FOLDERS = ("data", "geo", "dashboard", "pages")
LONG = 300  # lines
# The most that a figure may be.
MOST = {
    "modules over 300 lines": 2,  # the contracts of data and of shapes
    "string subscripts in dashboard": 300,
    "parameters annotated `tuple`": 0,
    "of these name no column": 0,
    "vague names": 0,
}
FRAMES = re.compile(r"\b(Geo)?DataFrame\b")
GIVEN = re.compile(r"\b((Geo)?DataFrame|Column)\b")
POINTER = re.compile(r"\b(?:columns|fields|table)\s+of\s+`([\w.]+)`")
VAGUE = ("own", "known")  # of a variable or parameter: they do not tell what it holds
TYPE_FORMS = ("Literal", "Annotated")  # their strings are no columns


@dataclass(frozen=True)
class Module:
    """A module of the house: its path from the root, and what is written in it."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @property
    def name(self) -> str:
        return ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")

    @property
    def room(self) -> str:
        """The part of `dashboard` that a module lies in, or its folder."""
        return _room(self.name)


@dataclass(frozen=True)
class Figure:
    """One figure of the house and what it counts. `most` is what it may be; None where it only tells."""

    number: int
    name: str
    most: int | None = None
    found: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.number:>7,}  {self.name}" + ("" if self.most is None else f" (at most {self.most:,})")


@cache
def modules() -> tuple[Module, ...]:
    paths = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(Module(path.relative_to(ROOT), path.read_text(encoding="utf-8")) for path in paths)


def figures() -> list[Figure]:
    """Every figure of the house."""
    of_dashboard = [module for module in modules() if module.path.parts[0] == "dashboard"]
    subscripts = [found for module in of_dashboard for found in string_subscripts(module)]
    arrows = [arrow for module in of_dashboard for arrow in arrows_to_rooms(module)]
    on_frames = [found for module in modules() for found in functions_on_frames(module)]
    return [
        Figure(len(modules()), "modules"),
        Figure(sum(module.lines for module in modules()), "lines"),
        _found("modules over 300 lines", (f"{each.path}: {each.lines}" for each in modules() if each.lines > LONG)),
        Figure(len(arrows), "imports between rooms of dashboard"),
        Figure(len({_rooms(arrow) for arrow in arrows}), "pairs of rooms of dashboard that these join"),
        _found("string subscripts in dashboard", (f"{place}: {name}" for place, name in subscripts)),
        Figure(len({name for _, name in subscripts}), "names in these"),
        _found("parameters annotated `tuple`", (found for module in modules() for found in bare_tuples(module))),
        Figure(len(on_frames), "public functions on frames"),
        _found("of these name no column", (place for place, docstring in on_frames if not names_columns(docstring))),
        _found("vague names", (found for module in modules() for found in vague_names(module))),
    ]


def _found(name: str, places: Iterable[str]) -> Figure:
    found = tuple(places)
    return Figure(len(found), name, MOST[name], found)


def arrows_to_rooms(module: Module) -> list[str]:
    """What a module of the dashboard imports from other rooms of it, each once."""
    imported = sorted({name for name in _imports(module) if name.startswith("dashboard.")})
    return [f"{module.name} -> {name}" for name in imported if _room(name) != module.room]


def string_subscripts(module: Module) -> Iterator[tuple[str, str]]:
    """Every `x["name"]`, `.at[i, "name"]` and `.loc[…, "name"]`: where it stands, and the name."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Subscript) and _last_name(node.value) not in TYPE_FORMS:
            parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            for part in parts:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield f"{module.path}:{node.lineno}", part.value


def bare_tuples(module: Module) -> Iterator[str]:
    """Parameters that take a row without saying which: `row: tuple`."""
    for function in _functions(module.tree):
        for argument in _arguments(function):
            if argument.annotation is not None and ast.unparse(argument.annotation) == "tuple":
                yield f"{module.path}:{function.lineno}: {function.name}({argument.arg})"


def vague_names(module: Module) -> Iterator[str]:
    """Variables and parameters whose name does not tell what they hold."""
    for node in ast.walk(module.tree):
        name = node.arg if isinstance(node, ast.arg) else _stored_name(node)
        if name in VAGUE:
            yield f"{module.path}:{node.lineno}: {name}"


def functions_on_frames(module: Module) -> Iterator[tuple[str, str]]:
    """Public functions that take or give a frame: where each stands, and its docstring."""
    for function in _functions(module.tree):
        if not function.name.startswith("_") and _is_on_frames(function):
            yield f"{module.path}:{function.lineno}: {function.name}", ast.get_docstring(function) or ""


def names_columns(docstring: str) -> bool:
    """Whether a docstring lists columns, says that any will do, names those of the contract as code, or says whose it
    has: "the columns of `chain_columns`".
    """
    if re.search(r"\bcolumns?\b[^.]*:|\b(any|whatever its)\b.*\bcolumns\b", docstring, re.IGNORECASE):
        return True
    code, pointed = (_last_parts(found) for found in (re.findall(r"`([\w.]+)`", docstring), POINTER.findall(docstring)))
    return bool(code & contract_names() or pointed & column_lists())


@cache
def contract_names() -> frozenset[str]:
    """The row classes with their columns, and the lists of them."""
    shapes = (contract.PlacedArea, contract.Shape, contract.ShapedArea, contract.Background, contract.Reference)
    rows = {*SOURCE_TABLES.values(), *PREPARED_TABLES.values(), *shapes}
    columns = {name for row in rows for name in (row.__name__, *row.columns())}
    return frozenset({*columns, "SOURCE_ROWS", "SOURCE_TABLES", "PREPARED_ROWS", "PREPARED_TABLES"})


@cache
def column_lists() -> frozenset[str]:
    """What has columns to point to: dataclasses, and the functions that give a frame or the `Column`s of one."""
    trees = [module.tree for module in modules()]
    functions = [function for tree in trees for function in _functions(tree) if function.returns is not None]
    given = {function.name for function in functions if GIVEN.search(ast.unparse(function.returns))}
    classes = [node for tree in trees for node in ast.iter_child_nodes(tree) if isinstance(node, ast.ClassDef)]
    return frozenset(given | {each.name for each in classes if "dataclass" in map(_decorator, each.decorator_list)})


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """The functions of a module and the methods of its classes; not what is defined inside of them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _functions(node)


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    given = function.args
    return [*given.posonlyargs, *given.args, *given.kwonlyargs]


def _stored_name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else ""


def _is_on_frames(function: ast.FunctionDef) -> bool:
    annotations = [argument.annotation for argument in _arguments(function)] + [function.returns]
    return any(FRAMES.search(ast.unparse(annotation)) for annotation in annotations if annotation is not None)


def _imports(module: Module) -> Iterator[str]:
    """The modules that a module imports; `from dashboard.views import tables` is `dashboard.views.tables`."""
    names = {each.name for each in modules()}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in names else node.module for name in inside)


def _room(name: str) -> str:
    return ".".join(name.split(".")[:2])


def _rooms(arrow: str) -> str:
    return " -> ".join(map(_room, arrow.split(" -> ")))


def _last_parts(names: Iterable[str]) -> set[str]:
    return {name.rpartition(".")[2] for name in names}


def _decorator(node: ast.expr) -> str:
    return _last_name(node.func if isinstance(node, ast.Call) else node)


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.house", description="The figures of the house.")
    parser.add_argument("--where", action="store_true", help="list what the figures with a limit are found in")
    is_asked_where = parser.parse_args().where
    for figure in figures():
        print(figure)
        for place in figure.found if is_asked_where else ():
            print(f"           {place}")


if __name__ == "__main__":
    main()
