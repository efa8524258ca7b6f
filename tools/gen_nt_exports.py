#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes src/nt/exports.def: every NTAPI function and imported variable that src/nt defines.

The header of each is looked up in include/wdk. Run it after adding a function.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FUNCTION = re.compile(r"^(?!static)[A-Za-z_][\w \*]*\bNTAPIV? (\w+)\(", re.M)
UNIMPLEMENTED = re.compile(r"^NT_UNIMPLEMENTED(?:_VOID)?\((?:[\w \*]+, )?(\w+),", re.M)
VARIABLE = re.compile(r"^WDK_IMPORT\s[^;(]*?(\w+);", re.M)
TYPES = ("UCHAR", "USHORT", "ULONG", "ULONG64")


def defined_names():
    names = set()
    for path in sorted((ROOT / "src/nt").glob("*.c")) + [ROOT / "src/nt/unimplemented.def"]:
        text = path.read_text()
        names.update(FUNCTION.findall(text))
        names.update(UNIMPLEMENTED.findall(text))
        for kind, types in (("REGISTER", TYPES), ("PORT", TYPES[:3])):
            if f"{kind}_ACCESS(" in text:
                for type_name in types:
                    for verb in ("READ", "WRITE"):
                        names.add(f"{verb}_{kind}_{type_name}")
                        names.add(f"{verb}_{kind}_BUFFER_{type_name}")
    return names


def main():
    headers = {p.name: p.read_text() for p in (ROOT / "include/wdk").glob("*.h")}
    headers.update({f"inline/{p.name}": p.read_text()
                    for p in (ROOT / "include/wdk/inline").glob("*.h")})
    sources = "".join(p.read_text() for p in (ROOT / "src/nt").glob("*.c"))
    rows = {}
    for name in defined_names():
        found = [h for h, text in headers.items() if re.search(rf"\b{name}\(", text)
                 and re.search(rf"NTAPIV? {name}\(", text)]
        if found:
            rows[name] = sorted(found, key=lambda h: (h.startswith("inline"), h))[0]
    for header in ("wdm.h", "ntddk.h"):
        for name in VARIABLE.findall(headers[header]):
            if re.search(rf"^(?:const |volatile )*[A-Z]\w+ \*?{name} = ", sources, re.M):
                rows[name] = header
    lines = ["/* SPDX-License-Identifier: MIT */",
             "/* Written by tools/gen_nt_exports.py from src/nt: run it, do not edit. */"]
    for name in sorted(rows):
        lines.append(f'NT_EXPORT({name}, "{rows[name].removeprefix("inline/")}")')
    target = ROOT / "src/nt/exports.def"
    text = "\n".join(lines) + "\n"
    if "--check" in sys.argv[1:]:
        return 0 if target.read_text() == text else 1
    target.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
