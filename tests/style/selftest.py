#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each style check passes a small good tree and fails on the same tree with one thing broken."""

import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True

from check import CHECKS  # noqa: E402
import functions  # noqa: E402
from tree import Tree  # noqa: E402

SPDX = "/* SPDX-License-Identifier: MIT */\n"
GOOD = {
    "CMakeLists.txt": "dxgh_library(base)\ndxgh_library(machine LIBRARIES base)\n",
    "README.md": "See [layers](docs/architecture.md), `src/base/base.h` and `tests/*_test.c`.\n",
    "docs/architecture.md": "# Architecture\n",
    "include/dxghost/device.h": SPDX,
    "include/wdk/ntddk.h": SPDX + "/* Written by tools/gen.py from facts/. */\n" + "x" * 200 + "\n",
    "src/base/base.h": SPDX,
    "src/machine/fiber.c": SPDX + '#include "base/base.h"\n#include <stdint.h>\n\n'
                           "int main(void)\n{\n    if (1) {\n        do {\n        } while (0);\n"
                           "    } else if (2) {\n        LIST_FOR_EACH(a, b) {\n        }\n    }\n"
                           "}\n",
    "src/cli/session.c": SPDX + '#include "devices/board/board.h"\n',
    "src/nt/event.c": SPDX + '#include "machine/fiber.h"\n#include <ntddk.h>\n',
    "devices/board/board.c": SPDX + '#include "board_regs.h"\n#include "dxghost/device.h"\n',
    "devices/board/board_regs.h": SPDX,
    "drivers/board/driver.c": SPDX + '#include <ntddk.h>\n#include "../../devices/board_regs.h"\n',
    "tests/unit/fiber_test.c": SPDX,
    "tools/run.py": "#!/usr/bin/env python3\n# SPDX-License-Identifier: MIT\n",
}


def breaches(check, changes):
    """What a check says of the good tree with some files replaced (None: removed)."""
    with tempfile.TemporaryDirectory() as root:
        for path, text in {**GOOD, **changes}.items():
            if text is None:
                continue
            full = os.path.join(root, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
        return list(CHECKS[check](Tree(root)))


def body(lines):
    return SPDX + "static int long_one(int a)\n{\n" + "    a++;\n" * lines + "}\n"


# check, file, what it is replaced by, words the message must hold
BROKEN = [
    ("layers", "src/machine/fiber.c", SPDX + '#include "nt/event.h"\n', "nt, which is above"),
    ("layers", "src/machine/fiber.c", SPDX + '#include "fiber.h"\n', "names no layer"),
    ("layers", "src/machine/fiber.c", SPDX + "#include <ntddk.h>\n", "below the Windows boundary"),
    ("layers", "src/base/base.h", SPDX + '#include "dxghost/device.h"\n', "base uses nothing"),
    ("layers", "src/gpu/gpu.c", SPDX, "not in the order"),
    ("layers", "devices/board/board.c", SPDX + '#include "machine/clock.h"\n', "own files only"),
    ("layers", "devices/board/board.c", SPDX + "#include <ntddk.h>\n", "must not see"),
    ("layers", "drivers/board/driver.c", SPDX + "#include <stdio.h>\n", "not a Windows driver"),
    ("layers", "drivers/board/driver.c", SPDX + '#include "base/base.h"\n', "may not include"),
    ("layers", "CMakeLists.txt", "dxgh_library(base LIBRARIES machine)\n", "must not link"),
    ("spdx", "src/base/base.h", "/* no licence */\n", "first line"),
    ("spdx", "tools/run.py", "#!/usr/bin/env python3\n\n# SPDX-License-Identifier: MIT\n",
     "first line"),
    ("width", "src/base/base.h", SPDX + "x" * 101 + "\n", "101 columns"),
    ("blanks", "src/base/base.h", SPDX + "\tint a;\n", "tab"),
    ("blanks", "src/base/base.h", SPDX + "int a; \n", "end of the line"),
    ("blanks", "src/base/base.h", SPDX + "int a;", "no end"),
    ("blanks", "src/base/two words.h", SPDX, "file name"),
    ("left_overs", "src/base/base.h", SPDX + "/* TO" + "DO: later */\n", "finish it"),
    ("left_overs", "README.md", "FIX" + "ME\n", "finish it"),
    ("private", "README.md", "in /" + "home/someone/dxghost\n", "one machine"),
    ("private", "src/base/base.h", SPDX + "/* see .." + "/shared/notes.md */\n", "one machine"),
    ("braces", "src/base/base.h", SPDX + "int f(void)\n{\n    if (1)\n        g();\n}\n",
     "if without"),
    ("braces", "src/base/base.h", SPDX + "int f(void)\n{\n    if (1) {\n    } else\n    g();\n}\n",
     "else without"),
    ("braces", "src/base/base.h", SPDX + "int f(void)\n{\n    while (1);\n}\n", "while without"),
    ("braces", "src/base/base.h", SPDX + "int f(void)\n{\n    LIST_FOR_EACH(a, b) g();\n}\n",
     "LIST_FOR_EACH without"),
    ("length", "src/base/base.h", body(functions.LINES_MAX + 1), "long_one has 121 lines"),
    ("docs", "README.md", "[gone](docs/gone.md)\n", "no docs/gone.md"),
    ("docs", "README.md", "`src/gone/` holds it\n", "no src/gone"),
    ("docs", "src/base/base.h", SPDX + "/* Tests: tests/unit/gone_test.c */\n", "gone_test.c"),
]


class StyleSelfTest(unittest.TestCase):
    def test_good_tree_passes_every_check(self):
        for check in CHECKS:
            with self.subTest(check=check):
                self.assertEqual(breaches(check, {}), [])

    def test_each_broken_tree_fails_once_and_says_why(self):
        for check, path, text, words in BROKEN:
            with self.subTest(check=check, words=words):
                found = breaches(check, {path: text})
                self.assertEqual(len(found), 1, found)
                self.assertIn(words, found[0])
                self.assertTrue(found[0].startswith(path.split(":")[0]), found[0])

    def test_every_check_is_shown_to_fail(self):
        self.assertEqual({row[0] for row in BROKEN}, set(CHECKS))

    def test_words_in_comments_and_strings_are_not_code(self):
        text = SPDX + '/* if (a) b; #include "nt/x.h" */\nconst char *s = "if (a) b;";\n'
        for check in ("braces", "layers"):
            self.assertEqual(breaches(check, {"src/machine/fiber.c": text}), [])

    def test_generated_files_may_be_wide_but_not_unlicensed(self):
        text = "/* Written by tools/gen.py. */\n"
        self.assertEqual(len(breaches("spdx", {"include/wdk/ntddk.h": text})), 1)

    def test_length_advice_names_the_functions_between_the_limits(self):
        with tempfile.TemporaryDirectory() as root:
            with open(os.path.join(root, "a.c"), "w", encoding="utf-8") as file:
                file.write(body(functions.LINES_ADVISED))
            self.assertEqual(len(functions.length_advice(Tree(root))), 1)


if __name__ == "__main__":
    unittest.main()
