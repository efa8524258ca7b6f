#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""manual.py PROGRAM PAGE: the options the program's --help texts name are those of the manual page.

manual.py --self-test shows that a difference on either side is found.
"""

import re
import subprocess
import sys

COMMANDS = ([], ["run"], ["verify"], ["cc"], ["list"], ["explain"])

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def differences(help_text, page_text):
    told = set(_OPTION.findall(help_text))
    written = set(_OPTION.findall(page_text.replace("\\-", "-")))
    return ([f"{name} is in --help and not in the manual page" for name in sorted(told - written)] +
            [f"{name} is in the manual page and not in --help" for name in sorted(written - told)])


def self_test():
    page = ".BI \\-\\-seed \" N\"\n.B \\-\\-out\n"
    assert differences("--seed N\n--out DIR", page) == []
    assert len(differences("--seed N", page)) == 1
    assert len(differences("--seed N --out DIR --fast", page)) == 1
    return 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program, page = arguments
    told = ""
    for command in COMMANDS:
        result = subprocess.run([program, *command, "--help"], check=True, capture_output=True,
                                text=True, stdin=subprocess.DEVNULL)
        told += result.stdout + result.stderr
    if not _OPTION.search(told):
        print("--help names no option at all")
        return 1
    with open(page, encoding="utf-8") as file:
        found = differences(told, file.read())
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
