#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The style checks: check.py NAME|all [ROOT] prints each breach and exits 1 when there is one.

check.py --list-c names the C files that are formatted, --list-units those that are compiled here.
"""

import os
import sys

sys.dont_write_bytecode = True

import docs  # noqa: E402 - the folder of this file comes first on the path
import functions  # noqa: E402
import layers  # noqa: E402
import text  # noqa: E402
from tree import Tree  # noqa: E402

CHECKS = {
    "layers": layers.check,
    "spdx": text.spdx,
    "width": text.width,
    "blanks": text.blanks,
    "left_overs": text.left_overs,
    "private": text.private,
    "braces": functions.braces,
    "length": functions.length,
    "docs": docs.check,
}
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNIT_FOLDERS = ["src/", "devices/", "bench/"]


def main(arguments):
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 2
    name = arguments[0]
    tree = Tree(arguments[1] if len(arguments) > 1 else ROOT)
    if name == "--list-c":
        print("\n".join(p for p in tree.c_by_hand() if not p.startswith("include/wdk/")))
        return 0
    if name == "--list-units":
        print("\n".join(tree.select((".c",), UNIT_FOLDERS, generated=False)))
        return 0
    if name != "all" and name not in CHECKS:
        print(f"there is no check {name}: {', '.join(CHECKS)}", file=sys.stderr)
        return 2

    breaches = 0
    for check in CHECKS if name == "all" else [name]:
        for breach in CHECKS[check](tree):
            print(f"{breach} [{check}]")
            breaches += 1
    if name in ("all", "length"):
        for advice in functions.length_advice(tree):
            print(f"advice: {advice}")
    print(f"{breaches} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
