#!/usr/bin/env python3
"""Keeps the schema explained: each field, struct, enum, constant and annotation has a comment on the lines after it.

Usage: check_schema.py ROOT

It reads one declaration a line, as src/event/schema_docs.cc does, which shows these comments to people. An enumerant
needs one only where its name doesn't say it all, which no machine can tell.
"""

import re
import sys

import tree

OPENING = re.compile(r"(struct|enum)\s+(\w+)\b.*\{$|(?:(\w+)\s*:\s*)?(union|group)\s*\{$")
FIELD = re.compile(r"(\w+)\s+@\d+\s*:")
ENUMERANT = re.compile(r"\w+\s+@\d+\b[^:]*;$")
OTHER = re.compile(r"(const|annotation)\s+(\w+)")
AFTER = re.compile(r"#.*\w")
PLAIN = re.compile(r"@0x[0-9a-f]+;$|using\b.*;$|\$[\w.]+\(.*\);$|\}$")


class File:
    """One schema file, gone through line by line."""

    def __init__(self, path, lines):
        self.path = path
        self.lines = [line.strip() for line in lines]
        self.scopes = []  # names of the structs and enums that we are in; "" for a union without a name
        self.found = []

    def faults(self):
        for number, line in enumerate(self.lines, 1):
            if line and not line.startswith("#"):
                self._declaration(number, line)
        return self.found

    def _declaration(self, number, line):
        opening, field, other = OPENING.match(line), FIELD.match(line), OTHER.match(line)
        if opening:
            kind, name = opening.group(1) or opening.group(4), opening.group(2) or opening.group(3) or ""
            if name:
                self._explained(number, kind, name)
            self.scopes.append(name)
        elif field and line.endswith(";"):
            self._explained(number, "field", field.group(1))
        elif other and line.endswith(";"):
            self._explained(number, other.group(1), other.group(2))
        elif line == "}" and self.scopes:
            self.scopes.pop()
        elif not PLAIN.match(line) and not ENUMERANT.match(line):
            self._fault(number, "not one declaration on a line; write it so, with its comment on the lines after it")

    def _explained(self, number, kind, name):
        following = self.lines[number] if number < len(self.lines) else ""
        if not AFTER.match(following):
            full = ".".join([scope for scope in self.scopes if scope] + [name])
            self._fault(number, f"{kind} {full} has no comment; say on the line after it (# ...) what it means")

    def _fault(self, number, what):
        self.found.append(f"{self.path}:{number}: {what}")


def faults(root):
    """Sentences that say what is not explained, where, and what to do."""
    return [
        fault
        for path in tree.files(root, "schema")
        if path.endswith(".capnp")
        for fault in File(path, tree.lines(root, path)).faults()
    ]


def main(root):
    found = faults(root)
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
