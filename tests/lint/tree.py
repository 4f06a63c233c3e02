"""The files of the project, for the checks in this folder."""

import os

FIXTURES = os.path.join("tests", "lint", "fixtures")


def files(root, *folders):
    """Paths relative to `root`, sorted, of the files that belong to the project. Build folders do not."""
    found = []
    for folder in folders or (".",):
        for here, below, names in os.walk(os.path.join(root, folder)):
            relative = os.path.normpath(os.path.relpath(here, root))
            below[:] = [
                name
                for name in below
                if name not in (".git", ".cache", "__pycache__")
                and not (relative == "." and name.startswith("build"))
                and os.path.normpath(os.path.join(relative, name)) != FIXTURES
            ]
            found += [os.path.normpath(os.path.join(relative, name)) for name in names if name != ".git"]
    return sorted(found)


def lines(root, path):
    """The lines of a file of text; none for one that is not UTF-8."""
    try:
        with open(os.path.join(root, path), encoding="utf-8") as stream:
            return stream.read().splitlines()
    except UnicodeDecodeError:
        return []
