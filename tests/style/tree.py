# SPDX-License-Identifier: MIT
"""The files of a source tree, and C text with its comments and strings blanked out."""

import os
import re

SKIPPED_FOLDERS = {".git", "build", "out", "__pycache__"}
C_SUFFIXES = (".c", ".h")
CODE_SUFFIXES = C_SUFFIXES + (".S", ".def", ".py", ".sh", ".cmake")
TEXT_SUFFIXES = CODE_SUFFIXES + (".md", ".txt", ".json", ".1")
SCRIPTS = {"dev", ".ci/run"}
GENERATED_MARK = re.compile(r"(?:generated|written) (?:by tools|from facts)/", re.IGNORECASE)


class Tree:
    """All files below a root; text is read once. Paths use '/' and are relative to the root."""

    def __init__(self, root):
        self.root = root
        self._texts = {}
        self.paths = []
        for folder, subfolders, names in os.walk(root):
            subfolders[:] = sorted(set(subfolders) - SKIPPED_FOLDERS)
            for name in sorted(names):
                self.paths.append(os.path.relpath(os.path.join(folder, name), root))
        self.paths.sort()

    def text(self, path):
        if path not in self._texts:
            with open(os.path.join(self.root, path), encoding="utf-8", errors="replace") as file:
                self._texts[path] = file.read()
        return self._texts[path]

    def exists(self, path):
        return os.path.exists(os.path.join(self.root, path))

    def is_generated(self, path):
        """Whether the first lines say that a tool of ours writes this file."""
        return bool(GENERATED_MARK.search("\n".join(self.text(path).split("\n", 8)[:8])))

    def select(self, suffixes, folders=None, generated=True):
        for path in self.paths:
            if not (path.endswith(suffixes) or (path in SCRIPTS and ".sh" in suffixes)):
                continue
            if folders is not None and not path.startswith(tuple(folders)):
                continue
            if not generated and self.is_generated(path):
                continue
            yield path

    def c_by_hand(self):
        """C files people write: what is formatted, measured and analysed."""
        return list(self.select(C_SUFFIXES, generated=False))


_C_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)


def _blank(match):
    token = match.group(0)
    if token[0] in "\"'":
        return token[0] + "".join("\n" if c == "\n" else "x" for c in token[1:-1]) + token[-1]
    return "".join("\n" if c == "\n" else " " for c in token)


def blank_comments_and_strings(text):
    """The same text, character for character, without what is in comments and literals."""
    return _C_TOKEN.sub(_blank, text)


def blank_directives(text):
    """Also without preprocessor lines, continued ones included."""
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*",
                  lambda match: re.sub(r"[^\n]", " ", match.group(0)), text, flags=re.MULTILINE)


def line_of(text, position):
    return text.count("\n", 0, position) + 1
