#!/usr/bin/env python3
"""Sees to it that a test meets every refusal and every finding that the rules know.

Usage: check_codes.py ROOT

A code is met where a test, or what tests share, names its constant (kDecisionMissing, Refusal::kDuplicate) or its string
("decision.missing") outside a comment. The test that holds the codes against their pages names none of them.
"""

import re
import sys

import tree

RULES = "src/governance"
FINDINGS = "finding_codes.h"
REFUSALS = "refusal.cc"

FINDING = re.compile(r'string_view\s+(k\w+)\s*=\s*"([a-z_.]+)"')
REFUSAL = re.compile(r'case\s+(Refusal::k\w+):\s*return\s*"(refused\.[a-z_]+)"')
COMMENT = re.compile(r"//.*")


def without_comments(root, path):
    return "\n".join(COMMENT.sub("", line) for line in tree.lines(root, path))


def codes(root):
    """The file, constant and string of each code."""
    for path in tree.files(root, RULES):
        pattern = FINDING if path.endswith(FINDINGS) else REFUSAL if path.endswith(REFUSALS) else None
        if pattern:
            for constant, string in pattern.findall(without_comments(root, path)):
                yield path, constant, string


def met(constant, string, tests):
    return re.search(rf"\b{constant}\b|(?<![\w.]){re.escape(string)}(?![\w.])", tests) is not None


def faults(root):
    """Sentences that say which code no test meets."""
    tests = "\n".join(
        without_comments(root, path) for path in tree.files(root, "tests") if path.endswith((".cc", ".h"))
    )
    known = list(codes(root))
    if not known:
        return [f"{RULES}: no codes found; this check looks for them in *{FINDINGS} and {REFUSALS}"]
    return [
        f"{path}: no test meets {constant} ({string}); write one in which it is found"
        for path, constant, string in known
        if not met(constant, string, tests)
    ]


def main(root):
    found = faults(root)
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
