# SPDX-License-Identifier: MIT
"""Writes the model as C headers."""
import re

from . import facts
from .ctext import (INDENT, UNTAGGED, banner, constant_text, declare, enum_value, forward_block,
                    guard, join_guarded, leaves, member_lines, page_comment, param_type,
                    prototype, split_params, wrap_typedef)

KEYWORDS = set('const volatile struct union enum unsigned signed char short int long float double '
               'void __unaligned wchar_t va_list size_t __int64'.split())

# One entry per generated header, in the order types are handed out: a type needed earlier than its
# home header is written where it is first needed.
HEADERS = [
    ('sdkddkver.h', [], 'Names of Windows releases'),
    ('basetsd.h', ['inline/base.h'], 'Integer types of fixed and of pointer width'),
    ('guiddef.h', ['basetsd.h'], 'GUID and the macros that define one'),
    ('excpt.h', ['inline/base.h'], 'Structured exception handling'),
    ('ntdef.h', ['sdkddkver.h', 'basetsd.h', 'guiddef.h', 'excpt.h', 'sal.h'],
     'Types every NT header builds on'),
    ('ntstatus.h', ['ntdef.h'], 'NTSTATUS values'),
    ('bugcodes.h', [], 'Bug-check codes'),
    ('minwindef.h', ['ntdef.h'], 'Small part of windef.h'),
    ('windef.h', ['minwindef.h'], 'Types of the user-mode world that display headers mention'),
    ('winerror.h', ['ntdef.h'], 'HRESULT values'),
    ('dpfilter.h', ['inline/base.h'], 'Components and levels of DbgPrintEx'),
    ('devpropdef.h', ['ntdef.h'], 'Device property types'),
    ('evntprov.h', ['ntdef.h'], 'Types of event tracing providers'),
    ('mce.h', ['ntdef.h'], 'Machine-check records'),
    ('ktmtypes.h', ['ntdef.h'], 'Types of the transaction manager'),
    ('wdm.h', ['ntdef.h', 'ntstatus.h', 'dpfilter.h', 'devpropdef.h', 'evntprov.h', 'mce.h',
               'ktmtypes.h', 'bugcodes.h'],
     'The driver model: objects, I/O, memory, synchronisation'),
    ('ntddk.h', ['wdm.h'], 'What non-WDM kernel drivers add to wdm.h'),
    ('wdmguid.h', ['ntddk.h'], 'GUIDs of the driver model'),
    ('ntddvdeo.h', ['ntddk.h', 'windef.h'], 'Control codes and records of video devices'),
    ('videoagp.h', ['ntddvdeo.h'], 'AGP services of the video port'),
    ('video.h', ['ntddvdeo.h', 'videoagp.h'], 'Video port drivers'),
    ('acpiioct.h', ['ntddk.h'], 'ACPI evaluation requests'),
    ('ntintsafe.h', ['ntdef.h', 'ntstatus.h', 'windef.h'], 'Arithmetic that reports overflow'),
    ('ntstrsafe.h', ['ntdef.h', 'ntstatus.h'], 'String operations that know their buffer'),
    ('dxgiformat.h', ['ntdef.h'], 'Pixel formats'),
    ('dxgicommon.h', ['windef.h'], 'Sample description'),
    ('dxgiddi.h', ['windef.h', 'dxgicommon.h', 'dxgiformat.h', 'd3dukmdt.h'],
     'DXGI types of display drivers'),
    ('d3d10umddi.h', ['dxgiddi.h'], 'Direct3D 10 types kernel drivers share with user mode'),
    ('d3dukmdt.h', ['inline/version.h', 'ntdef.h', 'windef.h'],
     'Types shared by user-mode and kernel-mode display drivers'),
    ('d3dkmdt.h', ['d3dukmdt.h', 'ntddk.h'], 'Types shared by the kernel-mode display interfaces'),
    ('d3dkmddi.h', ['d3dkmdt.h'], 'The display miniport driver interface'),
    ('d3dkmthk.h', ['d3dkmdt.h'], 'The D3DKMT interface of user-mode clients'),
    ('dispmprt.h', ['ntddk.h', 'ntddvdeo.h', 'video.h', 'acpiioct.h', 'd3dkmdt.h', 'd3dkmddi.h'],
     'Port side of the display miniport: start-up, child devices, callbacks'),
]
# Headers written before their place in the list above because others need their types.
ORDER = [h[0] for h in HEADERS]
ORDER.remove('d3dukmdt.h')
ORDER.insert(ORDER.index('dxgiddi.h'), 'd3dukmdt.h')

# Inline on Windows, exported by the host: it checks the call and lets a device model see it.
EXPORTED = re.compile(
    r'^(Ke(?!MemoryBarrier|GetPcr|RaiseIrqlToSynchLevel|InitializeTimer2SetParameters)\w+'
    r'|(READ|WRITE)_(REGISTER|PORT)_\w+|PsGetCurrentThread|ExInitializeFastMutex'
    r'|Ex(AllocateFrom|FreeTo)(NPaged|Paged)?LookasideList(Ex)?|ExInitializeWorkItem'
    r'|ExInitializeDriverRuntime)$')
# Supplied by hand: macros, values that differ per version, or names a C compiler already owns.
OMITTED_CONSTANTS = {
    'UNICODE_STRING_MAX_BYTES', 'ANSI_NULL', 'UNICODE_NULL', 'MAXLONGLONG', 'DEVPROP_TRUE',
    'SharedInterruptTime', 'SharedSystemTime', 'SharedTickCount', 'KI_USER_SHARED_DATA',
    '_STRSAFE_USE_SECURE_CRT', '__guid_type', '__multiString_type', '__string_type',
    'PRAGMA_DEPRECATED_DDK', '_MM_HINT_NTA', '_MM_HINT_T0', '_MM_HINT_T1', '_MM_HINT_T2',
    'DXGKDDI_INTERFACE_VERSION', 'D3D_UMD_INTERFACE_VERSION',
    'UNICODE_STRING_MAX_CHARS',
}
OMITTED_CONSTANTS |= {'DXGKDDI_INTERFACE_VERSION_' + v for v in facts.VERSION_NAMES}
OMITTED_CONSTANTS |= {'DXGKDDI_INTERFACE_VERSION_VISTA',
                      'DXGKDDI_INTERFACE_VERSION_WDDM1_3_PATH_INDEPENDENT_ROTATION'}


class HeaderWriter:
    def __init__(self, model):
        self.model = model
        self.defined = set()       # ('record'|..., name) written so far, over all headers
        self.forward = set()       # records with a forward declaration
        self.aliases = {a: r.name for r in model.records.values() for a in r.aliases}
        for table in (model.records, model.enums):
            UNTAGGED.update(name for name, item in table.items() if not item.tag)

    # --- dependencies -------------------------------------------------------------------------

    def entity(self, word):
        model = self.model
        if word in model.records:
            return 'record', word
        if word in self.aliases:
            return 'record', self.aliases[word]
        if word in model.enums:
            return 'enum', word
        if word in model.typedefs:
            return 'typedef', word
        if word in model.functions and model.functions[word][0].kind != 'func':
            return 'function', word
        return None

    def need_type(self, spelling, by_value, in_prototype=False):
        """Writes what a spelling depends on before the entity that uses it."""
        pointer = '*' in spelling or '(' in spelling
        need_tag = self._need_tag(by_value and not pointer, in_prototype)
        text = re.sub(r'\b(struct|union|enum) (\w+)', need_tag, spelling)
        for word in facts.words(text):
            if word in KEYWORDS or word == '_':
                continue
            found = self.entity(word)
            if not found:
                raise KeyError(f'unknown type {word!r} in {spelling!r}')
            kind, name = found
            if kind == 'record':
                if by_value and not pointer:
                    self.write(kind, name)
                else:
                    self.declare_record(name)
            else:
                self.write(kind, name)
                if kind == 'typedef' and by_value and not pointer:
                    for typedef in self.model.typedefs[name]:
                        self.need_type(typedef.underlying, True)

    def _need_tag(self, by_value, in_prototype):
        """A tag first named in a prototype would be local to it, so it is declared before."""
        def visit(match):
            keyword, tag = match.groups()
            if tag in UNTAGGED:
                return tag
            if keyword == 'enum':
                for enum in self.model.enums.values():
                    if enum.tag == tag:
                        self.write('enum', enum.name)
                return '_'
            name = self.model.tags.get(f'{keyword} {tag}')
            if name and by_value:
                self.write('record', name)
            elif (keyword, tag) not in self.forward and ('record', name) not in self.defined:
                self.forward.add((keyword, tag))
                if in_prototype:
                    self.forwards.append(('', f'{keyword} {tag};'))
            return '_'
        return visit

    def declare_record(self, name):
        record = self.model.records[name]
        if ('record', name) in self.defined or name in self.forward:
            return
        if not record.tag:
            self.write('record', name)
            return
        self.forward.add(name)
        for alias in dict.fromkeys([name] + record.aliases):
            self.forwards.append(('typedef', f'typedef {record.spelling} {alias};'))

    # --- entities -----------------------------------------------------------------------------

    def write(self, kind, name):
        if (kind, name) in self.defined:
            return
        if (kind, name) in self.active:
            raise ValueError(f'dependency cycle at {kind} {name}')
        self.active.add((kind, name))
        writer = getattr(self, '_' + kind)
        text = writer(name)
        self.active.discard((kind, name))
        self.defined.add((kind, name))
        self.body.extend(text)

    def _typedef(self, name):
        if name in self.aliases or name in self.model.records:
            return []
        out = []
        variants = self.model.typedefs[name]
        if len({v.underlying for v in variants}) == 1:
            first = variants[0]
            versions = frozenset().union(*(v.versions for v in variants))
            variants = [type(first)(first.name, first.underlying, first.header, versions,
                                    first.shared)]
        for typedef in variants:
            self.need_type(typedef.underlying, '[' in typedef.underlying)
            text = wrap_typedef(
                f'typedef {declare(typedef.underlying, name, self.convention)};') + '\n'
            early = any(n in self.model.early for n in facts.words(typedef.underlying))
            condition = guard(typedef.versions, shared=typedef.shared,
                              early=early or name in self.model.early)
            out.append((condition, text, 'typedef'))
        return out

    def _function(self, name):
        out = []
        for function in self.model.functions[name]:
            self.need_type(function.returns, False, True)
            for param in split_params(function.params):
                self.need_type(param_type(param), False, True)
            early = name in self.model.early
            page = ''
            if function.header in facts.DISPLAY_HEADERS:
                page = page_comment(function.header, 'nc', name)
            out.append((guard(function.versions, shared=function.shared, early=early),
                        page + prototype(function, self.convention), function.kind))
        return out

    def _enum(self, name):
        enum = self.model.enums[name]
        rows = enum.enumerators
        width = max(len(r[0]) for r in rows)
        lines = [f'typedef enum {enum.tag} {{' if enum.tag and name else
                 ('typedef enum {' if name else 'enum {')]
        current = ''
        big = any(abs(v) > 0xFFFF for _, v, _ in rows)
        for index, (member, value, versions) in enumerate(rows):
            condition = guard(versions, enum.versions, enum.shared, member in self.model.early)
            if condition != current:
                if current:
                    lines.append('#endif')
                if condition:
                    lines.append(f'#if {condition}')
                current = condition
            lines.append(f'{INDENT}{member:<{width}} = {enum_value(value, big)},')
        if current:
            lines.append('#endif')
        lines.append(f'}} {name};' if name else '};')
        page = page_comment(enum.header, 'ne', enum.tag or name) if name else ''
        return [(guard(enum.versions, shared=enum.shared), page + '\n'.join(lines) + '\n', 'enum')]

    def _record(self, name):
        record = self.model.records[name]
        for leaf in leaves(record.members):
            self.need_type(leaf.type, True)
        lines = []
        forward = name in self.forward
        tag = record.tag or ''
        opening = record.kind
        if record.over_aligned:
            opening += f' DECLSPEC_ALIGN({record.over_aligned})'
        opening += f' {tag}' if tag else ''
        lines.append(f'{"" if forward else "typedef "}{opening} {{')
        lines += member_lines(record.members, 1, record, record.versions, self.convention)
        if forward:
            lines.append('};')
        else:
            lines.append('} ' + ', '.join([name] + record.aliases) + ';')
        page = page_comment(record.header, 'ns', record.tag or name)
        text = page + '\n'.join(lines) + '\n'
        if record.pack:
            text = f'#pragma pack(push, {record.pack})\n{text}#pragma pack(pop)\n'
        return [(guard(record.versions, shared=record.shared, early=record.early), text, 'record')]

    # --- a header -----------------------------------------------------------------------------

    def header(self, name, includes, title, extra_include):
        model = self.model
        self.body, self.forwards, self.active = [], [], set()
        self.convention = 'APIENTRY' if name in facts.DISPLAY_HEADERS else 'NTAPI'
        for table, kind in ((model.enums, 'enum'), (model.typedefs, 'typedef'),
                            (model.functions, 'function'), (model.records, 'record')):
            for item_name, item in table.items():
                first = item[0] if isinstance(item, list) else item
                if first.header != name:
                    continue
                if kind == 'function' and first.kind == 'func':
                    continue
                self.write(kind, item_name)
        constants = self._constants(name)
        functions = self._prototypes(name)
        out = [banner(title, name)]
        if includes:
            out.append(''.join(f'#include "{i}"\n' for i in includes) + '\n')
        out.append(constants)
        cpp = self.body or functions or self.forwards
        if cpp:
            out.append('WDK_EXTERN_C_BEGIN\n\n')
        out.append(forward_block(self.forwards))
        out.append(join_guarded(self.body))
        out.append(join_guarded(functions))
        out.append(self._guids(name))
        out.append(self._variables(name))
        if cpp:
            out.append('WDK_EXTERN_C_END\n\n')
        if extra_include:
            out.append(f'#include "{extra_include}"\n\n')
        out.append('#endif\n')
        return ''.join(out)

    def _constants(self, name):
        groups = []
        for key, variants in self.model.constants.items():
            for constant in variants:
                if constant.header != name or key in OMITTED_CONSTANTS:
                    continue
                groups.append((guard(constant.versions, shared=constant.shared), key,
                               constant_text(constant)))
        strings = [('', n, v) for n, v, h in self.model.strings if h == name]
        groups += strings
        if not groups:
            return ''
        width = min(max(len(k) for _, k, _ in groups), 56)
        blocks = [(g, f'#define {k:<{width}} {t}\n', 'constant') for g, k, t in groups]
        return join_guarded(blocks)

    def _prototypes(self, name):
        out = []
        for key, variants in self.model.functions.items():
            for function in variants:
                if function.kind != 'func' or function.header != name:
                    continue
                klass = self.model.function_class.get(key, 'export')
                if not klass.startswith('export') and not EXPORTED.match(key):
                    continue
                if name == 'd3dkmdt.h':
                    continue   # the three rotation helpers are inline
                self.need_type(function.returns, False, True)
                for param in split_params(function.params):
                    self.need_type(param_type(param), False, True)
                out.append((guard(function.versions, shared=function.shared),
                            prototype(function, self.convention), 'func'))
        return out

    def _guids(self, name):
        blocks = []
        for key, guid, header, versions in self.model.guids:
            if header != name:
                continue
            parts = guid.split('-')
            tail = parts[3] + parts[4]
            bytes_ = ', '.join(f'0x{tail[i:i + 2]}' for i in range(0, 16, 2))
            words = f'0x{parts[0]}, 0x{parts[1]}, 0x{parts[2]}'
            definition = f'DEFINE_GUID({key},\n            {words}, {bytes_});\n'
            blocks.append((guard(versions), definition, 'guid'))
        return join_guarded(blocks)

    def _variables(self, name):
        blocks = []
        for key, type_, header in self.model.variables:
            if header != name:
                continue
            type_ = type_.replace(' (*)', ' *')
            blocks.append(('', f'WDK_IMPORT {declare(type_, key, self.convention)};\n', 'variable'))
        return join_guarded(blocks)
