# SPDX-License-Identifier: MIT
"""Checks of plain text: licence line, width, tabs, left-over notes, somebody's own paths."""

import re

from tree import C_SUFFIXES, CODE_SUFFIXES, SCRIPTS, TEXT_SUFFIXES

WIDTH = 100  # but not of .def files, which are tables with a line per row
LICENCE = "SPDX-License-Identifier: MIT"
LICENSED_SUFFIXES = tuple(set(CODE_SUFFIXES) - {".cmake"})

# Written in two halves so that this file passes its own check.
_LEFT_OVER = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) +
                        r")\b")
# Homes and work folders of a machine, folders beside the repository, credits to a tool.
_PRIVATE = re.compile(r"(?<![\w./-])/(?:home|root|work|Users|srv|mnt)/[\w.-]+"
                      r"|\.\./shared\b|(?<![\w./-])/tmp/(?:build|infra)-\w+"
                      r"|\bco-authored-by:|\bgenerated with \[", re.IGNORECASE)


def spdx(tree):
    for path in tree.select(LICENSED_SUFFIXES):
        first = tree.text(path).split("\n", 2)[:2]
        lines = first if first[0].startswith("#!") else first[:1]
        if not any(LICENCE in line for line in lines):
            yield f"{path}:1: the first line must carry '{LICENCE}'"


def width(tree):
    for path in tree.select(C_SUFFIXES + (".S", ".py", ".sh"), generated=False):
        if path.startswith("include/wdk/"):
            continue  # Windows' names and annotations are as long as they are
        for number, line in enumerate(tree.text(path).split("\n"), 1):
            if len(line) > WIDTH:
                yield f"{path}:{number}: {len(line)} columns; the limit is {WIDTH}"


def blanks(tree):
    for path in tree.select(TEXT_SUFFIXES + (".yml",)):
        text = tree.text(path)
        for number, line in enumerate(text.split("\n"), 1):
            if "\t" in line and not path.endswith(".tsv"):
                yield f"{path}:{number}: a tab; indent with spaces"
            if line != line.rstrip():
                yield f"{path}:{number}: blanks at the end of the line"
        if text and not text.endswith("\n"):
            yield f"{path}: the last line has no end"
    for path in tree.paths:
        if " " in path:
            yield f"{path}: a blank in a file name"


def left_overs(tree):
    for path in tree.select(CODE_SUFFIXES + (".md",)):
        for number, line in enumerate(tree.text(path).split("\n"), 1):
            match = _LEFT_OVER.search(line)
            if match:
                yield f"{path}:{number}: {match.group(0)}: finish it or open an issue"


def private(tree):
    for path in tree.paths:
        if not path.endswith(TEXT_SUFFIXES + (".tsv", ".yml")) and path not in SCRIPTS:
            continue
        for match in _PRIVATE.finditer(tree.text(path)):
            number = tree.text(path).count("\n", 0, match.start()) + 1
            yield f"{path}:{number}: '{match.group(0)}' means something on one machine only"
