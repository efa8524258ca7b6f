# SPDX-License-Identifier: MIT
"""Finds the records a host cannot read through their newest layout, and writes them as a page.

The host talks to drivers of every interface version but is compiled with the newest one. That works
wherever an older layout is a prefix of the newest. The page lists where it is not.
"""
import os

from . import facts

HEAD = '''# Records whose layout depends on the interface version

The host is compiled with the newest display interface (`WDDM2_3`) and serves drivers that declare
an older one in the `Version` field of their initialisation data. For most records the older
layout is a prefix of the newest, so reading or writing only the members the older version has is
enough; a bit field that took its bits from `Reserved` ones is such a case too. This page lists
the records for which it is not: a member that both versions have lies elsewhere, or the older
version has one the newest lacks. Code that touches them must look at `Version` first.

A record marked *size* has the same members at the same places but another size: arrays of it have
another stride. Written by `tools/gen_wdk.py` from `facts/abi`; a test compares.

| Record | Header | Version | Older layout | Newest layout |
|---|---|---|---|---|
'''


def _fields(rows, version):
    found = {}
    for row in rows:
        if version in facts.version_set(row['versions']) and row['field'] != '<pad>':
            place = (int(row['byte_offset']), row['bit_offset'], row['bit_width'],
                     int(row['size']))
            found[row['field']] = place
    return found


def _is_filler(name):
    return name.split('.')[-1].lower().startswith('reserved')


def _text(place):
    offset, bit, width, size = place
    if bit != '-':
        last = int(bit) + int(width) - 1
        return f'offset {offset}, ' + (f'bit {bit}' if last == int(bit) else f'bits {bit}–{last}')
    return f'offset {offset}, {size} bytes'


def _member(name):
    return name if name.startswith('*') else f'`{name}`'


def differences(old, new):
    """(member, old place, new place or 'absent') of what a prefix reading would get wrong."""
    out = []
    for name, place in old.items():
        if _is_filler(name):
            continue
        other = new.get(name)
        if other is None:
            out.append((name, _text(place), 'absent'))
        elif other[:3] != place[:3]:
            out.append((name, _text(place), _text(other)))
    return out


def page(tables):
    abi = os.path.join(tables, 'abi')
    rows = {}
    for row in facts.read_table(os.path.join(abi, 'fields.tsv')):
        rows.setdefault(row['record'], []).append(row)
    records = {}
    for row in facts.read_table(os.path.join(abi, 'records.tsv')):
        for version in facts.version_set(row['versions']):
            records.setdefault(row['record'], {})[version] = row
    newest = facts.VERSION_NAMES[-1]
    lines = []
    for name in sorted(records):
        versions = records[name]
        if newest not in versions:
            have = [v for v in facts.VERSION_NAMES if v in versions]
            header = versions[have[0]]['header']
            lines.append(f'| `{name}` | {header} | {", ".join(have)} | whole record | absent |')
            continue
        header = versions[newest]['header']
        new = _fields(rows.get(name, []), newest)
        last = None
        for version in facts.VERSION_NAMES[:-1]:
            if version not in versions:
                continue
            changed = differences(_fields(rows.get(name, []), version), new)
            sizes = versions[version]['size'], versions[newest]['size']
            if not changed and sizes[0] != sizes[1] and not _grew(rows[name], version, newest):
                changed = [('*size*', f'{sizes[0]} bytes', f'{sizes[1]} bytes')]
            if not changed:
                continue
            old_text = '; '.join(f'{_member(m)} {a}' for m, a, _ in changed[:4])
            new_text = '; '.join(f'{_member(m)} {b}' for m, _, b in changed[:4])
            if len(changed) > 4:
                old_text += f'; and {len(changed) - 4} more'
                new_text += '; …'
            if last and last[1:] == (old_text, new_text):
                lines[-1] = lines[-1].replace(f'| {last[0]} |', f'| {last[0]}, {version} |')
                last = (f'{last[0]}, {version}', old_text, new_text)
            else:
                lines.append(f'| `{name}` | {header} | {version} | {old_text} | {new_text} |')
                last = (version, old_text, new_text)
    return HEAD + '\n'.join(lines) + '\n'


def _grew(rows, old, new):
    """The newest version merely has more members at the end."""
    return set(_fields(rows, old)) < set(_fields(rows, new))
