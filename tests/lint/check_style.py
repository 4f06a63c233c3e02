#!/usr/bin/env python3
"""Keeps the house rules that a machine can see. Each is a function: root folder in, sentences about faults out.

Usage: check_style.py ROOT
"""

import os
import re
import sys

import tree

LONGEST_README = 25
LONGEST_FILE = 500
DATA = (".json", ".txt", ".csv", ".hex", ".bin", ".pem", ".tsv")
# Put together from pieces, so that this file does not break its own rules.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w./}-])/(work|root|tmp/b-\w+)(/|\b)")
LINK = re.compile(r"\[[^\]]*\]\(<?([^)\s>]+)>?[^)]*\)")
MENTION = re.compile(r"(?<![\w/.-])docs/[\w./-]+\.md\b")


def folders_of(root):
    """src, tools, tests and docs, and the folders directly in them."""
    for top in ("src", "tools", "tests", "docs"):
        inside = {path.split("/")[1] for path in tree.files(root, top) if path.count("/") > 1}
        if inside or tree.files(root, top):
            yield from [top] + [f"{top}/{folder}" for folder in sorted(inside)]


def folders_without_readme(root):
    found = []
    for folder in folders_of(root):
        readme = f"{folder}/README.md"
        if not os.path.exists(os.path.join(root, readme)):
            found.append(f"{folder}: has no README.md; say in about ten lines what it is for and what always holds")
        elif folder.startswith("docs"):
            continue  # an index of pages may be long
        elif len(tree.lines(root, readme)) > LONGEST_README:
            found.append(f"{readme}: is longer than {LONGEST_README} lines; the rest belongs in docs/")
    return found


def read_exceptions(root):
    """{path: reason} of tests/lint/long_files.txt."""
    path = os.path.join("tests", "lint", "long_files.txt")
    if not os.path.exists(os.path.join(root, path)):
        return {}
    pairs = [line.split(None, 1) for line in tree.lines(root, path) if line.strip() and not line.startswith("#")]
    return {pair[0]: pair[1] if len(pair) == 2 else "" for pair in pairs}


def long_files(root):
    exceptions = read_exceptions(root)
    found = [f"tests/lint/long_files.txt: {path} needs a reason" for path, reason in exceptions.items() if not reason]
    for path in tree.files(root, "src", "tools", "tests", "schema"):
        count = 0 if path.endswith(DATA) else len(tree.lines(root, path))
        if count > LONGEST_FILE and path not in exceptions:
            found.append(f"{path}: has {count} lines; split it, or give a reason in tests/lint/long_files.txt")
        if count <= LONGEST_FILE and path in exceptions:
            found.append(f"tests/lint/long_files.txt: {path} is short enough now; take it out")
    return found


def matching(root, pattern, complaint):
    return [
        f"{path}:{number}: {complaint}: {match.group(0)}"
        for path in tree.files(root)
        for number, line in enumerate(tree.lines(root, path), 1)
        for match in pattern.finditer(line)
    ]


def unfinished_work(root):
    return matching(root, UNFINISHED, "unfinished work is finished or written up elsewhere, not left in a file")


def machine_paths(root):
    return matching(root, MACHINE_PATH, "a path of somebody's machine means nothing to others")


def broken_links(root):
    found = []
    for path in tree.files(root):
        if not path.endswith(".md"):
            continue
        for number, line in enumerate(tree.lines(root, path), 1):
            for target in LINK.findall(line):
                file = target.split("#")[0]
                if not file or re.match(r"[a-z][a-z0-9+.-]*:", target):
                    continue
                if not os.path.exists(os.path.normpath(os.path.join(root, os.path.dirname(path), file))):
                    found.append(f"{path}:{number}: links to {target}, which is not there")
    return found


def absent_documents(root):
    """Pages of docs/ that code or text names by their path from the top."""
    return [
        f"{path}:{number}: names {name}, which is not there"
        for path in tree.files(root)
        for number, line in enumerate(tree.lines(root, path), 1)
        for name in MENTION.findall(line)
        if not os.path.exists(os.path.join(root, name))
    ]


RULES = (folders_without_readme, long_files, unfinished_work, machine_paths, broken_links, absent_documents)


def main(root):
    found = [fault for rule in RULES for fault in rule(root)]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
