#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the tables of src/verify from facts/: rules.def, bugchecks.def and statuses.def.

usage: tools/gen_verify.py [--check]
  --check   compare with the committed files instead of writing them; exit 1 when one differs
"""
import csv
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES_HEADER = """/* SPDX-License-Identifier: MIT */
/*
 * Every rule of the contract, once. Written by tools/gen_verify.py from facts/rules*.tsv: change
 * those.
 * RULE(identifier, id, DDI or function, the duty, what Windows does, documentation page)
 */
"""


def c_string(text, indent):
    """A C string literal, wrapped to the column limit."""
    pieces = textwrap.wrap(text, 88 - indent, break_long_words=True, drop_whitespace=False) or [""]
    escaped = (p.replace("\\", "\\\\").replace('"', '\\"').replace("??", "?\\?") for p in pieces)
    return ("\n" + " " * indent).join(f'"{p}"' for p in escaped)


CODES_HEADER = """/* SPDX-License-Identifier: MIT */
/* {what}, for messages. Written by tools/gen_verify.py from facts/nt/constants.tsv. */
"""


def read_table(path):
    with path.open(newline="", encoding="utf-8") as stream:
        yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def generate_rules():
    out = [RULES_HEADER]
    for path in sorted((ROOT / "facts").glob("rules*.tsv")):
        for row in read_table(path):
            identifier = re.sub(r"\W", "_", row["id"])
            fields = [row["id"], row["ddi"], row["statement"], row["consequence_on_windows"],
                      row["source"]]
            body = ",\n     ".join(c_string(field or "", 5) for field in fields)
            out.append(f"RULE({identifier},\n     {body})\n")
    return "".join(out)


# Where the page of a code and the header's name for it disagree, the page wins.
PAGE_NAMES = {0x1CA: "SYNTHETIC_WATCHDOG_TIMEOUT"}


def generate_codes(header, macro, what, prefix=""):
    """One line a value; of several names for a value the first in the table stays."""
    seen = {}
    for row in read_table(ROOT / "facts/nt/constants.tsv"):
        if row["header"] != header or not row["name"].startswith(prefix):
            continue
        if not row["name"].startswith(("STATUS_SEVERITY_", "STATUS_WAIT_0")):
            seen.setdefault(int(row["value"]) & 0xFFFFFFFF, row["name"])
    if macro == "BUGCHECK":
        seen.update(PAGE_NAMES)
    lines = [f'{macro}(0x{value:08X}u, "{name}")\n' for value, name in sorted(seen.items())]
    return CODES_HEADER.format(what=what) + "".join(lines)


def main():
    outputs = {
        "rules.def": generate_rules(),
        "bugchecks.def": generate_codes("bugcodes.h", "BUGCHECK", "Bug check codes by name"),
        "statuses.def": generate_codes("ntstatus.h", "STATUS", "Status codes by name", "STATUS_"),
    }
    differs = 0
    for name, text in outputs.items():
        path = ROOT / "src/verify" / name
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            print(f"src/verify/{name} does not match facts/; run tools/gen_verify.py")
            differs = 1
    return differs


if __name__ == "__main__":
    sys.exit(main())
