"""Declarations of a reference page as JSON Schema, each with the line that it was read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import field, mutable

from ..spec.openapi import join
from .checks import members_of, nodes
from .constraints import Schema, constrain, kinds_of
from .findings import Finding
from .lines import Line
from .page import Tree
from .tree import Node
from .types import Array, Choice, Literal, Literals, Map, Members, Named, Scalar, Type, Union, core, inside

_NUMBERED: Final = re.compile(r"UnionMember\d+")
"""What the engine calls a type of a union that has no name."""


def text_of(docs: Sequence[Line]) -> str:
    """Paragraphs and bullets as Markdown."""
    parts: list[str] = []
    for index, line in enumerate(docs):
        bullet = line.text[:1].isspace()
        tight = index and bullet and docs[index - 1].text[:1].isspace()
        stripped = line.text.strip()
        parts.append("\n" if tight else "\n\n" if index else "")
        parts.append("- " + stripped.lstrip("•◦▪- ").strip() if bullet and stripped[0] in "•◦▪-" else stripped)
    return "".join(parts)


@mutable
class Schemas:
    """Builds schemas, and the components for types that the page names.

    `lines` maps the JSON Pointer of each schema to its line; it stands beside the document, so that two
    declarations of one shape stay equal.
    """

    tree: Tree
    components: dict[str, Schema] = field(factory=dict)
    lines: dict[str, int] = field(factory=dict)
    findings: list[Finding] = field(factory=list)
    warnings: list[Finding] = field(factory=list)
    named: dict[str, Node] = field(factory=dict)

    def collect(self) -> None:
        """Build a component for each type that has a name of its own."""
        responses = {
            id(operation.response)
            for resource in self.tree.resources
            for operation in resource.operations
            if operation.returns is None
        }
        tops = [node for resource in self.tree.resources for node in resource.types if id(node) not in responses]
        self.named = {node.name: node for node in tops}
        for operation in (operation for resource in self.tree.resources for operation in resource.operations):
            if operation.returns is not None and operation.response is not None:
                self.named.setdefault(operation.response.name, operation.response)
        whole = set(self.named)
        every = list(nodes(self.tree))
        for node in every:
            within = core(node.type)
            if isinstance(within, Members) and within.title and node.members is not None:
                self.named.setdefault(within.title, node)
        wanted = {part.name for node in every for part in inside(node.type) if isinstance(part, Named)}
        wanted |= {
            within.title
            for node in every
            if node.members is None and isinstance(within := core(node.type), Members) and within.title
        }
        for variant in (variant for node in every for variant in node.variants):
            if variant.name in wanted and variant.name not in self.named:
                self.named[variant.name] = variant
                whole.add(variant.name)
        for name, node in self.named.items():
            pointer = join("/components/schemas", name)
            self.lines[pointer] = node.line
            self.components[name] = self.node(node, pointer) if name in whole else self._object(node, pointer)

    def node(self, node: Node, pointer: str) -> Schema:
        """The schema of one declaration, with its text and constraints."""
        self.lines[pointer] = node.line
        schema = self._type(node.type, node, pointer)
        for finding in constrain(node, schema):
            (self.warnings if finding.code == "mangled-limit" else self.findings).append(finding)
        if description := text_of(node.docs):
            schema["description"] = description
        return schema

    def response(self, node: Node, pointer: str) -> Schema:
        """The schema of an answer: a reference where its type is a component."""
        if self.named.get(node.name) is node:
            self.lines[pointer] = node.line
            return {"$ref": "#/components/schemas/" + node.name}
        return self.node(node, pointer)

    def properties(self, declared: Sequence[Node], pointer: str) -> Schema:
        """An object of these members."""
        schema: Schema = {"type": "object"}
        if declared:
            at = join(pointer, "properties")
            schema["properties"] = {node.name: self.node(node, join(at, node.name)) for node in declared}
        if required := [node.name for node in declared if not node.optional]:
            schema["required"] = required
        return schema

    def _object(self, node: Node, pointer: str) -> Schema:
        return self.properties(node.members or (), pointer)

    def _type(self, found: Type, node: Node, pointer: str) -> Schema:
        match found:
            case Scalar(name):
                return _scalar(name)
            case Literals():
                return _enum(found, node)
            case Array(item, loose_null):
                items = self._type(item, node, join(pointer, "items"))
                if loose_null:
                    self._loose(node)
                    return _nullable({"type": "array", "items": _nullable(items)})
                return {"type": "array", "items": items}
            case Map(value):
                values = self._type(value, node, join(pointer, "additionalProperties"))
                return {"type": "object", "additionalProperties": values or True}
            case Members():
                return self._members(found, node, pointer)
            case Named(name):
                return self._reference(name, node)
            case Union():
                return self._union(found, node, pointer)
            case Choice():
                raise AssertionError("the tree settles every choice")

    def _loose(self, node: Node) -> None:
        expected = "to know whether the array or its items may be null; both are allowed"
        self.warnings.append(Finding(node.line, expected, "`array of ... or null`", code="null-of-array-or-item"))

    def _reference(self, name: str, node: Node) -> Schema:
        if name not in self.named:
            self.findings.append(Finding(node.line, f"`{name}` declared on this page", "no declaration that holds"))
        return {"$ref": "#/components/schemas/" + name}

    def _members(self, found: Members, node: Node, pointer: str) -> Schema:
        if found.title is None:
            return self._object(node, pointer)
        if node.members is None:
            return self._reference(found.title, node)
        first = self.named[found.title]
        if members_of(first) == members_of(node):
            return {"$ref": "#/components/schemas/" + found.title}
        expected = f"`{found.title}` as in line {first.line}"
        self.warnings.append(Finding(node.line, expected, "other members", code="near-twin"))
        return {"title": found.title, **self._object(node, pointer)}

    def _union(self, found: Union, node: Node, pointer: str) -> Schema:
        options = [option for option in found.options if option != Scalar("null")]
        if len(options) == 1 and not found.more:
            return _nullable(self._type(options[0], node, pointer))
        if node.variants:
            branches = [self._variant(variant, join(pointer, "anyOf", i)) for i, variant in enumerate(node.variants)]
        else:
            branches = [self._type(option, node, join(pointer, "anyOf", i)) for i, option in enumerate(options)]
        schema: Schema = {"anyOf": branches}
        return _nullable(schema) if len(options) < len(found.options) else schema

    def _variant(self, variant: Node, pointer: str) -> Schema:
        if variant.name and self.named.get(variant.name) is variant:
            return {"$ref": "#/components/schemas/" + variant.name}
        schema = self.node(variant, pointer)
        if variant.name and not _NUMBERED.fullmatch(variant.name) and "$ref" not in schema:
            return {"title": variant.name, **schema}
        return schema


def _scalar(name: str) -> Schema:
    if name == "unknown":
        return {}
    return {"type": "string", "format": "binary"} if name == "file" else {"type": name}


def _enum(found: Literals, node: Node) -> Schema:
    values: Sequence[Literal] = found.values
    if node.literals is not None and core(node.type) == found:
        values = node.literals
    kinds = {_kind(value) for value in values}
    if kinds <= {"integer", "number"} and len(kinds) > 1:
        kinds = {"number"}
    if kinds == {"boolean"}:
        return {"type": "boolean", "const": values[0]} if len(values) == 1 else {"type": "boolean"}
    schema: Schema = {"type": kinds.pop()} if len(kinds) == 1 else {}
    return {**schema, "enum": list(values)}


def _kind(value: Literal) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "string" if isinstance(value, str) else "integer" if isinstance(value, int) else "number"


def _nullable(schema: Schema) -> Schema:
    """The schema, or null."""
    if not schema or "null" in kinds_of(schema):
        return schema
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]} if "enum" not in schema else {"enum": [*schema["enum"], None]}
    widened = {**schema, "type": [schema["type"], "null"]}
    return {**widened, "enum": [*schema["enum"], None]} if "enum" in schema else widened
