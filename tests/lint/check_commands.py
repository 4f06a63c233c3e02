#!/usr/bin/env python3
"""Keeps what people read in step with the program: a command that a page names is there.

Usage: check_commands.py ROOT

Commands are read from tools/main.cc, which says what is added to which group, and from tools/commands/, where the names
are. Several of a group may be added from a table: a name counts when that file has it as a string. And what commands.h declares is
added by main.cc, so that no command is written and then lost.
"""

import os
import re
import sys

import tree

MAIN = os.path.join("tools", "main.cc")
HEADER = os.path.join("tools", "commands", "commands.h")
QUICKSTART = os.path.join("tools", "quickstart")
GROUP = re.compile(r'auto& (\w+) = program\.add\("([\w-]+)"')
ADDED = re.compile(r"tools::(add_\w+)\((\w+)\)")
DECLARED = re.compile(r"^void (add_\w+)\(cli::Command&")
DEFINED = re.compile(r"^void (add_\w+)\(cli::Command& \w+\) \{", re.MULTILINE)
ALONE = re.compile(r'parent\.add\("([\w-]+)"')
STRING = re.compile(r'"([a-z][a-z-]*)"')
# At the beginning of a line or of code in a line; other words after the name are prose.
NAMED = re.compile(r"(?:^\s*(?:\$ )?|`|\bsuggest \")jumelage ([a-z][a-z-]*)(?![\w-])(?! \d)(?: ([a-z][a-z-]*)(?![\w.@/-]))?")


def read(root, path):
    return "\n".join(tree.lines(root, path))


def sources(root):
    """By the function that adds commands: the text of its file."""
    found = {}
    for path in tree.files(root, os.path.join("tools", "commands")):
        if path.endswith(".cc"):
            text = read(root, path)
            for function in DEFINED.findall(text):
                found[function] = text
    return found


def commands(root):
    """By first word: the second words that it may have; an empty set for a command that is no group."""
    text, texts = read(root, MAIN), sources(root)
    groups = dict(GROUP.findall(text))
    found = {name: set() for name in groups.values()}
    for function, parent in ADDED.findall(text):
        if parent in groups:
            found[groups[parent]] |= set(STRING.findall(texts.get(function, "")))
        else:
            found.update({name: set() for name in ALONE.findall(texts.get(function, ""))})
    return found


def pages(root):
    """What people read and type from."""
    return [path for path in tree.files(root) if path.endswith(".md") and not path.startswith("tests")] + [
        path for path in (QUICKSTART,) if os.path.exists(os.path.join(root, path))
    ]


def unknown(root):
    """Commands that a page names and the program does not have."""
    known, found = commands(root), []
    for path in pages(root):
        for number, line in enumerate(tree.lines(root, path), 1):
            for first, second in NAMED.findall(line):
                below = known.get(first)
                name = f"{first} {second}" if below and second else first
                if below is None or (below and second and second not in below):
                    found.append(f"{path}:{number}: there is no command \"jumelage {name}\"; see tools/main.cc")
    return found


def lost(root):
    """Functions that commands.h declares and main.cc never calls."""
    added = {function for function, _ in ADDED.findall(read(root, MAIN))}
    return [
        f"{HEADER}:{number}: {match.group(1)} is not called in {MAIN}, so its commands are not in the program"
        for number, line in enumerate(tree.lines(root, HEADER), 1)
        if (match := DECLARED.match(line)) and match.group(1) not in added
    ]


def faults(root):
    return lost(root) + unknown(root)


def main(root):
    found = faults(root)
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
