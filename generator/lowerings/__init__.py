"""The lowerings: each rewrites one construct of OpenAPI into the small dialect that the renderer reads.

A lowering is a function in its own file, listed below, proved by `tests/cases/lowerings/<name>.yaml`. It
takes a Spec and returns a Spec that shares what it did not touch; what cannot be said in the dialect it
adds to the notes. Neighbouring `PerSchema` ones share one walk over the document.
"""

from __future__ import annotations

from typing import Final

from ._walk import Lowering, PerSchema
from .all_of import all_of
from .boolean_schema import boolean_schema
from .canonical_order import canonical_order
from .class_names import class_names
from .component_use import component_use
from .conditional_properties import conditional_properties
from .container_value import container_value
from .dangling_reference import dangling_reference
from .discriminated_base import discriminated_base
from .enum_member_names import enum_member_names
from .enum_value import enum_value
from .event_data import event_data
from .inline_composite import inline_composite
from .integer_format import integer_format
from .malformed_schema import malformed_schema
from .media_type import media_type
from .media_type_reference import media_type_reference
from .missing_type import missing_type
from .null_component import null_component
from .null_type import null_type
from .operation_id import operation_id
from .parameter_style import parameter_style
from .path_item import path_item
from .pattern_properties import pattern_properties
from .python_names import python_names
from .reference_with_siblings import reference_with_siblings
from .reserved_extension import reserved_extension
from .security_requirement import security_requirement
from .server_variable import server_variable
from .telling_values import telling_values
from .tuple_array import tuple_array
from .type_list import type_list
from .union_of_constants import union_of_constants
from .union_of_heirs import union_of_heirs
from .unreachable_component import unreachable_component
from .validation_only import validation_only
from .webhook_left_out import webhook_left_out

LOWERINGS: Final[tuple[Lowering, ...]] = (
    webhook_left_out,
    media_type_reference,
    dangling_reference,
    null_component,
    # what one schema says by itself, in few words
    reserved_extension,
    malformed_schema,
    boolean_schema,
    event_data,
    conditional_properties,
    validation_only,
    null_type,
    type_list,
    integer_format,
    container_value,
    enum_value,
    tuple_array,
    pattern_properties,
    missing_type,
    reference_with_siblings,
    union_of_constants,
    # how schemas are made of one another
    union_of_heirs,
    discriminated_base,
    unreachable_component,
    inline_composite,
    all_of,
    component_use,
    # operations: all of them in full
    path_item,
    parameter_style,
    media_type,
    security_requirement,
    server_variable,
    operation_id,
    # what flattening and inlining left behind
    unreachable_component,
    telling_values,
    # names in Python, once everything that needs one is there
    class_names,
    python_names,
    enum_member_names,
    canonical_order,
)

__all__ = ["LOWERINGS", "Lowering", "PerSchema"]
