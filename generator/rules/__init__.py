"""The rules: each finds one defect of OpenAPI documents and says how to mend it.

A rule is a function in its own file, listed below, proved by `tests/cases/rules/<name>.yaml`. It reads a
Spec and yields an Edit for each thing to mend, and a Note beside it where something is lost for good. It
never changes the Spec, follows the grammar of OpenAPI (`generator/spec/walk.py`) instead of looking at every
dict, and finds nothing in its own result.
"""

from __future__ import annotations

from typing import Final

from ..rule import AnyRule, Rule, StructureRule
from .allof_with_nullable_sibling import allof_with_nullable_sibling
from .array_without_items import array_without_items
from .authorization_as_parameter import authorization_as_parameter
from .collection_format import collection_format
from .component_name_invalid import component_name_invalid
from .composition_empty import composition_empty
from .const_in_3_0 import const_in_3_0
from .content_misplaced import content_misplaced
from .dangling_ref import dangling_ref
from .default_not_in_enum import default_not_in_enum
from .default_not_valid import default_not_valid
from .default_of_wrong_type import default_of_wrong_type
from .definitions_at_top import definitions_at_top
from .discriminator_mapping_dangling import discriminator_mapping_dangling
from .discriminator_mapping_implied import discriminator_mapping_implied
from .document_without_paths import document_without_paths
from .enum_empty import enum_empty
from .enum_value_of_wrong_type import enum_value_of_wrong_type
from .enum_value_repeated import enum_value_repeated
from .enum_without_type import enum_without_type
from .example_beside_examples import example_beside_examples
from .examples_in_3_0 import examples_in_3_0
from .exclusive_bound_of_other_version import exclusive_bound_of_other_version
from .feature_of_later_version import feature_of_later_version
from .field_of_wrong_type import field_of_wrong_type
from .field_unknown import field_unknown
from .format_misspelt import format_misspelt
from .graphql_title import graphql_title
from .header_parameter_reserved import header_parameter_reserved
from .html_in_description import html_in_description
from .inline_schema import inline_schema
from .items_list import items_list
from .key_as_parameter import key_as_parameter
from .keyword_of_wrong_type import keyword_of_wrong_type
from .link_without_target import link_without_target
from .media_type_malformed import media_type_malformed
from .name_not_from_table import name_not_from_table
from .null_in_enum_of_non_nullable import null_in_enum_of_non_nullable
from .null_member_in_3_0 import null_member_in_3_0
from .null_of_shared_component import null_of_shared_component
from .nullable_enum_without_null import nullable_enum_without_null
from .nullable_in_3_1 import nullable_in_3_1
from .nullable_path_parameter import nullable_path_parameter
from .oauth_flow_malformed import oauth_flow_malformed
from .object_without_type import object_without_type
from .operation_id_repeated import operation_id_repeated
from .parameter_declared_twice import parameter_declared_twice
from .parameter_in_body import parameter_in_body
from .parameter_location_unknown import parameter_location_unknown
from .parameter_type_at_top import parameter_type_at_top
from .parameter_without_schema import parameter_without_schema
from .path_parameter_misnamed import path_parameter_misnamed
from .path_parameter_not_required import path_parameter_not_required
from .path_parameter_without_variable import path_parameter_without_variable
from .path_variable_undeclared import path_variable_undeclared
from .path_variable_unusual import path_variable_unusual
from .path_with_query import path_with_query
from .path_without_slash import path_without_slash
from .pattern_against_example import pattern_against_example
from .pattern_not_ecma import pattern_not_ecma
from .pattern_on_number import pattern_on_number
from .properties_of_array import properties_of_array
from .raw_body_wrapped import raw_body_wrapped
from .ref_misspelt import ref_misspelt
from .ref_not_to_component import ref_not_to_component
from .ref_to_identifier import ref_to_identifier
from .ref_to_other_kind import ref_to_other_kind
from .ref_with_siblings import ref_with_siblings
from .ref_without_dollar import ref_without_dollar
from .required_field_missing import required_field_missing
from .required_misplaced import required_misplaced
from .required_misspelt import required_misspelt
from .required_undeclared import required_undeclared
from .responses_missing import responses_missing
from .root_security_to_operations import root_security_to_operations
from .schema_nested import schema_nested
from .schema_that_is_none import schema_that_is_none
from .security_scheme_malformed import security_scheme_malformed
from .security_scheme_undefined import security_scheme_undefined
from .status_code_malformed import status_code_malformed
from .style_not_of_location import style_not_of_location
from .tag_repeated import tag_repeated
from .type_list_in_3_0 import type_list_in_3_0
from .type_misspelt import type_misspelt
from .value_outside_json import value_outside_json
from .version_malformed import version_malformed

CONTENT: Final[tuple[Rule, ...]] = (
    # the document as data
    value_outside_json,
    version_malformed,
    # objects outside schemas; what is Swagger 2 is read before it counts as unknown
    definitions_at_top,
    parameter_in_body,
    parameter_type_at_top,
    collection_format,
    ref_without_dollar,
    field_of_wrong_type,
    content_misplaced,
    # schemas as such, so that every later rule finds keywords of the right type
    schema_that_is_none,
    schema_nested,
    required_misplaced,
    type_misspelt,
    items_list,
    keyword_of_wrong_type,
    properties_of_array,
    format_misspelt,
    composition_empty,
    # words of another version; the version is raised only for what has no word in 3.0
    const_in_3_0,
    null_member_in_3_0,
    type_list_in_3_0,
    exclusive_bound_of_other_version,
    examples_in_3_0,
    feature_of_later_version,
    field_unknown,
    # incomplete objects
    parameter_location_unknown,
    required_field_missing,
    document_without_paths,
    # references: from here on each one leads somewhere
    ref_to_identifier,
    ref_misspelt,
    ref_to_other_kind,
    component_name_invalid,
    dangling_ref,
    discriminator_mapping_dangling,
    # paths and parameters: a variable may hold a question mark, and a query string is moved before variables are counted
    path_without_slash,
    path_variable_unusual,
    path_with_query,
    authorization_as_parameter,
    header_parameter_reserved,
    parameter_declared_twice,
    path_parameter_misnamed,
    path_parameter_without_variable,
    path_variable_undeclared,
    path_parameter_not_required,
    parameter_without_schema,
    style_not_of_location,
    nullable_path_parameter,
    # operations
    operation_id_repeated,
    tag_repeated,
    status_code_malformed,
    responses_missing,
    media_type_malformed,
    raw_body_wrapped,
    example_beside_examples,
    link_without_target,
    security_scheme_malformed,
    oauth_flow_malformed,
    security_scheme_undefined,
    root_security_to_operations,
    key_as_parameter,
    # composition and null
    ref_with_siblings,
    nullable_in_3_1,
    allof_with_nullable_sibling,
    # what a schema says
    object_without_type,
    array_without_items,
    required_misspelt,
    required_undeclared,
    enum_empty,
    enum_value_of_wrong_type,
    enum_value_repeated,
    enum_without_type,
    null_in_enum_of_non_nullable,
    nullable_enum_without_null,
    # values against schemas: a pattern that the examples contradict goes before a default does
    pattern_on_number,
    pattern_not_ecma,
    pattern_against_example,
    default_of_wrong_type,
    default_not_in_enum,
    default_not_valid,
    # texts
    graphql_title,
    html_in_description,
)
"""What a node says, mended in place. The order matters where a comment says why."""

STRUCTURE: Final[tuple[StructureRule, ...]] = (
    ref_not_to_component,
    discriminator_mapping_implied,
    name_not_from_table,
    null_of_shared_component,
    inline_schema,
)
"""Where a node stands and what it is called: `rule(spec, names)`. These see only correct content."""

RULES: Final[tuple[AnyRule, ...]] = (*CONTENT, *STRUCTURE)
