#!/usr/bin/env python3
"""Counts test cases in what `meson test` left behind, and prints "N passed, N failed" as the last line.

Usage: count_tests.py BUILD_FOLDER RUNNER_STATUS

meson-logs/testlog.json has one line for each program that ran, with its result: that is the truth about programs.
meson-logs/testlog.junit.xml has the cases of the GoogleTest programs among them. A GoogleTest program counts for
each of its cases, any other program for one. A program that went wrong without a failed case (it crashed, or ran
out of time) counts as one failure; so does a run in which nothing passed, and a failure of the runner that no test
explains. Exit status: 0 only if nothing failed.
"""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree

GOOD = ("OK", "EXPECTEDFAIL")


def read_programs(path):
    """[(name, result)] of the programs that ran."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    # A test of a named suite is written "project:suite / name".
    return [(record["name"].split(" / ")[-1], record["result"]) for record in records]


def read_cases(path):
    """{program: [passed, failed]}. GoogleTest's suites are written "project.program.Suite", and where some test of the
    project has a suite of its own, "project.project:suite / program.Suite"."""
    counts = {}
    if not os.path.exists(path):
        return counts
    for suite in ElementTree.parse(path).getroot().iter("testsuite"):
        name = suite.get("name", "").split(".")
        if len(name) < 3:
            continue
        count = counts.setdefault(name[1].split(" / ")[-1], [0, 0])
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                count[1] += 1
            elif case.find("skipped") is None and case.get("status") != "notrun":
                count[0] += 1
    return counts


def count(programs, cases, runner_status):
    passed = failed = 0
    for name, result in programs:
        good = result in GOOD
        case_passed, case_failed = cases.get(name, (0, 0))
        if name not in cases and result != "SKIP":
            case_passed, case_failed = int(good), int(not good)
        elif not good and result != "SKIP" and case_failed == 0:
            case_failed = 1
        passed += case_passed
        failed += case_failed
    if failed == 0 and (runner_status != 0 or passed == 0):
        failed = 1
    return passed, failed


def main(folder, runner_status):
    log = os.path.join(folder, "meson-logs", "testlog")
    passed, failed = count(read_programs(log + ".json"), read_cases(log + ".junit.xml"), int(runner_status))
    if passed == 0:
        print("No test passed: is the filter right, and did the programs start?")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
