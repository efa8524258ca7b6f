# SPDX-License-Identifier: MIT
"""The rules of the contract and what is known of each: the one reader of these tables.

    facts/rules*.tsv              the rules
    facts/unchecked.tsv           why a rule of the driver's cannot be checked here
    facts/evidence.tsv            what bit driver authors on Windows, and the rule that says so
    src                           the checks: what names RULE_x may report it
    tests/mutants/mutants.def     a driver that breaks just that rule
    tests/scenario/*_test.c              the same for changed copies of display-only drivers
    tests/contract/unproven.txt   rules that a test of another kind proves
"""
import csv
import re

SEVERITIES = ("bugcheck", "device-lost", "refused", "breach", "advice", "host")
REPORTED = re.compile(r"\bRULE_([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b")
MUTANT = re.compile(r"^[A-Z_]+_MUTANT\(\s*(\w+)\s*,\s*\"([^\"]*)\"", re.MULTILINE)
EXPECTED = re.compile(r"expect\([13], RUN[^,;]*, \"([A-Z]+-[0-9]+)")


def read_table(path):
    with path.open(newline="", encoding="utf-8") as stream:
        yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def identifier_of(rule_id):
    return re.sub(r"\W", "_", rule_id)


def rules(root):
    """Every rule in the order of the tables: the columns, and `identifier`, `owner`, `family`."""
    found = []
    for path in sorted((root / "facts").glob("rules*.tsv")):
        for row in read_table(path):
            row = {name: value or "" for name, value in row.items() if name is not None}
            if row["severity"] not in SEVERITIES:
                raise SystemExit(f"{path.name}: {row['id']}: the severity '{row['severity']}' is "
                                 f"none of {', '.join(SEVERITIES)}")
            owner, _, row["statement"] = row["statement"].partition(" ")
            if owner != ("[H]" if row["severity"] == "host" else "[D]"):
                raise SystemExit(f"{path.name}: {row['id']}: [H] goes with the severity host, and "
                                 "[D] with the others")
            row["identifier"] = identifier_of(row["id"])
            row["owner"] = "host" if row["severity"] == "host" else "driver"
            row["family"] = re.sub(r"-[0-9]+$", "", row["id"])
            found.append(row)
    return found


def reported(root):
    """Identifier -> the places that may report it."""
    places = {}
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".c", ".h", ".def") or path.name in ("rules.def", "coverage.def"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for rule in REPORTED.findall(line):
                places.setdefault(rule, []).append(f"{path.relative_to(root)}:{number}")
    return places


def mutants(root):
    """Identifier -> names of the mutations that break it, as their cases are called."""
    found = {}
    text = (root / "tests/mutants/mutants.def").read_text(encoding="utf-8")
    for rule, what in MUTANT.findall(text):
        found.setdefault(rule, []).append(f"{rule}{what}")
    for path in sorted((root / "tests/scenario").glob("*_test.c")):
        for rule in EXPECTED.findall(path.read_text(encoding="utf-8")):
            tests = found.setdefault(identifier_of(rule), [])
            if path.stem not in tests:
                tests.append(path.stem)
    return {rule: sorted(set(names)) for rule, names in found.items()}


def excused(root):
    """Identifier -> what proves the rule instead of a mutant."""
    reasons = {}
    for line in (root / "tests/contract/unproven.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rule, _, reason = line.partition(" ")
            reasons[identifier_of(rule)] = reason.strip()
    return reasons


def unchecked(root):
    """Identifier -> why it cannot be checked."""
    return {identifier_of(row["id"]): row["reason"] or ""
            for row in read_table(root / "facts/unchecked.tsv")}


def evidence(root):
    """Rows of facts/evidence.tsv."""
    return [{name: value or "" for name, value in row.items()}
            for row in read_table(root / "facts/evidence.tsv")]


def rulebook(root):
    """The rules, each with `checked`, `mutants` and `note`."""
    places, broken_by = reported(root), mutants(root)
    elsewhere, reasons = excused(root), unchecked(root)
    book = rules(root)
    for rule in book:
        name = rule["identifier"]
        rule["checked"] = name in places
        rule["places"] = places.get(name, [])
        rule["mutants"] = broken_by.get(name, []) if rule["checked"] else []
        rule["note"] = elsewhere.get(name) if rule["checked"] else reasons.get(name)
        rule["note"] = rule["note"] or ""
    return book
