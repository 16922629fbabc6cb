"""The client runtime: ordinary modules, carried as they are into every generated package.

Nothing is imported here, so that importing a package costs next to nothing; see each module.
"""
