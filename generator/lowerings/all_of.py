"""Compositions flattened: what a component inherits is copied into it."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from attrs import define, field

from ..errors import UnusableInput
from ..naming.words import class_name, digest, pascal
from ..spec.openapi import join
from ..values import Spec
from ._composed import composed_refs, dependencies_first, references
from ._merge import Merger, is_object, only_required
from ._parts import DOCS, OF_USE, PREFIX, ref_name, shape_keys
from ._walk import Notes, Schema, at_component, components, note, with_components

MOST_PROPERTIES: Final = 3_000_000
"""Copied properties after which a document is taken for an attack: parents of parents multiply."""
MOST_COMBINATIONS: Final = 64
"""Combinations of unions in one `allOf` beyond which they are not multiplied out."""

MOST_AHEAD: Final = 200
"""Components that one may be made of to be flattened before its turn."""

DEEPEST: Final = 20
"""Objects in objects that are combined; deeper ones are those of the child."""


def all_of(spec: Spec, notes: Notes) -> Spec:
    """Flatten `allOf`, and properties beside a union into each member of it.

    Properties beside `allOf` or `oneOf` vanish in the stock renderer (89 schemas of the census). Parents
    come first, in order, and the child wins; a union in the composition is multiplied out.
    """
    before = components(spec)
    flattener = _Flattener(before, notes, references(spec))
    flattener.rank = {name: at for at, name in enumerate(dependencies_first(before, notes, flattener.cut))}
    for name in flattener.rank:
        flattener.finish(name)
    after = {**{name: flattener.done[name] for name in before}, **flattener.made}
    return with_components(spec, after) if any(after.get(n) is not before.get(n) for n in after) else spec


@define
class _Flattener:
    """Flattens components one after the other; `done` holds those finished, `made` new members of unions."""

    schemas: dict[str, Any]
    notes: Notes
    references: Counter[str]
    done: dict[str, Schema] = field(factory=dict)
    made: dict[str, Schema] = field(factory=dict)
    cut: set[tuple[str, str]] = field(factory=set)
    parents: dict[str, set[str]] = field(factory=dict)
    copied: int = 0
    both: dict[tuple[str, str], str] = field(factory=dict)
    depth: int = 0
    open: set[str] = field(factory=set)
    rank: dict[str, int] = field(factory=dict)

    def _merger(self) -> Merger:
        def descends(child: str, parent: str) -> bool:
            return parent in self.parents.get(child, ())

        return Merger(self.notes, self._content, descends, self._both)

    def _both(self, parent: str, child: str) -> str | None:
        """A component with the properties of two objects: a property that parent and child define apart.

        Named before it is made, for the two may hold themselves under one name.
        """
        if (parent, child) in self.both:
            return self.both[parent, child]
        contents = [self._content(name) for name in (parent, child)]
        if self.depth > DEEPEST or not all(each.get("properties") and _is_plain(each) for each in contents):
            return None
        name = class_name(f"{pascal(parent)}{pascal(child)}")
        if name in self.schemas or name in self.made:
            name = class_name(f"{name}{digest(f'{parent} {child}').upper()}")
        self.both[parent, child] = name
        self.parents[name] = {parent, child}
        self.depth += 1
        whole = self._merger().merge(at_component(name), contents[0], _inherited(contents[1]))
        self.depth -= 1
        self._count(len(whole["properties"]))
        self.made[name] = self.done[name] = whole
        return name

    def finish(self, name: str) -> None:
        """Flatten a component whose parents are flattened."""
        if name not in self.done:
            self.open.add(name)
            self.done[name] = self._component(name)
            self.open.discard(name)

    def _ahead(self, name: str) -> None:
        """Flatten a component before its turn, for a property that two members of an `allOf` define.

        Bitbucket's teams have `links` of their own, made of those of every account. Not one that is made of what
        is being flattened: it stays as it is.
        """
        if self.depth > DEEPEST or name not in self.schemas:
            return
        order: list[str] = []
        stack, seen = [name], {name}
        while stack:
            order.append(stack.pop())
            refs = set(composed_refs(self.schemas[order[-1]])) - seen - self.done.keys()
            new = sorted(ref for ref in refs if ref in self.schemas and (order[-1], ref) not in self.cut)
            if self.open.intersection([*new, name]) or len(seen) > MOST_AHEAD:
                return
            seen.update(new)
            stack += new
        self.depth += 1
        for each in sorted(order, key=lambda one: self.rank[one]):
            self.finish(each)
        self.depth -= 1

    def _component(self, name: str) -> Schema:
        schema: Schema = self.schemas[name]
        self.parents[name] = set()
        for part in schema.get("allOf", ()):
            if (parent := ref_name(part)) in self.done and parent is not None:
                self.parents[name] |= {parent, *self.parents.get(parent, ())}
        self._count(len(self.parents[name]))
        return self.flat(name, schema.get("x-origin") or at_component(name), schema)

    def flat(self, owner: str, pointer: str, schema: Schema) -> Schema:
        """The schema without `allOf`, and with a union only where nothing else is beside it."""
        members = schema.get("oneOf")
        if members is not None:
            kept = [member for member in members if (owner, ref_name(member)) not in self.cut]
            schema = {**schema, "oneOf": kept} if len(kept) < len(members) else schema
        if (owner, ref_name(schema)) in self.cut:
            schema = {key: value for key, value in schema.items() if key != "$ref"}
        base = {key: value for key, value in schema.items() if key not in ("allOf", "oneOf", "discriminator")}
        merger = self._merger()
        unions: list[Schema] = []
        merged: Schema = {}
        for index, part in enumerate(schema.get("allOf", ())):
            content = self._part(owner, join(pointer, "allOf", index), part)
            if content is None:
                continue
            if "oneOf" in content:
                unions.append(content)
            else:
                merged = merger.merge(pointer, merged, _inherited(content))
                self._count(len(merged.get("properties", ())))
        if "allOf" in schema:
            merged = merger.merge(pointer, merged, base)
            merged = self._nullable(merged, schema)
        else:
            merged = base
        if "oneOf" in schema:
            unions.append({key: schema[key] for key in ("oneOf", "discriminator") if key in schema})
        return (
            self._with_unions(owner, pointer, merged, unions, schema.get("discriminator"))
            if unions
            else ({**merged, "discriminator": schema["discriminator"]} if "discriminator" in schema else merged)
        )

    def _part(self, owner: str, pointer: str, part: Schema) -> Schema | None:
        """What a member of `allOf` says, its reference followed; None for one that is cut off."""
        name = ref_name(part)
        if name is None:
            return self.flat(owner, pointer, part)
        if (owner, name) in self.cut:
            return None
        found = self._content(name) if name in self.done else {}
        return {**found, **{key: value for key, value in part.items() if key != "$ref"}}

    def _content(self, name: str) -> Schema:
        """What a component says, also one that is no more than a described reference to another."""
        if name not in self.done:
            self._ahead(name)
        found: Schema = self.done.get(name, self.schemas.get(name, {}))
        seen = {name}
        while (target := ref_name(found)) is not None and target in self.done and target not in seen:
            seen.add(target)
            found = {**self.done[target], **{key: value for key, value in found.items() if key != "$ref"}}
        return found

    def _nullable(self, merged: Schema, schema: Schema) -> Schema:
        """Null is valid where the whole says so, or where each member with a type does."""
        said = schema.get("x-nullable")
        if not isinstance(said, bool):
            parts = [self._content(ref_name(part) or "") | part if "$ref" in part else part for part in schema["allOf"]]
            typed = [part for part in parts if shape_keys(part) - {"required"}]
            own = bool(shape_keys(schema) - {"allOf", "type", "required"})
            vetoed = any(part.get("x-nullable") is False for part in parts)
            said = bool(typed) and not own and not vetoed and all(part.get("x-nullable") is True for part in typed)
        kept = {key: value for key, value in merged.items() if key != "x-nullable"}
        return {**kept, "x-nullable": True} if said else kept

    def _count(self, copies: int) -> None:
        self.copied += copies
        if self.copied > MOST_PROPERTIES:
            raise UnusableInput(
                f"components/schemas: allOf copies more than {MOST_PROPERTIES:,} properties from parents to children.\n"
                "No API needs that many; look for components that inherit from each other by the hundred."
            )

    def _with_unions(self, owner: str, pointer: str, base: Schema, unions: list[Schema], discriminator: Any) -> Schema:
        """Unions multiplied out and combined with what stands beside them."""
        first, *others = unions
        members: list[Schema] = list(first["oneOf"])
        for other in others:
            if len(members) * len(other["oneOf"]) > MOST_COMBINATIONS:
                note(
                    self.notes,
                    "union-not-combined",
                    pointer,
                    "too many combinations in allOf; a part is left out",
                )
                continue
            members = [self._combined(owner, pointer, a, b) for a in members for b in other["oneOf"]]
        marks = discriminator or (first.get("discriminator") if not others else None)
        own = {key: value for key, value in base.items() if key in DOCS or key in OF_USE or key.startswith("x-")}
        names: dict[str, str] = {}
        if is_object(base) and (base.get("properties") or _typed_rest(base)):
            bare = {key: value for key, value in base.items() if key not in own}
            combined = [self._combined(owner, pointer, bare, member) for member in members]
            for old, new in zip(members, combined, strict=True):
                names[ref_name(old) or ""] = ref_name(new) or ""
            members = combined
        elif "enum" in base or "const" in base:
            return base
        elif shape_keys(base) in ({"items"}, {"items", "type"}):
            bare = {"type": "array", "items": base["items"]}
            arrays = [member.get("type") == "array" for member in members]
            merger = self._merger()
            members = [
                merger.merge(pointer, bare, member) if array else member
                for array, member in zip(arrays, members, strict=True)
            ]
        elif shape_keys(base) - {"type", "format"} and not only_required(base) and not is_object(base):
            note(self.notes, "union-not-combined", pointer, "a type beside a union is left out")
        return {**own, "oneOf": members, **({"discriminator": _remapped(marks, names)} if marks else {})}

    def _is_own(self, owner: str, name: str) -> bool:
        """Whether a member of a union is named after its owner and used nowhere else: it is what it is made into."""
        return pascal(name).startswith(pascal(owner)) and self.references[name] == 1 and name not in self.made

    def _combined(self, owner: str, pointer: str, base: Schema, member: Schema) -> Schema:
        """One member of a union with what stands beside the union; a new component where that adds anything."""
        name, parent = ref_name(member), ref_name(base)
        content = self._content(name) if name is not None else member
        other = self._content(parent) if parent is not None else base
        if "oneOf" in content or not is_object(content) or not is_object(other):
            return member
        adds = set(other.get("properties", ())) - set(content.get("properties", ())) or _typed_rest(other)
        if parent is None and not adds:
            return member
        merger = self._merger()
        whole = merger.merge(pointer, other, _inherited(content))
        whole["title"] = content.get("title", name or owner)
        self._count(len(whole.get("properties", ())))
        key = f"{owner} {parent} {name} {sorted(content.get('properties', ()))}"
        made = class_name(f"{pascal(owner)}{pascal(name or '') or digest(key).upper()}")
        if name is not None and self._is_own(owner, name):
            made = name
        elif made in self.schemas or made in self.made:
            made = class_name(f"{made}{digest(key).upper()}")
        self.made[made] = self.done[made] = whole
        self.parents[made] = {each for each in (name, parent) if each}
        return {"$ref": PREFIX + made}


def _is_plain(schema: Schema) -> bool:
    """An object that is not itself made of others."""
    return is_object(schema) and not shape_keys(schema) & {"allOf", "oneOf", "$ref", "enum", "const"}


def _typed_rest(schema: Schema) -> bool:
    """Whether an object says what its other properties hold."""
    return isinstance(schema.get("additionalProperties"), dict) and bool(schema["additionalProperties"])


def _inherited(schema: Schema) -> Schema:
    """A parent's content without what describes the parent alone."""
    return {
        key: value for key, value in schema.items() if key not in DOCS and key not in OF_USE and key != "discriminator"
    }


def _remapped(discriminator: Any, names: dict[str, str]) -> Any:
    """A discriminator whose targets are the combined members."""
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    implicit = {old: PREFIX + new for old, new in names.items() if old and new and old != new}
    if not isinstance(mapping, dict) and not implicit:
        return discriminator
    moved: dict[str, Any] = {}
    for value, target in (mapping or {}).items():
        old = target.removeprefix(PREFIX) if isinstance(target, str) else target
        moved[value] = PREFIX + names[old] if names.get(old) else target
        implicit.pop(old, None)
    return {**discriminator, "mapping": {**implicit, **moved}}
