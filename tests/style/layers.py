# SPDX-License-Identifier: MIT
"""Includes and links go downward only: the order of docs/architecture.md, section Layers."""

import posixpath
import re

# Bottom to top: a folder of src/ may use those before it and nothing after it.
ORDER = ("base", "machine", "trace", "verify", "nt", "object", "sched", "vidmm", "display", "dxgk",
         "cdd", "kmt", "cli", "d3dkmt")
# The Windows-facing headers start where the NT executive does.
FIRST_WITH_WDK = ORDER.index("verify")

# Headers of the compiler itself, which driver source may use too.
FREESTANDING = {"stdarg.h", "stdbool.h", "stddef.h", "stdint.h", "limits.h", "float.h"}

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
_LIBRARY = re.compile(r"dxgh_library\((\w+)(?:[^)]*?LIBRARIES([^)]*))?\)")


def includes(tree, path):
    """(line, quote, name) of each include, those in comments left out."""
    text = re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m.group(0)), tree.text(path),
                  flags=re.DOTALL)
    for match in _INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1), match.group(2)


def _is_wdk(tree, name):
    return tree.exists("include/wdk/" + name) and name not in FREESTANDING


def _check_source(tree, path):
    layer = path.split("/")[1]
    if layer not in ORDER:
        yield f"{path}: src/{layer} is not in the order of the layers"
        return
    rank = ORDER.index(layer)
    for line, quote, name in includes(tree, path):
        where = f"{path}:{line}"
        if quote == "<":
            if _is_wdk(tree, name) and rank < FIRST_WITH_WDK:
                yield f"{where}: {layer} is below the Windows boundary and must not see <{name}>"
            continue
        first = name.split("/")[0]
        if first == "dxghost":
            if layer == "base":
                yield f"{where}: base uses nothing but the C library, not {name}"
        elif first == "devices" and layer == "cli":
            pass  # the boards that are built in
        elif first not in ORDER:
            yield f'{where}: "{name}" names no layer; write "layer/file.h"'
        elif ORDER.index(first) > rank:
            yield f"{where}: {layer} must not use {first}, which is above it"


def _check_device(tree, path):
    """A device model sees the public device interface, its own files and host libraries."""
    own = posixpath.dirname(path)
    for line, quote, name in includes(tree, path):
        where = f"{path}:{line}"
        if quote == "<":
            if _is_wdk(tree, name):
                yield f"{where}: a device model must not see the Windows header <{name}>"
        elif name != "dxghost/device.h" and not _is_own(tree, own, name):
            yield f"{where}: a device model may include dxghost/device.h and its own files only"


def _check_driver(tree, path):
    """A driver sees what a driver on Windows sees, and the register header of its board."""
    own = posixpath.dirname(path)
    for line, quote, name in includes(tree, path):
        where = f"{path}:{line}"
        if name.endswith("_regs.h"):
            continue
        if quote == "<":
            if not tree.exists("include/wdk/" + name) and name not in FREESTANDING:
                yield f"{where}: <{name}> is not a Windows driver header"
        elif not _is_own(tree, own, name) and not tree.exists("include/wdk/" + name):
            yield f'{where}: a driver may not include "{name}"'


def _is_own(tree, own, name):
    return tree.exists(posixpath.join(own, name)) or (name.startswith(own + "/") and
                                                      tree.exists(name))


def _check_links(tree):
    if not tree.exists("CMakeLists.txt"):
        return
    for match in _LIBRARY.finditer(tree.text("CMakeLists.txt")):
        layer, links = match.group(1), (match.group(2) or "").split()
        if layer not in ORDER:
            yield f"CMakeLists.txt: {layer} is not in the order of the layers"
            continue
        for other in links:
            if other in ORDER and ORDER.index(other) >= ORDER.index(layer):
                yield f"CMakeLists.txt: {layer} must not link {other}, which is above it"


def check(tree):
    for path in tree.select((".c", ".h", ".def", ".S"), ["src/"]):
        yield from _check_source(tree, path)
    for path in tree.select((".c", ".h"), ["devices/"]):
        yield from _check_device(tree, path)
    for path in tree.select((".c", ".h"), ["drivers/"]):
        yield from _check_driver(tree, path)
    yield from _check_links(tree)
