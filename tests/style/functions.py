# SPDX-License-Identifier: MIT
"""Checks of C code: braces always, functions one can read at once."""

import re

from tree import blank_comments_and_strings, blank_directives, line_of

LINES_ADVISED = 70
LINES_MAX = 120

_KEYWORD = re.compile(r"\b(if|for|while|switch|else|do|[A-Z]+_FOR_EACH(?:_\w+)?)\b")
_NAME_BEFORE = re.compile(r"([A-Za-z_]\w*)\s*\($")


def _after_parentheses(code, position):
    """The position behind the balanced parentheses that start at or after position, or None."""
    while position < len(code) and code[position].isspace():
        position += 1
    if position >= len(code) or code[position] != "(":
        return None
    depth = 0
    for index in range(position, len(code)):
        if code[index] == "(":
            depth += 1
        elif code[index] == ")":
            depth -= 1
            if depth == 0:
                return index + 1
    return None


def _next_word(code, position):
    match = re.compile(r"\s*(\w+|\S)").match(code, position)
    return match.group(1) if match else ""


def _c_code(tree, path):
    return blank_directives(blank_comments_and_strings(tree.text(path)))


def braces(tree):
    for path in tree.c_by_hand():
        code = _c_code(tree, path)
        for match in _KEYWORD.finditer(code):
            word = match.group(1)
            position = match.end()
            if word not in ("else", "do"):
                position = _after_parentheses(code, position)
                if position is None:
                    continue
            following = _next_word(code, position)
            if following == "{" or (word == "else" and following == "if"):
                continue
            if word == "while" and following == ";" and code[:match.start()].rstrip()[-1:] == "}":
                continue  # the tail of a do loop
            yield f"{path}:{line_of(code, match.start())}: {word} without braces"


def functions(code):
    """(name, first line, number of lines) of each function body in blanked C code."""
    depth = 0
    start = 0
    name = None
    for index, character in enumerate(code):
        if character == "{":
            if depth == 0:
                start = index
                name = _function_name(code[:index])
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0 and name is not None:
                yield name, line_of(code, start), code.count("\n", start, index) - 1
                name = None
            depth = max(depth, 0)


def _function_name(head):
    """The name declared just before an opening brace, None when no function is."""
    head = head.rstrip()
    if not head.endswith(")"):
        return None
    depth = 0
    for index in range(len(head) - 1, -1, -1):
        if head[index] == ")":
            depth += 1
        elif head[index] == "(":
            depth -= 1
            if depth == 0:
                match = _NAME_BEFORE.search(head[max(0, index - 80):index + 1])
                return match.group(1) if match else None
    return None


def _lengths(tree):
    for path in tree.c_by_hand():
        for name, line, count in functions(_c_code(tree, path)):
            yield path, line, name, count


def length(tree):
    for path, line, name, count in _lengths(tree):
        if count > LINES_MAX:
            yield f"{path}:{line}: {name} has {count} lines; the limit is {LINES_MAX}"


def length_advice(tree):
    """Not a failure: what is longer than it should be, longest first."""
    rows = [(count, f"{path}:{line}: {name} has {count} lines; aim under {LINES_ADVISED}")
            for path, line, name, count in _lengths(tree) if LINES_ADVISED <= count <= LINES_MAX]
    return [text for _, text in sorted(rows, reverse=True)]
