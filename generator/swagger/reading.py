"""One document of Swagger 2.0 on its way into the words of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ..spec.edits import apply_edits
from ..spec.moves import following
from ..spec.openapi import METHODS, join, mapping, resolve
from ..values import Spec
from .bodies import form_body, media_types, response_of, sentence, whole_body
from .lists import Value, written
from .schemas import schema_of
from .security import scheme_of
from .words import KEYWORDS, SECTIONS, addresses, place_of, schemes

_TOP: Final = ("openapi", "swagger", "host", "basePath", "schemes", "consumes", "produces", *SECTIONS)
_OF_VALUE: Final = frozenset((*KEYWORDS, "schema", "collectionFormat", "x-nullable", "x-example"))
_BODY: Final = ("body", "formdata", "form")
_Listed = tuple[str, dict[str, Any], Any]
"""Where a parameter is listed, the parameter, and what is listed there: it, or a reference to it."""


class Reading:
    """Reads one document. `moves` is what stands elsewhere now; `lost` is what 3.0 cannot say, by code and place."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.moves: dict[str, str] = {join("", old): join("/components", new) for old, new in SECTIONS.items()}
        self.lost: dict[tuple[str, str], str] = {}
        self.consumes = media_types(spec.get("consumes"))
        self.produces = media_types(spec.get("produces"))
        self.schemes = schemes(spec.get("schemes"))
        known = mapping(spec, "parameters")
        self.shared_bodies = {"#" + join("/parameters", name) for name in known if place_of(known[name]) == "body"}

    def read(self, version: str) -> Spec:
        """The document as OpenAPI of this version, its references following what has moved."""
        new: Spec = {"openapi": version, **{key: value for key, value in self.spec.items() if key not in _TOP}}
        if urls := addresses(self.spec):
            new.setdefault("servers", [{"url": url} for url in urls])
        components = self._components()
        own = new.get("components")
        for section, members in (own if isinstance(own, dict) else {}).items():
            known = components.get(section)
            both = isinstance(known, dict) and isinstance(members, dict)
            components[section] = {**known, **members} if both else members  # type: ignore[dict-item]
        if components:
            new["components"] = components
        if isinstance(items := new.get("paths"), dict):
            new["paths"] = {path: self._item(join("/paths", path), item) for path, item in items.items()}
        return apply_edits(new, "swagger-2", following(new, self.moves))[0]

    def _components(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for old, section in SECTIONS.items():
            members = self.spec.get(old)
            if old not in self.spec:
                continue
            if not isinstance(members, dict):
                found[section] = members
                continue
            for name, node in members.items():
                kind, value = self._component(old, section, name, node)
                if kind:
                    found.setdefault(kind, {})[name] = value
        return found

    def _component(self, old: str, section: str, name: str, node: Any) -> tuple[str, Any]:
        """The section that holds what a document defines at its top, and what stands there.

        A field of a form has no section: it becomes one body with those beside it wherever it is used.
        """
        at, new = join("", old, name), join("/components", section, name)
        if not isinstance(node, dict) or name.startswith("x-"):
            return section, node
        if old == "definitions":
            return section, schema_of(node)
        if old == "securityDefinitions":
            return section, scheme_of(node)
        if "$ref" in node:
            return section, node
        if old == "responses":
            return section, self._response(at, new, node, self.produces, sends=False)
        place = place_of(node)
        if place == "body":
            self.moves[at] = join("/components/requestBodies", name)
            body = whole_body(node, self.consumes)
            self._schema_moved(at, self.moves[at], body)
            return "requestBodies", body
        return ("", None) if place in _BODY else (section, self._parameter(at, new, node))

    def _item(self, at: str, item: Any) -> Any:
        if not isinstance(item, dict):
            return item
        new = dict(item)
        bodies: list[_Listed] = []
        if isinstance(listed := item.get("parameters"), list):
            new["parameters"], bodies = self._parameters(at, listed)
            if not new["parameters"]:
                del new["parameters"]
        for method in METHODS:
            if isinstance(operation := item.get(method), dict):
                new[method] = self._operation(join(at, method), operation, bodies)
        return new

    def _operation(self, at: str, operation: dict[str, Any], inherited: Sequence[_Listed]) -> dict[str, Any]:
        new = {key: value for key, value in operation.items() if key not in ("consumes", "produces", "schemes")}
        listed = operation.get("parameters")
        bodies: list[_Listed] = []
        if isinstance(listed, list) and "requestBody" not in operation:
            new["parameters"], bodies = self._parameters(at, listed)
            if not new["parameters"]:
                del new["parameters"]
        if "requestBody" not in operation and (bodies or inherited):
            consumes = media_types(operation.get("consumes"), self.consumes)
            new["requestBody"] = self._body(at, _overridden(inherited, bodies), consumes)
        if isinstance(responses := operation.get("responses"), dict):
            produces = media_types(operation.get("produces"), self.produces)
            new["responses"] = {
                status: self._answer(join(at, "responses", status), each, produces, "produces" in operation, status)
                for status, each in responses.items()
            }
        own = schemes(operation.get("schemes"))
        if own and own[0] != (self.schemes or ["https"])[0] and self.spec.get("host"):
            new.setdefault("servers", [{"url": url} for url in addresses({**self.spec, "schemes": own})])
        return new

    def _parameters(self, at: str, listed: list[Any]) -> tuple[list[Any], list[_Listed]]:
        """The parameters of a list that are in no body, and those that are."""
        kept: list[Any] = []
        bodies: list[_Listed] = []
        for index, each in enumerate(listed):
            old, new = join(at, "parameters", index), join(at, "parameters", len(kept))
            try:
                meant = resolve(self.spec, each)
            except KeyError:
                meant = None
            if isinstance(meant, dict) and place_of(meant) in _BODY:
                bodies.append((old, meant, each))
                continue
            if old != new:
                self.moves[old] = new
            kept.append(self._parameter(old, new, each) if isinstance(each, dict) and "$ref" not in each else each)
        return kept, bodies

    def _parameter(self, old: str, new: str, parameter: dict[str, Any]) -> dict[str, Any]:
        value = written(parameter, place_of(parameter))
        made = {key: each for key, each in parameter.items() if key not in _OF_VALUE}
        if "x-example" in parameter:
            made.setdefault("example", parameter["x-example"])
        made |= self._told(new, value, made)
        if "items" in parameter:
            self.moves[join(old, "items")] = join(new, "schema", "items")
        if "content" in parameter or not (value.schema or "schema" in parameter):
            return made
        return {**made, "schema": value.schema, **{key: value.style[key] for key in value.style if key not in made}}

    def _told(self, at: str, value: Value, parameter: dict[str, Any]) -> dict[str, Any]:
        """Name what a value lost, and tell it to a caller."""
        if not value.lost:
            return {}
        self.lost["list-separator", at] = f"OpenAPI 3 has no {value.lost}; the caller joins the values."
        return {"description": sentence(parameter.get("description"), value.text)}

    def _body(self, at: str, bodies: Sequence[_Listed], consumes: list[str]) -> dict[str, Any]:
        """The one body of an operation. A shared one of the same media types stays shared."""
        new = join(at, "requestBody")
        whole = [each for each in bodies if place_of(each[1]) == "body"]
        fields = [each for each in bodies if place_of(each[1]) != "body"]
        for old, parameter, _ in whole[1:]:
            self.lost["second-body", new] = f"{parameter.get('name')!r} is a second body at {old}; the first is sent."
        made: dict[str, Any] = {}
        if whole:
            old, parameter, listed = whole[0]
            self.moves.setdefault(old, new)
            ref = listed.get("$ref")
            shared = isinstance(ref, str) and ref in self.shared_bodies
            if shared and consumes == self.consumes and not fields:
                self._schema_shared(old, ref)
                return {"$ref": ref}
            made = whole_body(self._referring(parameter, ref) if shared else parameter, consumes)
            self._schema_moved(old, new, made)
        if fields:
            values = [(parameter, written(parameter, place_of(parameter))) for _, parameter, _ in fields]
            for parameter, value in values:
                self._told(join(new, str(parameter.get("name"))), value, {})
            of_form = form_body(values, consumes)
            content = {**of_form["content"], **made.get("content", {})}
            made = {
                **of_form,
                **made,
                "required": of_form["required"] or made.get("required", False),
                "content": content,
            }
        return made

    def _answer(self, at: str, response: Any, produces: list[str], own: bool, status: str) -> Any:
        if not isinstance(response, dict):
            return response
        if "$ref" in response:
            try:
                meant = resolve(self.spec, response)
            except KeyError:
                return response
            if produces == self.produces or not isinstance(meant, dict) or "schema" not in meant:
                self._schema_shared(at, response["$ref"])
                return response
            response = self._referring(meant, response["$ref"])
        sends = (
            own
            and str(status).startswith("2")
            and str(status) != "204"
            and not at.endswith(f"/head/responses/{status}")
        )
        return self._response(at, at, response, produces, sends=sends)

    def _response(
        self, old: str, new: str, response: dict[str, Any], produces: list[str], *, sends: bool
    ) -> dict[str, Any]:
        made = response_of(response, produces, sends)
        self._schema_moved(old, new, made)
        return made

    def _referring(self, shared: dict[str, Any], ref: Any) -> dict[str, Any]:
        """What is written out under other media types refers to the one schema there: hundreds may do so."""
        schema = shared.get("schema")
        told = isinstance(ref, str) and join(ref[1:], "schema") in self.moves
        if (
            not told
            or not isinstance(schema, dict)
            or not any(isinstance(each, dict | list) for each in schema.values())
        ):
            return shared
        return {**shared, "schema": {"$ref": f"{ref}/schema"}}

    def _schema_shared(self, old: str, ref: Any) -> None:
        """A pointer that passes through a reference to the schema there goes to it by itself."""
        if isinstance(ref, str) and (new := self.moves.get(join(ref[1:], "schema"))) is not None:
            self.moves[join(old, "schema")] = new

    def _schema_moved(self, old: str, new: str, made: dict[str, Any]) -> None:
        content = made.get("content")
        if isinstance(content, dict) and content:
            self.moves[join(old, "schema")] = join(new, "content", next(iter(content)), "schema")


def _overridden(inherited: Sequence[_Listed], own: Sequence[_Listed]) -> list[_Listed]:
    """The parameters of a path that an operation has none of its own for, and those."""
    names = {_key(parameter) for _, parameter, _ in own}
    return [each for each in inherited if _key(each[1]) not in names] + list(own)


def _key(parameter: dict[str, Any]) -> tuple[bool, Any]:
    whole = place_of(parameter) == "body"
    return whole, None if whole else str(parameter.get("name"))


__all__ = ["Reading"]
