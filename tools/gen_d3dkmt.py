#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/d3dkmt.md: every D3DKMT function of the headers, and how far it is done.

A function is done when src/kmt defines it, partial when a comment "Partial: ..." stands before the
definition, absent otherwise.

usage: tools/gen_d3dkmt.py [--check]
  --check   compare with the committed file instead of writing it; exit 1 when it differs
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "d3dkmt.md"
HEAD = """# The D3DKMT functions

Written by `tools/gen_d3dkmt.py` from `include/wdk/d3dkmthk.h` and `src/kmt`: change those.

What a done or partial function does not know it refuses with `STATUS_NOT_IMPLEMENTED`, and the
report of the run names the request. Absent functions are not in the library at all, so a program
that needs one does not link.

Of {total} functions {done} are done, {partial} partial and {absent} absent.

| function | state | remark |
|---|---|---|
"""


def declared():
    text = (ROOT / "include/wdk/d3dkmthk.h").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"APIENTRY (D3DKMT\w+)\(", text)))


def defined():
    functions = {}
    for path in sorted((ROOT / "src/kmt").glob("*.c")):
        text = path.read_text(encoding="utf-8")
        pattern = r"(?:/\*\* Partial: ((?:[^*]|\*(?!/))*)\*/\n)?\w+ APIENTRY\s+(D3DKMT\w+)\("
        for match in re.finditer(pattern, text):
            remark = re.sub(r"\s*\n \* ", " ", match.group(1) or "").strip()
            functions[match.group(2)] = (path.name, remark)
    return functions


def render():
    done = defined()
    rows = []
    counts = {"done": 0, "partial": 0, "absent": 0}
    for name in declared():
        if name not in done:
            state, remark = "absent", ""
        elif done[name][1]:
            state, remark = "partial", done[name][1]
        else:
            state, remark = "done", ""
        counts[state] += 1
        rows.append(f"| `{name}` | {state} | {remark} |")
    return HEAD.format(total=len(rows), **counts) + "\n".join(rows) + "\n"


def main():
    text = render()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            print("docs/d3dkmt.md differs from the code: run tools/gen_d3dkmt.py")
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
