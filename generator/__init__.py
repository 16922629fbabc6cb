"""The toolchain: API documents as published in, one correct OpenAPI document and one Python client out."""
