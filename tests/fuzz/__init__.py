"""Documents written to break the toolchain, and what must hold when it meets them."""
