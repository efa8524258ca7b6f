#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes src/dxgk/gate_calls.h and gate_calls.c: one function per DDI of src/dxgk/ddi.def.

The prototypes come from facts/abi, the pages and words of the comments from facts/ddi.tsv.

usage: tools/gen_gate.py [--check]
  --check   compare with the committed files instead of writing them; exit 1 when one differs
"""
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTE = "Written by tools/gen_gate.py from src/dxgk/ddi.def and facts/: change those."
# DDIs whose first parameter is not the adapter's context block.
HANDLE_FIRST = {
    "OpenAllocation": "device", "CloseAllocation": "device", "DestroyDevice": "device",
    "CreateContext": "device", "Render": "context", "RenderKm": "context", "Present": "context",
    "DestroyContext": "context", "UpdateOverlay": "overlay", "FlipOverlay": "overlay",
    "DestroyOverlay": "overlay",
}
# DDIs whose sync level depends on their arguments.
LEVEL_OF = {"Escape": "gate_escape_level(args)", "CollectDbgInfo": "gate_collect_level(args)"}
# DDIs that are asked for by a client, for a device or none: looked at again once the level is had.
ASKED = {"Escape"}
TABLES = {"DRIVER_INITIALIZATION_DATA", "KMDDOD_INITIALIZATION_DATA"}
NO_HANDLE = {"AddDevice", "Unload", "ControlEtwLogging", "LinkDevice"}


def read_table(name):
    with (ROOT / "facts" / name).open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def split_parameters(text):
    return [] if text in ("", "void") else [p.strip() for p in text.split(",")]


def declare(parameter, index):
    """A parameter with a name: the documents' own, or one made from its type."""
    type_part = parameter.rstrip()
    if re.search(r"[\w*] ?\w+$", type_part) and not re.match(
            r"^(const )?\w+( \*)?(const)?$", type_part):
        return type_part, re.search(r"(\w+)$", type_part).group(1)
    name = "args" if "*" in type_part else f"value{index}"
    join = "" if type_part.endswith("*") else " "
    return f"{type_part}{join}{name}", name


class Ddi:
    def __init__(self, name, functions, pages):
        row = functions[name]
        self.name = name
        self.result = row["return"]
        parameters = split_parameters(row["params"].replace("* const", "*").replace("*const", "*"))
        self.handle = HANDLE_FIRST.get(name)
        self.takes_context = name not in NO_HANDLE and not self.handle
        if name not in NO_HANDLE:
            parameters = parameters[1:]
        self.parameters = [declare(p, i) for i, p in enumerate(parameters)]
        self.parameters = [(d.replace(" * ", " *"), n) for d, n in self.parameters]
        self.page = pages["DxgkDdi" + name]

    def prototype(self):
        items = ["struct adapter *adapter"]
        if self.name in ASKED:
            items.append("const struct device *asker")
        if self.handle:
            items.append(f"HANDLE {self.handle}")
        items += [declaration for declaration, _ in self.parameters]
        return wrap(f"{self.result} gate_{self.name}(", items, ")")

    def call(self, head):
        items = []
        if self.handle:
            items.append(self.handle)
        elif self.takes_context:
            items.append("adapter->miniport_context")
        items += [name for _, name in self.parameters]
        return wrap(f"    {head}adapter->table.DxgkDdi{self.name}(", items, ");\n",
                    indent=" " * 8)


def wrap(head, items, tail, indent=None):
    """A list of parameters or arguments, continued under its bracket or at `indent`."""
    line = head
    lines = []
    if indent is None:
        longest = max((len(item) for item in items), default=0) + len(tail.rstrip())
        indent = " " * (len(head) if len(head) + longest <= 100 else 8)
    if not items:
        return head + tail
    for i, item in enumerate(items):
        piece = item + (", " if i + 1 < len(items) else tail)
        if len(line) + len(piece.rstrip()) > 100:
            lines.append(line.rstrip())
            line = indent
        line += piece
    lines.append(line)
    return "\n".join(lines)


HEADER = """/* SPDX-License-Identifier: MIT */
/*
 * Every call into the driver, one function per DDI. Each takes the sync level, sets the IRQL,
 * traces, calls under the fault guard and checks what comes back (dxgk/gate.h). A DDI whose slot
 * is empty answers STATUS_NOT_IMPLEMENTED. The adapter's own context block is filled in here.
 * {note}
 */
#ifndef DXGK_GATE_CALLS_H
#define DXGK_GATE_CALLS_H

#include <dispmprt.h>

struct adapter;
struct device;

"""
SOURCE = """/* SPDX-License-Identifier: MIT */
/* {note} */
#include "dxgk/gate_calls.h"

#include "dxgk/adapter_private.h"
#include "dxgk/gate.h"
"""
ABSENT = {"NTSTATUS": " STATUS_NOT_IMPLEMENTED", "void": "", "BOOLEAN": " FALSE"}


def header(ddis):
    out = [HEADER.format(note=NOTE)]
    for ddi in ddis:
        page = ddi.page
        irql = re.split(r"[(.]", page["irql"])[0].strip()
        level = page["sync_level"].split("(")[0].strip()
        out.append(f"/* DxgkDdi{ddi.name}. IRQL: {irql}. Level: {level}.\n"
                   f" * Source: {page['source']} */\n{ddi.prototype()};\n\n")
    out.append("#endif /* DXGK_GATE_CALLS_H */\n")
    return "".join(out)


def enter(name):
    if name in ASKED:
        return (f"if (!gate_enter_asked(&call, adapter, DDI_{name}, {LEVEL_OF[name]}, asker)) {{\n"
                "        return STATUS_DEVICE_REMOVED;\n    }")
    if name in LEVEL_OF:
        return f"gate_enter_level(&call, adapter, DDI_{name}, {LEVEL_OF[name]});"
    return f"gate_enter(&call, adapter, DDI_{name});"


def source(ddis):
    out = [SOURCE.format(note=NOTE)]
    for ddi in ddis:
        out.append(f"\n{ddi.prototype()}\n{{\n    struct gate_call call;\n")
        if ddi.result != "void":
            out.append(f"    {ddi.result} result;\n")
        out.append(f"\n    if (adapter->table.DxgkDdi{ddi.name} == NULL) {{\n"
                   f"        gate_absent(adapter, DDI_{ddi.name});\n"
                   f"        return{ABSENT[ddi.result]};\n    }}\n"
                   f"    {enter(ddi.name)}\n")
        if ddi.result == "NTSTATUS":
            out.append(f"{ddi.call('result = ')}    gate_leave_status(&call, result);\n"
                       "    return result;\n}\n")
        elif ddi.result == "BOOLEAN":
            out.append(f"{ddi.call('result = ')}    gate_leave(&call, result);\n"
                       "    return result;\n}\n")
        else:
            out.append(f"{ddi.call('')}    gate_leave(&call, 0);\n}}\n")
    return "".join(out)


def main():
    functions = {}
    by_name = {}
    for row in read_table("abi/functions.tsv"):
        by_name.setdefault(row["name"], row)
    aliases = {row["name"]: row["underlying"].replace(" *", "")
               for row in read_table("abi/typedefs.tsv")}
    for row in read_table("abi/fields.tsv"):
        if row["record"] in TABLES and row["field"].startswith("DxgkDdi"):
            function = by_name.get(aliases.get(row["type"], row["type"]))
            if function:
                functions[row["field"][len("DxgkDdi"):]] = function
    pages = {row["ddi"]: row for row in read_table("ddi.tsv")}
    names = re.findall(r"^DDI\((\w+),", (ROOT / "src/dxgk/ddi.def").read_text(), re.M)
    ddis = [Ddi(name, functions, pages) for name in names]
    differs = 0
    for name, text in (("gate_calls.h", header(ddis)), ("gate_calls.c", source(ddis))):
        path = ROOT / "src/dxgk" / name
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            print(f"src/dxgk/{name} does not match its tables; run tools/gen_gate.py")
            differs = 1
    return differs


if __name__ == "__main__":
    sys.exit(main())
