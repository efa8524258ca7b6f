# SPDX-License-Identifier: MIT
"""Every file of the repository that a document or a comment names exists."""

import fnmatch
import posixpath
import re

_TOP = r"(?:src|include|docs|tests|tools|devices|drivers|bench|glue|facts|cmake|\.ci)"
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_QUOTED = re.compile(r"`(" + _TOP + r"/[^`\s]*)`")
_NAMED = re.compile(r"(?<![\w./<\"-])(" + _TOP + r"/[\w./-]*\.(?:c|h|S|md|py|tsv|def|txt|1))\b")


def _missing(tree, name):
    name = name.rstrip("/.,;:")
    if "<" in name or "…" in name or "{" in name:
        return False  # a pattern for people
    if "*" in name:
        return not any(fnmatch.fnmatch(path, name + "*") for path in tree.paths)
    return not tree.exists(name)


def check(tree):
    for path in tree.select((".md", ".c", ".h", ".S", ".def", ".py")):
        text = tree.text(path)
        if path.startswith("tests/style/") or tree.is_generated(path):
            continue
        found = []
        if path.endswith(".md"):
            folder = posixpath.dirname(path)
            for match in _LINK.finditer(text):
                if "://" not in match.group(1) and not match.group(1).startswith("mailto:"):
                    found.append((match.start(),
                                  posixpath.normpath(posixpath.join(folder, match.group(1)))))
            found += [(m.start(), m.group(1)) for m in _QUOTED.finditer(text)]
        else:
            found += [(m.start(), m.group(1)) for m in _NAMED.finditer(text)]
        for position, name in found:
            if _missing(tree, name):
                yield f"{path}:{text.count(chr(10), 0, position) + 1}: there is no {name}"
