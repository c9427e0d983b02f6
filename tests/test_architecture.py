"""The shape of the program: the data flows one way, and few modules touch the world outside."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest

import interview_cli

PACKAGE = Path(interview_cli.__file__).parent
MODULES = {
    ".".join(["interview_cli", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
LABELS = json.loads((Path(__file__).parent / "data" / "nl_core_news_sm_labels.json").read_text("utf-8"))


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


def _imports(module: str, *, typing_too: bool = False) -> set[str]:
    """Return the modules that a module imports, anywhere in it; imports for type checkers alone don't count."""
    found: set[str] = set()
    hidden = {
        id(node)
        for block in ast.walk(_tree(module))
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING" and not typing_too
        for node in ast.walk(block)
    }
    for node in ast.walk(_tree(module)):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(inner & MODULES.keys() or {node.module})
    return found


def test_imports_are_acyclic() -> None:
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, f"a circle: {' → '.join([*path, module])}"
        if module in done:
            return
        for imported in sorted(_imports(module) & MODULES.keys() - {"interview_cli"}):
            visit(imported, (*path, module))
        done.add(module)

    for module in MODULES:
        visit(module, ())


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_line_prints_or_exits(module: str) -> None:
    if module.startswith("interview_cli.cli") or module == "interview_cli.__main__":
        return
    for node in ast.walk(_tree(module)):
        assert not (isinstance(node, ast.Name) and node.id in ("print", "exit", "quit", "SystemExit", "breakpoint"))
        assert ast.unparse(node) not in ("sys.exit", "sys.stdout", "sys.stderr", "os._exit")


@pytest.mark.parametrize("module", MODULES)
def test_only_nlp_and_the_parts_of_its_pipeline_import_spacy(module: str) -> None:
    heavy = {"spacy", "thinc", "numpy"}
    if module == "interview_cli.nlp" or module.startswith("interview_cli.dutch"):
        return
    assert not {name.split(".")[0] for name in _imports(module)} & heavy
    assert not any(name.startswith("interview_cli.dutch") for name in _imports(module))


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_line_and_tables_know_how_they_are_shown(module: str) -> None:
    roots = {name.split(".")[0] for name in _imports(module)}
    assert "typer" not in roots or module.startswith("interview_cli.cli")
    assert "rich" not in roots or module.startswith("interview_cli.render")


#: How the code asks for labels: attributes of tokens and spans, compared with words in capitals or lower case.
_ATTRIBUTES = {"dep_": "parser", "dep": "parser", "label_": "ner", "tag_": "tagger"}
_UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split())  # noqa: SIM905


@pytest.mark.parametrize("module", MODULES)
def test_labels_are_those_of_nl_core_news(module: str) -> None:
    """Every label that a token's attribute is compared with is one that nl_core_news_sm gives."""
    for node in ast.walk(_tree(module)):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        asked = {side.attr for side in sides if isinstance(side, ast.Attribute)}
        words = {word for side in sides for word in _strings(side) | _named(side)}
        for attribute in asked & _ATTRIBUTES.keys():
            known = set(LABELS[_ATTRIBUTES[attribute]]) | {"ROOT", ""}
            bases = {label.split(":")[0] for label in known}
            assert words <= known | bases, f"{attribute} is never {sorted(words - known - bases)}"
        if asked & {"pos", "pos_"}:
            assert words <= _UPOS | {""}


def _strings(node: ast.AST) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def _named(node: ast.AST) -> set[str]:
    """Return the strings of a constant, whichever module it is from."""
    return _constants().get(node.id, set()) if isinstance(node, ast.Name) else set()


@cache
def _constants() -> dict[str, set[str]]:
    return {
        target.id: _strings(node.value)
        for module in MODULES
        for node in _tree(module).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


def test_entity_labels_are_those_of_nl_core_news() -> None:
    from interview_cli.lexicon.labels import ENTITY_LABELS

    assert sorted(ENTITY_LABELS) == sorted(LABELS["ner"])


@pytest.mark.parametrize("module", MODULES)
def test_modules_say_what_they_are_for(module: str) -> None:
    assert not _tree(module).body or ast.get_docstring(_tree(module)), "a module begins with a docstring"


def test_no_name_of_the_seed_is_in_the_code() -> None:
    names = re.compile(r"Altman|OpenAI|ChatGPT|a16z|Sora\b")
    for module, path in MODULES.items():
        if module.startswith("interview_cli.inputs"):
            continue  # names the file of the shipped interview
        assert not names.search(_code(module)), path


def _code(module: str) -> str:
    """Return a module's code without its comments and docstrings."""
    return ast.unparse(_without_docstrings(ast.parse(MODULES[module].read_text("utf-8"))))


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body[0] = ast.Pass()
    return tree
