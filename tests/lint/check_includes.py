#!/usr/bin/env python3
"""Keeps the arrows between folders pointing one way: every #include must be in allowed_includes.txt.

Usage: check_includes.py ROOT [TABLE]
"""

import os
import re
import sys

import tree

INCLUDE = re.compile(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>|(\S+))')


class Table:
    """What allowed_includes.txt says."""

    def __init__(self, path):
        self.may = {}
        self.owners = {}
        self.system = set()
        with open(path, encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                line = line.split("#")[0].strip()
                if line:
                    self._read(line, f"{path}:{number}")

    def _read(self, line, where):
        left, colon, right = line.partition(":")
        words = left.split()
        if not colon or words[:1] not in (["may"], ["owns"], ["system"]):
            sys.exit(f"{where}: not a line of the table: {line}")
        if words[0] == "system":
            self.system.update(right.split())
        else:
            target = self.may if words[0] == "may" else self.owners
            target[words[1]] = right.split()

    def folder_of(self, path):
        """The most exact folder of the table that holds this file, or None."""
        holding = [folder for folder in self.may if path.startswith(folder + "/")]
        return max(holding, key=len, default=None)


def fault_of_own(table, folder, header):
    first, slash, _ = header.partition("/")
    allowed = table.may[folder]
    if "*" in allowed:
        return None
    if not slash:
        return "our headers are included by their path from src/, as in \"base/result.h\""
    if first == folder.split("/")[-1] or first in allowed:
        return None
    return f"{folder} may include only: {' '.join(allowed) or 'nothing but its own'}"


def fault_of_others(table, folder, header):
    if header in table.system or not header.endswith(".h") and "/" not in header:
        return None
    if folder == "tests" or folder.startswith("tests/"):
        return None
    prefixes = [prefix for prefix in table.owners if header.startswith(prefix)]
    if not prefixes:
        return "no folder owns this header; decide in tests/lint/allowed_includes.txt who does"
    owners = table.owners[max(prefixes, key=len)]
    if any(folder == owner or folder.startswith(owner + "/") for owner in owners):
        return None
    return f"only {' '.join(owners)} may include it"


def faults(root, table):
    """Sentences that say what is wrong, where, and what would be right."""
    found = []
    for path in tree.files(root, "src", "tools", "tests"):
        if not path.endswith((".h", ".cc")):
            continue
        folder = table.folder_of(path)
        if folder is None:
            found.append(f"{path}: its folder is not in tests/lint/allowed_includes.txt; add what it may include")
            continue
        for number, line in enumerate(tree.lines(root, path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            own, other, neither = match.groups()
            if neither:
                fault = "an #include is written out, not made by a macro"
            else:
                fault = fault_of_own(table, folder, own) if own else fault_of_others(table, folder, other)
            if fault:
                found.append(f"{path}:{number}: includes {own or other or neither}: {fault}")
    return found


def main(root, table_path=None):
    table = Table(table_path or os.path.join(root, "tests", "lint", "allowed_includes.txt"))
    found = faults(root, table)
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
