#!/usr/bin/env python3
"""The checks of this folder find what they are for, and nothing else."""

import contextlib
import io
import os
import sys
import tempfile
import unittest

import check_codes
import check_commands
import check_includes
import check_schema
import check_style

# Apart, so that this file does not name pages that are not there.
DOCS = "docs"

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import count_tests  # noqa: E402


class Includes(unittest.TestCase):
    def setUp(self):
        table = check_includes.Table(os.path.join(HERE, "allowed_includes.txt"))
        self.faults = check_includes.faults(os.path.join(HERE, "fixtures"), table)

    def of(self, path):
        return [fault for fault in self.faults if fault.startswith(path)]

    def test_a_forbidden_include_is_found_in_every_form(self):
        found = self.of("src/merkle/forbidden.cc")
        for header in ("openssl/evp.h", "unknown/thing.h", "event/act.h", "proof.h", "HEADER"):
            self.assertEqual(1, sum(f"includes {header}:" in fault for fault in found), header)
        self.assertEqual(5, len(found), found)

    def test_what_the_table_allows_is_let_through(self):
        self.assertEqual([], self.of("src/event"))
        self.assertEqual([], self.of("tests"))

    def test_only_one_folder_sees_the_command_line_library(self):
        self.assertEqual(1, len(self.of("tools")), self.of("tools"))
        self.assertIn("CLI/CLI.hpp", self.of("tools")[0])


class Schema(unittest.TestCase):
    def setUp(self):
        self.faults = check_schema.faults(os.path.join(HERE, "fixtures"))

    def of(self, path):
        return [fault for fault in self.faults if fault.startswith(path + ":")]

    def test_each_thing_without_a_comment_is_found_at_its_line(self):
        found = self.of("schema/unexplained.capnp")
        wanted = {
            4: "const version",
            6: "annotation bounded",
            8: "enum Colour",
            13: "struct Thing",
            14: "field Thing.id",
            15: "field Thing.apart",
            18: "not one declaration on a line",
            19: "field Thing.empty",
            22: "field Thing.inner",
            26: "group Thing.size",
            27: "field Thing.size.width",
            29: "not one declaration on a line",
            35: "field Thing.Part.count",
        }
        for fault, (line, what) in zip(found, wanted.items()):
            self.assertTrue(fault.startswith(f"schema/unexplained.capnp:{line}: {what}"), fault)
        self.assertEqual(len(wanted), len(found), found)

    def test_what_is_explained_is_let_through(self):
        self.assertEqual([], self.of("schema/explained.capnp"))

    def test_a_fault_fails_the_check(self):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            self.assertEqual(1, check_schema.main(os.path.join(HERE, "fixtures")))
        self.assertEqual(self.faults, printed.getvalue().splitlines())


class Style(unittest.TestCase):
    """Each rule on a little tree of its own."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def put(self, path, text):
        full = os.path.join(self.folder.name, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as stream:
            stream.write(text)

    def count(self, rule):
        return len(rule(self.folder.name))

    def test_each_folder_has_a_short_readme(self):
        self.put("src/README.md", "What it is for.\n")
        self.put("src/good/README.md", "What it is for.\n" * 25)
        self.assertEqual(0, self.count(check_style.folders_without_readme))
        self.put("src/long/README.md", "What it is for.\n" * 26)
        self.put("src/none/a.h", "")
        self.assertEqual(2, self.count(check_style.folders_without_readme))
        self.put("tools/one/a.cc", "")
        self.assertEqual(4, self.count(check_style.folders_without_readme))

    def test_long_files_need_a_reason(self):
        self.put("src/a/short.cc", "x\n" * 500)
        self.put("tests/data/vectors.json", "x\n" * 9000)
        self.assertEqual(0, self.count(check_style.long_files))
        self.put("src/a/long.cc", "x\n" * 501)
        self.assertEqual(1, self.count(check_style.long_files))
        self.put("tests/lint/long_files.txt", "src/a/long.cc\n")
        self.assertEqual(1, self.count(check_style.long_files))
        self.put("tests/lint/long_files.txt", "src/a/long.cc one table\n")
        self.assertEqual(0, self.count(check_style.long_files))
        self.put("tests/lint/long_files.txt", "src/a/long.cc one table\nsrc/a/short.cc was long\n")
        self.assertEqual(1, self.count(check_style.long_files))

    def test_unfinished_work_is_found(self):
        self.put("src/a.cc", "mkdtemp(\"nXXXXXX\"); // a todo list\n")
        self.assertEqual(0, self.count(check_style.unfinished_work))
        self.put(f"{DOCS}/a.md", "TO" + "DO: more\n")
        self.put("src/b.cc", "// FIX" + "ME(later)\n")
        self.assertEqual(2, self.count(check_style.unfinished_work))

    def test_machine_paths_are_found_but_not_in_build_folders(self):
        self.put("build/log.txt", "/wo" + "rk/main\n")
        self.put("src/a.cc", "frame/work/er /workshop ${HOME}/root/x\n")
        self.assertEqual(0, self.count(check_style.machine_paths))
        self.put("src/b.cc", "\"/wo" + "rk/main\" /ro" + "ot/x /tm" + "p/b-me/y\n")
        self.assertEqual(3, self.count(check_style.machine_paths))

    def test_links_lead_somewhere(self):
        self.put(f"{DOCS}/a.md", "[b](b.md#part) [self](#here) [web](https://example.org/x) ![up](../src/c.png)\n")
        self.assertEqual(2, self.count(check_style.broken_links))
        self.put(f"{DOCS}/b.md", "")
        self.put("src/c.png", "")
        self.assertEqual(0, self.count(check_style.broken_links))

    def test_documents_named_in_code_exist(self):
        self.put("src/a.h", f"// {DOCS}/formats/leaf.md, and not other/{DOCS}/x.md\n")
        self.assertEqual(1, self.count(check_style.absent_documents))
        self.put(f"{DOCS}/formats/leaf.md", "")
        self.assertEqual(0, self.count(check_style.absent_documents))


class Commands(unittest.TestCase):
    """A program with a group of two commands and one command by itself, and a page about it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.put("tools/main.cc", 'auto& key = program.add("key", "Keys");\n'
                 "tools::add_key_new(key);\ntools::add_key_ends(key);\ntools::add_log(program);\n")
        self.put("tools/commands/commands.h", "\n".join(
            f"void add_{name}(cli::Command& parent);" for name in ("key_new", "key_ends", "log")))
        self.put("tools/commands/key_new.cc", 'void add_key_new(cli::Command& parent) {\n  parent.add("new", "");\n}\n')
        self.put("tools/commands/key_ends.cc", 'void add_key_ends(cli::Command& parent) {\n  add(parent, "end");\n}\n')
        self.put("tools/commands/log.cc", 'void add_log(cli::Command& parent) {\n  parent.add("log", "more");\n}\n')

    def put(self, path, text):
        full = os.path.join(self.folder.name, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as stream:
            stream.write(text)

    def faults(self):
        return check_commands.faults(self.folder.name)

    def test_commands_that_are_there_are_let_through(self):
        self.put("a.md", "    jumelage key new me\n`jumelage key end` or `jumelage log`, as jumelage never said\n"
                 "    jumelage log more\n    jumelage: an error\n    $ jumelage --help\n`jumelage draft 1`\n")
        self.assertEqual([], self.faults())

    def test_each_command_that_is_not_there_is_found_at_its_line(self):
        self.put("a.md", "    jumelage key old me\nUse `jumelage keys` or `jumelage key older`.\n    jumelage more\n")
        found = self.faults()
        for fault, (line, name) in zip(found, ((1, "key old"), (2, "keys"), (2, "key older"), (3, "more"))):
            self.assertTrue(fault.startswith(f'a.md:{line}: there is no command "jumelage {name}"'), fault)
        self.assertEqual(4, len(found), found)

    def test_a_command_that_was_written_and_never_added_is_found(self):
        self.put("tools/main.cc", 'auto& key = program.add("key", "Keys");\ntools::add_key_new(key);\n'
                 "tools::add_log(program);\n")
        found = self.faults()
        self.assertEqual(1, len(found), found)
        self.assertTrue(found[0].startswith("tools/commands/commands.h:2: add_key_ends is not called"), found)


class Codes(unittest.TestCase):
    """Two findings and a refusal, and tests that meet some of them."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.put("src/governance/some_finding_codes.h", 'constexpr std::string_view kShortNotice = "session.short_notice";\n'
                 'constexpr std::string_view kShort = "session.short";\n')
        self.put("src/governance/refusal.cc", '    case Refusal::kDuplicate: return "refused.duplicate";\n')

    def put(self, path, text):
        full = os.path.join(self.folder.name, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as stream:
            stream.write(text)

    def faults(self):
        return check_codes.faults(self.folder.name)

    def test_a_code_is_met_by_its_constant_or_its_string(self):
        self.put("tests/a.cc", 'EXPECT(has(kShortNotice)); EXPECT(codes("vote session.short")); '
                 "EXPECT(is(Refusal::kDuplicate));\n")
        self.assertEqual([], self.faults())
        self.put("tests/a.cc", 'EXPECT("session.short_notice", "session.short", "refused.duplicate");\n')
        self.assertEqual([], self.faults())

    def test_a_comment_or_a_longer_code_meets_nothing(self):
        self.put("tests/a.cc", "// kShortNotice, Refusal::kDuplicate\nEXPECT(kShortNotices, \"session.short_notice\");\n")
        found = self.faults()
        self.assertEqual(2, len(found), found)
        self.assertIn("kShort (session.short)", found[0] + found[1])
        self.assertIn("Refusal::kDuplicate (refused.duplicate)", found[0] + found[1])

    def test_where_no_codes_are_found_the_check_says_so(self):
        with tempfile.TemporaryDirectory() as empty:
            self.assertEqual(1, len(check_codes.faults(empty)))


class Count(unittest.TestCase):
    """tools/test must never call a failure a success."""

    def test_cases_and_programs_are_added_up(self):
        programs = [("base", "OK"), ("script", "OK"), ("cli", "FAIL")]
        self.assertEqual((13, 2), count_tests.count(programs, {"base": (7, 0), "cli": (5, 2)}, 1))

    def test_a_crash_or_a_timeout_counts_as_a_failure(self):
        for result in ("FAIL", "TIMEOUT", "ERROR", "INTERRUPT", "UNEXPECTEDPASS"):
            self.assertEqual((1, 1), count_tests.count([("a", "OK"), ("b", result)], {}, 1), result)
            self.assertEqual((4, 1), count_tests.count([("a", "OK"), ("b", result)], {"b": (3, 0)}, 1), result)

    def test_nothing_run_is_a_failure(self):
        self.assertEqual((0, 1), count_tests.count([], {}, 0))
        self.assertEqual((0, 1), count_tests.count([("a", "SKIP")], {}, 0))

    def test_a_failure_of_the_runner_itself_is_one(self):
        self.assertEqual((1, 1), count_tests.count([("a", "OK")], {}, 3))


if __name__ == "__main__":
    unittest.main()
