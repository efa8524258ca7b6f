# SPDX-License-Identifier: MIT
"""Writes C that asserts the fact tables back, row by row.

Works on the raw rows of one interface version, not on the generator's model, so that a mistake in
merging versions or in placing a guard cannot hide in the test as well.
"""
import os

from . import ctext, emit, facts

DISPLAY_INCLUDES = ('ntddk.h', 'dispmprt.h', 'd3dkmddi.h', 'd3dkmthk.h')
NT_INCLUDES = ('ntddk.h', 'video.h', 'videoagp.h', 'acpiioct.h', 'ntintsafe.h', 'ntstrsafe.h',
               'winerror.h', 'dxgiformat.h', 'd3d10umddi.h', 'dispmprt.h', 'wdmguid.h')
# Hand-written or left to the compiler; see OMITTED_CONSTANTS of emit.py for the reasons.
UNTESTED_CONSTANTS = {
    'SharedInterruptTime', 'SharedSystemTime', 'SharedTickCount', 'KI_USER_SHARED_DATA',
    '_STRSAFE_USE_SECURE_CRT', '__guid_type', '__multiString_type', '__string_type',
    'PRAGMA_DEPRECATED_DDK', '_MM_HINT_NTA', '_MM_HINT_T0', '_MM_HINT_T1', '_MM_HINT_T2',
    'DXGKDDI_INTERFACE_VERSION', 'D3D_UMD_INTERFACE_VERSION',
}

# Inline here, with a row that says otherwise.
UNTESTED_FUNCTIONS = {'D3DKMDT_VPPR_GET_CONTENT_ROTATION', 'D3DKMDT_VPPR_GET_OFFSET_ROTATION',
                      'D3DKMDT_VPPR_GET_CONTENT_ROTATION_PART'}

PROLOGUE = '''/* Written for one compilation by tools/wdkgen/abitest.py. */
#define RECORD(r, size, align)                                          \\
    _Static_assert(sizeof(r) == (size), "size of " #r);                 \\
    _Static_assert(_Alignof(r) == (align), "alignment of " #r)
#define RECORD_SIZE(r, size) _Static_assert(sizeof(r) == (size), "size of " #r)
#define FIELD(r, f, offset, size)                                               \\
    _Static_assert(__builtin_offsetof(r, f) == (offset), "offset of " #r "." #f); \\
    _Static_assert(sizeof(((r *)0)->f) == (size), "size of " #r "." #f)
#define FLEXIBLE(r, f, offset) \\
    _Static_assert(__builtin_offsetof(r, f) == (offset), "offset of " #r "." #f)
#define ENUM(e) _Static_assert(sizeof(e) == 4, "size of enum " #e)
#define ENUMERATOR(n, value) _Static_assert((int)(n) == (value), #n)
#define CONSTANT(n, type, value) _Static_assert((type)(n) == (type)(value), #n)
#define TYPE(t, size) _Static_assert(sizeof(t) == (size), "size of " #t)
'''

BITS_PROLOGUE = '''/* Written for one compilation by tools/wdkgen/abitest.py. */
#define INITGUID
#define const /* some bit-fields are const; the check has to write them */
'''

BITS_CHECKER = '''
#undef const
typedef unsigned char byte;

/* True when exactly the bits [bit, bit + width) of the unit at `offset` are set in the record. */
static int only_bits(const volatile byte *record, unsigned size, unsigned offset, unsigned bit,
                     unsigned width)
{
    unsigned i;
    for (i = 0; i < size * 8; i++) {
        int expected = i >= offset * 8 + bit && i < offset * 8 + bit + width;
        if ((record[i / 8] >> (i % 8) & 1) != expected) {
            return 0;
        }
    }
    return 1;
}

#define BITS(r, f, offset, bit, width)                                         \\
    do {                                                                       \\
        static union { r record; volatile byte bytes[sizeof(r)]; } u;          \\
        unsigned i;                                                            \\
        for (i = 0; i < sizeof(r); i++) { u.bytes[i] = 0; }                    \\
        u.record.f = (__typeof__(u.record.f + 0))-1;                           \\
        if (!only_bits(u.bytes, sizeof(r), offset, bit, width)) { return #r "." #f; } \\
    } while (0)

#define GUID_IS(name, ...)                                                     \\
    do {                                                                       \\
        static const byte expected[16] = { __VA_ARGS__ };                      \\
        unsigned i;                                                            \\
        for (i = 0; i < 16; i++) {                                             \\
            if (((const byte *)&name)[i] != expected[i]) { return #name; }     \\
        }                                                                      \\
    } while (0)
'''


def applies(row, version):
    text = row.get('versions')
    return text in (None, 'all') or version in text.split(',')


def path(row):
    return row['field'].replace('[]', '[0]')


def record_rows(directory, version):
    records = facts.read_table(os.path.join(directory, 'records.tsv'))
    return {r['record']: r for r in records if applies(r, version)}


def spelling(row):
    """How C names the record: a few have a tag only."""
    return f"{row['kind']} {row['record']}" if row['record'] == row['tag'] and \
        row['record'].startswith('_') else row['record']


def layout_lines(directory, version, skip=()):
    records = record_rows(directory, version)
    lines, bits = [], []
    for name, row in records.items():
        if name not in skip:
            lines.append(f"RECORD({spelling(row)}, {row['size']}, {row['align']});")
    for row in facts.read_table(os.path.join(directory, 'fields.tsv')):
        if not applies(row, version) or row['record'] not in records or row['record'] in skip:
            continue
        field_line(row, spelling(records[row['record']]), lines, bits)
    return lines, bits


def field_line(row, record, lines, bits):
    if row['bit_width'] != '-':
        if row['field'] != '<pad>':
            bits.append(f"BITS({record}, {path(row)}, {row['byte_offset']}, "
                        f"{row['bit_offset']}, {row['bit_width']});")
    elif row['size'] == '0' or row['type'].endswith('[]'):
        lines.append(f"FLEXIBLE({record}, {path(row)}, {row['byte_offset']});")
    else:
        lines.append(f"FIELD({record}, {path(row)}, {row['byte_offset']}, {row['size']});")


def enum_lines(directory, version):
    lines, seen = [], set()
    for row in facts.read_table(os.path.join(directory, 'enums.tsv')):
        if not applies(row, version):
            continue
        if row['enum'] != '<unnamed>' and row['enum'] not in seen:
            seen.add(row['enum'])
            lines.append(f"ENUM({row['enum']});")
        lines.append(f"ENUMERATOR({row['enumerator']}, {row['value']});"
                     .replace('-2147483648', '(-2147483647 - 1)'))
    return lines


def constant_lines(directory, version):
    types = {1: 'unsigned char', 2: 'unsigned short', 4: 'unsigned int', 8: 'unsigned long long'}
    lines = []
    for row in facts.read_table(os.path.join(directory, 'constants.tsv')):
        name, size = row['name'], int(row['size'])
        if not applies(row, version) or name in UNTESTED_CONSTANTS:
            continue
        value = int(row['value']) & ((1 << 8 * size) - 1)
        lines.append(f'CONSTANT({name}, {types[size]}, 0x{value:X}ULL);')
        if size == 8:
            lines.append(f'TYPE({name}, 8);')
    return lines


def typedef_lines(directory, version):
    rows = [row for row in facts.read_table(os.path.join(directory, 'typedefs.tsv'))
            if applies(row, version) and row['name'] != '__C_ASSERT__']
    # a name for a record no table describes: only pointers to it are ever used
    opaque = {row['name'] for row in rows if row['underlying'].startswith(('struct ', 'union '))
              and not row['underlying'].endswith(('*', ']'))}
    lines = []
    for row in rows:
        incomplete = row['name'] in opaque or row['underlying'] in opaque
        if row['size'].isdigit() and row['size'] != '0' and not incomplete:
            lines.append(f"TYPE({row['name']}, {row['size']});")
    return lines


def string_lines(directory):
    lines = []
    for row in facts.read_table(os.path.join(directory, 'string_constants.tsv')):
        lines.append(f"_Static_assert(sizeof({row['name']}) == sizeof({row['value']}), "
                     f"\"{row['name']}\");")
    return lines


def guid_lines(path, version):
    lines = []
    for row in facts.read_table(path):
        if applies(row, version):
            first, second, third, *rest = row['guid'].split('-')
            text = bytes.fromhex(first)[::-1] + bytes.fromhex(second)[::-1] + \
                bytes.fromhex(third)[::-1] + bytes.fromhex(''.join(rest))
            lines.append(f"GUID_IS({row['name']}, {', '.join(map(str, text))});")
    return lines


def signature_lines(nt, directory, version):
    """Declares every function and function type again: C refuses one that differs."""
    classes = {row['name']: row['class']
               for row in facts.read_table(os.path.join(nt, 'function_class.tsv'))}
    lines = []
    for row in facts.read_table(os.path.join(directory, 'functions.tsv')):
        name = row['name']
        inline = row['kind'] == 'func' and not emit.EXPORTED.match(name) and \
            not classes.get(name, 'export').startswith('export')
        if not applies(row, version) or row['kind'] == 'field' or inline or \
                name in UNTESTED_FUNCTIONS:
            continue
        function = facts.Function(name, row['return'], row['params'] or '', row['kind'],
                                  row['header'], facts.ALL)
        lines.append(ctext.prototype(function, 'NTAPI').rstrip())
    return lines


def supplement_lines(abi):
    lines, bits, enums = [], [], set()
    for row in facts.read_table(os.path.join(abi, 'supplement_querystatistics.tsv')):
        name = row['record_or_enum']
        if row['row'] == 'record':
            lines.append(f"RECORD_SIZE({name}, {row['size']});")
        elif row['row'] == 'field':
            field_line(dict(row, field=row['field_or_enumerator'],
                            byte_offset=row['byte_offset_or_value']), name, lines, bits)
        else:
            if name not in enums:
                enums.add(name)
                lines.append(f'ENUM({name});')
            lines.append(f"ENUMERATOR({row['field_or_enumerator']}, "
                         f"{row['byte_offset_or_value']});")
    return lines, bits


def umd_default_lines(abi, version):
    """What an older kernel version sees when the user-mode version stays at its default."""
    lines, bits = [], []
    for row in facts.read_table(os.path.join(abi, 'umd_default_records.tsv')):
        if row['version'] == version:
            lines.append(f"RECORD_SIZE({row['record']}, {row['size_default_umd']});")
    for row in facts.read_table(os.path.join(abi, 'umd_default_fields.tsv')):
        if row['version'] == version:
            field_line(row, row['record'], lines, bits)
    for row in facts.read_table(os.path.join(abi, 'umd_default_other.tsv')):
        if row['version'] == version and row['kind'] == 'enumerator':
            lines.append(f"ENUMERATOR({row['name']}, {row['value_or_type']});")
    return lines, bits


def sources(tables, unit):
    """(layout source, bit-field source) of one unit: a version, `nt`, `VERSION-umd` or `0x4003`."""
    abi, nt = os.path.join(tables, 'abi'), os.path.join(tables, 'nt')
    includes = DISPLAY_INCLUDES
    if unit == 'nt':
        includes = NT_INCLUDES
        lines, bits = layout_lines(nt, None, skip=())
        extra_lines, extra_bits = layout_lines(os.path.join(nt, 'extra'), None)
        lines += extra_lines
        bits += extra_bits
        for directory in (nt, os.path.join(nt, 'extra')):
            lines += enum_lines(directory, None)
            lines += constant_lines(directory, None)
            lines += typedef_lines(directory, None)
            lines += signature_lines(nt, directory, None)
        lines += string_lines(nt)
        bits += guid_lines(os.path.join(nt, 'extra', 'guids.tsv'), None)
    elif unit.endswith('-umd'):
        lines, bits = umd_default_lines(abi, unit[:-4])
    elif unit == '0x4003':
        lines, bits = early_lines(abi)
    else:
        lines, bits = layout_lines(abi, unit)
        lines += enum_lines(abi, unit)
        lines += constant_lines(abi, unit)
        lines += typedef_lines(abi, unit)
        lines += signature_lines(nt, abi, unit)
        bits += guid_lines(os.path.join(abi, 'guids.tsv'), unit)
        if unit == facts.VERSION_NAMES[-1]:
            more_lines, more_bits = supplement_lines(abi)
            lines += more_lines
            bits += more_bits
    head = ''.join(f'#include <{name}>\n' for name in includes)
    layout = PROLOGUE + head + '\n' + '\n'.join(lines) + '\n'
    bit_source = BITS_PROLOGUE + head + BITS_CHECKER + bit_functions(bits)
    return layout, bit_source


def early_lines(abi):
    """At 0x4003 the rotation records and enumerators already look as in WDDM2_0."""
    names = {row['name'].lstrip('_')
             for row in facts.read_table(os.path.join(abi, 'version_0x4003_delta.tsv'))}
    lines, bits = [], []
    records = record_rows(abi, 'WDDM2_0')
    for name in sorted(names & set(records)):
        lines.append(f"RECORD({name}, {records[name]['size']}, {records[name]['align']});")
    for row in facts.read_table(os.path.join(abi, 'fields.tsv')):
        if row['record'] in names and applies(row, 'WDDM2_0'):
            field_line(row, row['record'], lines, bits)
    for row in facts.read_table(os.path.join(abi, 'enums.tsv')):
        if row['enumerator'] in names:
            lines.append(f"ENUMERATOR({row['enumerator']}, {row['value']});")
    return lines, bits


def bit_functions(bits):
    """Groups of checks behind dxgh_abi_bits(), which returns the first wrong field or NULL."""
    out, calls = [], []
    for index in range(0, len(bits), 100):
        body = '\n    '.join(bits[index:index + 100])
        out.append(f'static const char *bits_{index}(void)\n{{\n    {body}\n    return 0;\n}}\n')
        calls.append(f'    if ((wrong = bits_{index}()) != 0) {{ return wrong; }}\n')
    out.append('const char *dxgh_abi_bits(void);\nconst char *dxgh_abi_bits(void)\n{\n'
               '    const char *wrong = 0;\n' + ''.join(calls) + '    return wrong;\n}\n'
               f'unsigned dxgh_abi_bit_count(void);\nunsigned dxgh_abi_bit_count(void)\n'
               f'{{\n    return {len(bits)};\n}}\n')
    return '\n'.join(out)
