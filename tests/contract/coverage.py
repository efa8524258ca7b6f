#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every rule that the sources report has a mutant, or a line in unproven.txt that says why not.

    coverage.py SOURCE_DIRECTORY [--table]

A check that no driver can break may be dead: this fails when one is added without its mutant, and
when a line of unproven.txt is out of date. --table prints how many rules are checked and proven.
"""
import pathlib
import re
import sys

REPORTED = re.compile(r"\bRULE_([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b")
MUTANT = re.compile(r"^(?:DDI|DEED|DEED_AT|LEAK|HOOK|REGISTER)_MUTANT\((\w+)", re.MULTILINE)
EXPECTED = re.compile(r"expect\(1, RUN[^,;]*, \"([A-Z]+-[0-9]+)")
NOT_RULES = {"COUNT"}


def known(root):
    text = (root / "src/verify/rules.def").read_text(encoding="utf-8")
    return set(re.findall(r"^RULE\((\w+),", text, re.MULTILINE))


def reported(root):
    """Rule -> the places that may report it."""
    places = {}
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".c", ".h", ".def") or path.name == "rules.def":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for rule in REPORTED.findall(line):
                places.setdefault(rule, []).append(f"{path.relative_to(root)}:{number}")
    return places


def proven(root):
    """By the mutants of the reference driver, and by the changed copies of the display-only one."""
    text = (root / "tests/mutants/mutants.def").read_text(encoding="utf-8")
    display_only = (root / "tests/scenario/display_only_test.c").read_text(encoding="utf-8")
    named = EXPECTED.findall(display_only)
    return set(MUTANT.findall(text)) | {rule.replace("-", "_") for rule in named}


def excused(root):
    """Rule -> reason."""
    reasons = {}
    for line in (root / "tests/contract/unproven.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rule, _, reason = line.partition(" ")
            reasons[rule.replace("-", "_")] = reason.strip()
    return reasons


def main():
    root = pathlib.Path(sys.argv[1])
    rules = known(root)
    places = {rule: where for rule, where in reported(root).items() if rule in rules}
    mutants = proven(root)
    reasons = excused(root)
    errors = []
    for rule in sorted(set(places) - mutants - set(reasons)):
        errors.append(f"{rule} is reported at {places[rule][0]}, but no mutant breaks it")
    for rule in sorted(set(reasons) & mutants):
        errors.append(f"{rule} has a mutant and is in unproven.txt all the same")
    for rule in sorted(set(reasons) - set(places)):
        errors.append(f"{rule} is in unproven.txt, but nothing reports it")
    for rule in sorted(reasons):
        if not reasons[rule]:
            errors.append(f"{rule} is in unproven.txt without a reason")
    for error in errors:
        print(error)
    if "--table" in sys.argv or not errors:
        print(f"{len(rules)} rules, {len(places)} checked, {len(set(places) & mutants)} proven, "
              f"{len(reasons)} not provable here")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
