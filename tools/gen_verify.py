#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the tables of src/verify from facts/ (rules.def, bugchecks.def, statuses.def), and
docs/rules.md.

usage: tools/gen_verify.py [--check | --coverage FILE]
  --check          compare with the committed files instead of writing them; exit 1 when one differs
  --coverage FILE  write only coverage.def: which rules are checked, and by what they are proven
"""
import collections
import pathlib
import sys
import textwrap

sys.dont_write_bytecode = True

import rulebook  # noqa: E402 - the folder of this file comes first on the path
from rulebook import read_table  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES_HEADER = """/* SPDX-License-Identifier: MIT */
/*
 * Every rule of the contract, once. Written by tools/gen_verify.py from facts/rules*.tsv: change
 * those.
 * RULE(identifier, id, DDI or function, severity, the duty, what Windows does, its page)
 */
"""
COVERAGE_HEADER = """/* SPDX-License-Identifier: MIT */
/*
 * What is known of each rule. Written by tools/gen_verify.py when dxghost is built: from the
 * sources that report it, the mutants that break it, and the tables of reasons.
 * COVERAGE(identifier, whether it is checked, mutants, what proves it or why it is not checked)
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


def generate_rules():
    out = [RULES_HEADER]
    for rule in rulebook.rules(ROOT):
        fields = [rule["id"], rule["ddi"], None, rule["statement"],
                  rule["consequence_on_windows"], rule["source"]]
        severity = "SEVERITY_" + rule["severity"].replace("-", "_").upper()
        body = ",\n     ".join(severity if field is None else c_string(field, 5)
                               for field in fields)
        out.append(f"RULE({rule['identifier']},\n     {body})\n")
    return "".join(out)


def generate_coverage():
    out = [COVERAGE_HEADER]
    for rule in rulebook.rulebook(ROOT):
        fields = [str(rule["checked"]).lower(), c_string(", ".join(rule["mutants"]), 9),
                  c_string(rule["note"], 9)]
        out.append(f"COVERAGE({rule['identifier']}, {', '.join(fields)})\n")
    return "".join(out)


SEVERITY_WORDS = {
    "bugcheck": "bug check",
    "device-lost": "device lost",
    "refused": "adapter refused",
    "breach": "breach",
    "advice": "advice",
    "host": "host",
}
DOCUMENT = """# Rules

Written by tools/gen_verify.py from `facts/`, the checks in `src/` and the mutants in
`tests/mutants/`.

A rule is one sentence of the driver contract, in our words. `dxghost explain RULE` shows all of it:
what Windows does, the page of Microsoft's documentation, and whether dxghost checks it. A rule is
*checked* when a sentence of the program can report it, and *proven* when a driver that breaks just
that rule is caught with it: a mutant of the reference driver, or a test of its own. Severity is
what Windows does: `bug check` stops the system, `device lost` ends in a timeout or a lost device,
`adapter refused` is a device that does not start, `breach` is everything else that goes wrong,
`advice` costs speed or quality. Rules of the graphics kernel itself are in
[the last table](#what-the-graphics-kernel-owes).
"""


def cell(text):
    return (text or "-").replace("|", "/").replace("<", "&lt;").replace("*", "\\*").strip()


def proof(rule):
    """By what a checked rule is proven; why another is not checked."""
    if rule["mutants"]:
        return ", ".join(f"`{name}`" for name in rule["mutants"])
    return cell(rule["note"])


def coverage_table(book):
    families = collections.OrderedDict()
    for rule in book:
        families.setdefault(rule["family"], []).append(rule)
    lines = ["## Coverage", "",
             "| family | rules of the driver | checked | proven by a mutant | by another test "
             "| cannot be checked |", "|---|---|---|---|---|---|"]
    totals = [0] * 5
    for family, rules in families.items():
        duties = [rule for rule in rules if rule["owner"] == "driver"]
        if not duties:
            continue
        counts = [len(duties), sum(rule["checked"] for rule in duties),
                  sum(bool(rule["mutants"]) for rule in duties),
                  sum(rule["checked"] and not rule["mutants"] for rule in duties),
                  sum(not rule["checked"] and bool(rule["note"]) for rule in duties)]
        totals = [total + count for total, count in zip(totals, counts)]
        lines.append(f"| {family} | " + " | ".join(map(str, counts)) + " |")
    lines.append("| **all** | " + " | ".join(map(str, totals)) + " |")
    return lines


def evidence_table(book):
    rows = rulebook.evidence(ROOT)
    known = {rule["id"]: rule for rule in book}
    lines = ["## What has bitten driver authors", "",
             "Each of these happened to somebody on Windows. The rule is what dxghost says of it.",
             "",
             "| what was seen | what the driver did | rule | proven by, or why there is no rule |",
             "|---|---|---|---|"]
    for row in rows:
        proofs = [proof(known[rule]) for rule in row["rules"].split() if rule in known]
        lines.append(f"| {cell(row['symptom'])} | {cell(row['cause'])} | "
                     f"{row['rules'].replace(' ', ', ') or '-'} | "
                     f"{'; '.join(proofs) or cell(row['none'])} |")
    return lines if rows else []


def family_tables(book):
    lines = ["## What a driver owes"]
    family = None
    for rule in book:
        if rule["owner"] != "driver":
            continue
        if rule["family"] != family:
            family = rule["family"]
            lines += ["", f"### {family}", "",
                      "| rule | DDI | severity | the duty | checked | proven by, or why not "
                      "checked |", "|---|---|---|---|---|---|"]
        lines.append(f"| {rule['id']} | {cell(rule['ddi'])} | "
                     f"{SEVERITY_WORDS[rule['severity']]} | "
                     f"{cell(rule['statement'])} | "
                     f"{'yes' if rule['checked'] else 'no'} | {proof(rule)} |")
    return lines


def host_table(book):
    lines = ["## What the graphics kernel owes", "",
             "Nothing a driver does breaks these; they are what dxghost is held to.", "",
             "| rule | DDI | the duty |", "|---|---|---|"]
    lines += [f"| {rule['id']} | {cell(rule['ddi'])} | "
              f"{cell(rule['statement'])} |"
              for rule in book if rule["owner"] == "host"]
    return lines


def generate_document():
    book = rulebook.rulebook(ROOT)
    parts = [coverage_table(book), evidence_table(book), family_tables(book), host_table(book)]
    return DOCUMENT + "".join("\n" + "\n".join(part) + "\n" for part in parts if part)


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


def write_when_changed(path, text):
    """A file that stays as it is does not make anything be built again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main():
    if sys.argv[1:2] == ["--coverage"]:
        write_when_changed(pathlib.Path(sys.argv[2]), generate_coverage())
        return 0
    outputs = {
        "src/verify/rules.def": generate_rules(),
        "src/verify/bugchecks.def": generate_codes("bugcodes.h", "BUGCHECK",
                                                   "Bug check codes by name"),
        "src/verify/statuses.def": generate_codes("ntstatus.h", "STATUS", "Status codes by name",
                                                  "STATUS_"),
        "docs/rules.md": generate_document(),
    }
    differs = 0
    for name, text in outputs.items():
        path = ROOT / name
        if "--check" not in sys.argv[1:]:
            write_when_changed(path, text)
        elif path.read_text(encoding="utf-8") != text:
            print(f"{name} is not what facts/, src/ and tests/ say; run tools/gen_verify.py")
            differs = 1
    return differs


if __name__ == "__main__":
    sys.exit(main())
