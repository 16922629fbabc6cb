"""The one adapter to openapi-python-client: a lowered spec in, files of Python out.

openapi-python-client parses the components and drives the model and enum templates; the client templates
are rendered in the same Jinja environment over the surface. All of its Python API and every private name
of it that we use are in this module; the version is pinned exactly and `templates/opc/lineage.json` has the
hash of each original that an override replaces.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar, Final

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from ..deferred import deferred

with deferred("httpcore", "httpx"):  # it would fetch documents with them
    from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError as OpcError
from openapi_python_client.strings import ClassName, PythonIdentifier

from ..errors import GeneratorError, IncompletePackage
from ..naming.identifiers import module_name
from ..surface import Surface, client_config
from ..surface.python_types import Types, target_name
from ..values import Spec
from .filters import FILTERS
from .imports import imports
from .modules import alias_module, model_module
from .signatures import ResourceCode

TEMPLATES: Final = Path(__file__).resolve().parents[2] / "templates"

PREFIX: Final = "field_"


def render(spec: Spec, surface: Surface, out: Path, *, extra: dict[str, str] | None = None) -> None:
    """Write the project of a package (the package and what stands beside it) into the empty folder `out`.

    `extra` maps further file names to their text. Raises IncompletePackage where openapi-python-client
    dropped or renamed anything.
    """
    package = out / surface.provider.package
    package.mkdir(parents=True)
    project = _project(spec, surface, package)
    runtime = _Runtime(package / "_runtime")
    runtime.copy()
    with contextlib.redirect_stdout(io.StringIO()):
        problems = project.build()
    if problems:
        raise IncompletePackage(_say(list(problems)))
    for name, text in (extra or {}).items():
        (out / name).write_text(text, encoding="utf-8")
    _render_project(project.env, surface, out)
    format_python(out, *runtime.unformatted(out))
    runtime.keep()


class _Package(Project):
    """openapi-python-client's project with our client in the place of its four functions per endpoint."""

    surface: Surface

    def _create_package(self) -> None:
        (self.package_dir / "py.typed").write_text("", encoding="utf-8")
        for name in ("__init__.py", "_client.py", "_version.py"):
            self._write(name, f"{name}.jinja")
        if self.surface.provider.webhooks:
            self._write("_webhooks.py", "_webhooks.py.jinja")

    def _build_models(self) -> None:
        super()._build_models()
        types = Types.of(self.surface.spec)
        for name, component in types.components.items():
            if component.get("x-alias"):
                self._write(f"models/{module_name(name)}.py", "alias.py.jinja", name=name, use=component)

    def _build_api(self) -> None:
        (self.package_dir / "resources").mkdir()
        self._write("resources/__init__.py", "resources.py.jinja")
        for resource in self.surface.walk():
            self._write(f"resources/{resource.module}.py", "resource.py.jinja", resource=resource)

    def _write(self, path: str, template: str, **context: Any) -> None:
        text = self.env.get_template(template).render(**context)
        (self.package_dir / path).write_text(text, encoding="utf-8")


def _project(spec: Spec, surface: Surface, package: Path) -> _Package:
    config = Config.from_sources(
        ConfigFile(field_prefix=PREFIX, package_name_override=surface.provider.package, post_hooks=[]),
        MetaType.NONE, document_source="", file_encoding="utf-8", overwrite=True, output_path=package,
    )  # fmt: skip
    data = GeneratorData.from_dict(_view(spec), config=config)
    if isinstance(data, OpcError):
        raise IncompletePackage(_say([data]))
    _check_classes(data, Types.of(spec).components)
    project = _Package(openapi=data, config=config, custom_template_path=TEMPLATES / "opc")
    project.surface = surface
    environment(project.env, surface)
    return project


class _Compiled(BytecodeCache):
    """Templates compiled once for all packages of a process: compiling takes a third of a small build."""

    codes: ClassVar[dict[tuple[str, str], CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self.codes[bucket.key, bucket.checksum] = bucket.code


def environment(env: Environment, surface: Surface) -> None:
    """Give openapi-python-client's Jinja environment our templates, filters and strictness."""
    assert isinstance(env.loader, ChoiceLoader)
    env.loader.loaders = [FileSystemLoader(TEMPLATES / "client"), *env.loader.loaders]
    env.undefined = StrictUndefined
    env.bytecode_cache = _Compiled()
    env.filters.update(FILTERS)
    types = Types.of(surface.spec)
    made = client_config.schemes(surface.spec)
    examples = surface.provider.folder / "examples"
    env.globals.update(
        surface=surface, provider=surface.provider, types=types, components=types.components, zip=zip,
        model_module=model_module, alias_module=alias_module, imports=imports,
        examples={path.stem: path.read_text(encoding="utf-8").strip() for path in sorted(examples.glob("*.py"))},
        first=next(iter(surface.methods()), None),
        stream=next((found for found in surface.methods() if found[1].streams), None),
        resource_code=lambda resource: ResourceCode.of(surface, resource),
        schemes=made, key_doc=client_config.key_doc(surface.provider, made),
        base_url=client_config.base_url(surface.spec), limits=client_config.limits(surface),
        webhook_types=client_config.webhook_classes(surface.provider), errors=client_config.error_names(TEMPLATES / "runtime"),
    )  # fmt: skip


def _check_classes(data: GeneratorData, components: dict[str, dict[str, Any]]) -> None:
    """Every model and enum came through; each gets exactly the name that the spec gives it."""
    named = {str(ClassName(name, PREFIX)): name for name in _classes(components)}
    found = {named[item.class_info.name]: item for item in (*data.models, *data.enums)}
    if lost := sorted(_classes(components) - found.keys()):
        errors = "\n".join(str(getattr(error, "detail", error)) for error in data.errors[:5])
        raise IncompletePackage(f"openapi-python-client lost {', '.join(lost[:10])}\n{errors}")
    for name, item in found.items():
        item.class_info.name = str.__new__(ClassName, name)
        item.class_info.module_name = str.__new__(PythonIdentifier, module_name(name))
    data.models.sort(key=lambda model: model.class_info.name)
    data.enums.sort(key=lambda item: item.class_info.name)


def _classes(components: dict[str, dict[str, Any]]) -> set[str]:
    return {name for name, component in components.items() if not component.get("x-alias")}


def _view(spec: Spec) -> Spec:
    """The components as openapi-python-client reads them without loss.

    Properties carry their Python names, which it leaves as they are; unions and maps, which its property
    classes mistype, are left open here: the templates take types and codecs from the spec itself.
    """
    components = Types.of(spec).components
    schemas = {}
    for name in sorted(_classes(components)):
        component = components[name]
        if "enum" in component:
            names = component["x-enum-varnames"]
            plain = component.get("type") if component.get("type") in ("string", "integer") else "string"
            values = component["enum"] if plain == component.get("type") else names
            schemas[name] = {"type": plain, "enum": values, "x-enum-varnames": names}
            continue
        properties = {
            use["x-python-name"]: _simple(use, components) for use in component.get("properties", {}).values()
        }
        schemas[name] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {
        "openapi": "3.1.0", "info": {"title": "client", "version": "0"}, "paths": {},
        "components": {"schemas": schemas},
    }  # fmt: skip


def _simple(use: dict[str, Any], components: dict[str, dict[str, Any]]) -> dict[str, Any]:
    name = target_name(use)
    if name is not None:
        return {} if components[name].get("x-alias") else {"$ref": use["$ref"]}
    if use.get("type") == "array":
        return {"type": "array", "items": _simple(use.get("items", {}), components)}
    return {"type": use["type"]} if use.get("type") in ("string", "integer", "number", "boolean") else {}


class _Runtime:
    """The runtime's modules in a package: formatted once for all packages of a process, as they are the same in each."""

    formatted: ClassVar[dict[tuple[tuple[str, bytes], ...], dict[str, bytes]]] = {}

    def __init__(self, target: Path) -> None:
        self.target = target
        self.key = tuple((path.name, path.read_bytes()) for path in sorted((TEMPLATES / "runtime").glob("*.py")))

    def copy(self) -> None:
        self.target.mkdir()
        for name, data in (self.formatted.get(self.key) or dict(self.key)).items():
            (self.target / name).write_bytes(data)

    def unformatted(self, project: Path) -> list[Path]:
        """All of the project that is still to be formatted."""
        if self.key not in self.formatted:
            return [project]
        beside = [*project.iterdir(), *self.target.parent.iterdir()]
        above = (self.target, self.target.parent)
        return sorted(path for path in beside if path not in above and (path.is_dir() or path.suffix == ".py"))

    def keep(self) -> None:
        self.formatted[self.key] = {name: (self.target / name).read_bytes() for name, _ in self.key}


def _render_project(env: Environment, surface: Surface, out: Path) -> None:
    """What stands beside the package: metadata, README, the index of the surface, the licence."""
    for name in ("pyproject.toml", "README.md", "api.md", "LICENSE"):
        (out / name).write_text(env.get_template(f"{name}.jinja").render(), encoding="utf-8")


def format_python(*paths: Path) -> None:
    """Format files, or all in folders, with the pinned ruff, blind to any configuration and cache around it.

    Raises IncompletePackage for Python that does not parse, which is a defect of a template.
    """
    for command in (["check", "--select", "F401,I001", "--fix-only", "--quiet"], ["format", "--quiet"]):
        done = subprocess.run(
            [_ruff(), command[0], "--isolated", "--no-cache", "--line-length", "110", *command[1:], *map(str, paths)],
            capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"},
        )  # fmt: skip
        if done.returncode:
            raise IncompletePackage(f"ruff cannot read the rendered package:\n{done.stderr.strip()[:2000]}")


def _ruff() -> str:
    beside = Path(sysconfig.get_path("scripts")) / "ruff"
    found = str(beside) if beside.exists() else shutil.which("ruff")
    if not found:
        raise GeneratorError("ruff is not installed beside this Python: run `make regenerate`, which installs it.")
    return found


def _say(problems: list[Any]) -> str:
    """openapi-python-client's complaints without the addresses of objects that it prints."""
    texts = [f"{problem.header}: {problem.detail}" for problem in problems]
    return re.sub(r" at 0x[0-9a-f]+", "", "openapi-python-client: " + "\n".join(texts))
