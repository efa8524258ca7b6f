#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""symbols.py NM ARCHIVE...: no function or variable is defined in two of our libraries.

The linker would silently take the first one it meets, for the callers of both.
symbols.py --self-test shows that a clash is found.
"""

import os
import subprocess
import sys


def defined(listing):
    """The names of a listing of `nm --defined-only --extern-only`; weak ones may repeat."""
    rows = (line.split() for line in listing.splitlines())
    return {row[2] for row in rows if len(row) == 3 and row[1] in "TDBRC"}


def clashes(libraries):
    owners = {}
    for library, names in libraries.items():
        for name in names:
            owners.setdefault(name, []).append(library)
    return [f"{name} is defined in {' and '.join(sorted(found))}"
            for name, found in sorted(owners.items()) if len(found) > 1]


def self_test():
    one = defined("a.o:\n0000000000000000 T fill\n0000000000000010 t local\n")
    two = defined("b.o:\n0000000000000000 T fill\n0000000000000000 W weak\n")
    assert one == {"fill"} and two == {"fill"}
    assert clashes({"one": one, "two": two}) == ["fill is defined in one and two"]
    assert clashes({"one": one, "two": set()}) == []
    return 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    libraries = {}
    for archive in arguments[1:]:
        listing = subprocess.run([arguments[0], "--defined-only", "--extern-only", archive],
                                 check=True, capture_output=True, text=True).stdout
        libraries[os.path.basename(archive)] = defined(listing)
    if not any(libraries.values()):
        print("no library defines anything")
        return 1
    found = clashes(libraries)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
