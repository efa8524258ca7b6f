#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every rule that the sources report has a mutant, or a line in unproven.txt that says why not.

    coverage.py SOURCE_DIRECTORY [--table]
    coverage.py --self-test          shows that each kind of mistake is found

A check that no driver can break may be dead: this fails when one is added without its mutant, and
when a line of unproven.txt, of facts/unchecked.tsv or of facts/evidence.tsv is out of date. --table
prints how many rules are checked and proven.
"""
import pathlib
import sys

sys.dont_write_bytecode = True


def judge(book, elsewhere, reasons, evidence):
    """Yields what is wrong, in words. `book` maps identifiers to rules of tools/rulebook.py."""
    for name, rule in sorted(book.items()):
        if rule["checked"] and not rule["mutants"] and name not in elsewhere:
            yield f"{rule['id']} is reported at {rule['places'][0]}, but no mutant breaks it"
        if rule["checked"] and name in reasons:
            yield f"{rule['id']} is in unchecked.tsv, but is reported at {rule['places'][0]}"
        if rule["mutants"] and name in elsewhere:
            yield f"{rule['id']} has a mutant and is in unproven.txt all the same"
    for name, reason in sorted(elsewhere.items()):
        if name not in book or not book[name]["checked"]:
            yield f"{name} is in unproven.txt, but nothing reports it"
        if not reason:
            yield f"{name} is in unproven.txt without a reason"
    for name, reason in sorted(reasons.items()):
        if name not in book or book[name]["owner"] != "driver":
            yield f"{name} is in unchecked.tsv, but is no rule of the driver's"
        if not reason:
            yield f"{name} is in unchecked.tsv without a reason"
    for row in evidence:
        if bool(row["rules"]) == bool(row["none"]):
            yield f"row {row['row']} of evidence.tsv needs its rules, or why there are none"
        for rule in row["rules"].split():
            name = rule.replace("-", "_")
            if name not in book or not book[name]["checked"]:
                yield f"row {row['row']} of evidence.tsv names {rule}, which nothing reports"
            elif not book[name]["mutants"]:
                yield f"row {row['row']} of evidence.tsv names {rule}, which no mutant breaks"


def self_test():
    def rule(owner="driver", checked=True, mutants=("X_01",)):
        return {"id": "X-01", "owner": owner, "checked": checked, "mutants": list(mutants),
                "places": ["src/x.c:1"]}

    good = {"X_01": rule()}
    missing = {"X_01": rule(checked=False, mutants=())}
    row = [{"row": "1", "rules": "X-01", "none": ""}]
    assert not list(judge(good, {}, {}, row))
    assert not list(judge(missing, {}, {"X_01": "a permission"}, []))
    for wrong in ((good, {}, {"X_01": "because"}, []), (good, {"X_01": "elsewhere"}, {}, []),
                  ({"X_01": rule(mutants=())}, {}, {}, []), (missing, {"X_01": "gone"}, {}, []),
                  (missing, {}, {"X_01": ""}, []), (missing, {}, {"X_09": "no rule"}, []),
                  ({"X_01": rule("host", False, ())}, {}, {"X_01": "host"}, []),
                  (missing, {}, {}, row), (good, {}, {}, [{"row": "2", "rules": "", "none": ""}]),
                  ({"X_01": rule(mutants=())}, {"X_01": "elsewhere"}, {}, row)):
        assert list(judge(*wrong)), wrong
    return 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    root = pathlib.Path(sys.argv[1])
    sys.path.insert(0, str(root / "tools"))
    import rulebook  # found through the argument

    book = {rule["identifier"]: rule for rule in rulebook.rulebook(root)}
    elsewhere = rulebook.excused(root)
    reasons = rulebook.unchecked(root)
    errors = list(judge(book, elsewhere, reasons, rulebook.evidence(root)))
    for error in errors:
        print(error)
    if "--table" in sys.argv or not errors:
        duties = [rule for rule in book.values() if rule["owner"] == "driver"]
        checked = [rule for rule in duties if rule["checked"]]
        print(f"{len(book)} rules, {len(duties)} of them the driver's: {len(checked)} checked, "
              f"{sum(bool(rule['mutants']) for rule in checked)} proven by a mutant, "
              f"{len(elsewhere)} by another test, {len(reasons)} cannot be checked")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
