# SPDX-License-Identifier: MIT
"""Spells types, guards, prototypes, members and values in C."""
import re

from . import facts

WIDTH = 100
INDENT = '    '
NEVER_RETURN = {'KeBugCheck', 'KeBugCheckEx', 'ExRaiseStatus', 'ExRaiseAccessViolation',
                'ExRaiseDatatypeMisalignment', 'RtlRaiseStatus'}


def banner(title, name):
    guard = 'WDK_' + re.sub(r'\W', '_', name).upper()
    return (f'/* SPDX-License-Identifier: MIT */\n'
            f'/*\n * {title}.\n'
            f' * Written by tools/gen_wdk.py from facts/: change those, not this file.\n */\n'
            f'#ifndef {guard}\n#define {guard}\n\n')


UNTAGGED = set()   # types without a tag: the keyword in the tables' spelling is not C


def c_type(text):
    """Table spelling to a spelling that is 32 bits for `long` in both data models."""
    text = re.sub(r'\b(?:struct|union|enum) (\w+)',
                  lambda m: m.group(1) if m.group(1) in UNTAGGED else m.group(0), text)
    text = re.sub(r'\blong long\b', 'long_long', text)
    text = re.sub(r'\blong\b', 'WDK_LONG', text)
    return text.replace('long_long', 'long long').replace('__unaligned ', '')


def declare(spelling, name, convention):
    """A declarator: puts the name inside function pointers and before array brackets."""
    spelling = c_type(spelling)
    if '(*' in spelling:
        return re.sub(r'\(\*', lambda _: f'({convention} *{name}', spelling, count=1)
    match = re.match(r'^(.*?)\s*((\[[^\]]*\])+)$', spelling)
    array = ''
    if match:
        spelling, array = match.group(1), match.group(2)
    separator = '' if spelling.endswith('*') or not name else ' '
    return f'{spelling}{separator}{name}{array}'


def wrap_typedef(text):
    """A typedef too long for a line breaks before the name it declares."""
    if len(text) <= WIDTH:
        return text
    cut = max(text.rfind(' *'), text.rfind(' **'))
    cut = text.rfind(' ') if cut < 0 else cut
    return text[:cut] + '\n' + INDENT + text[cut + 1:]


def guard(versions, universe=facts.ALL, shared='', early=False):
    """Preprocessor condition under which exactly `versions` (of `universe`) apply, or ''.

    shared: up to that version, user mode's interface version counts too. early: what the tables
    date WDDM2_0 came with the version number just above WDDM1_3.
    """
    if not universe - versions:
        return ''

    def macro(version):
        follows = shared and facts.VERSION_NAMES.index(version) <= facts.VERSION_NAMES.index(shared)
        return 'WDK_SHARED_INTERFACE_VERSION' if follows else 'DXGKDDI_INTERFACE_VERSION'

    order = [v for v in facts.VERSION_NAMES if v in universe]
    parts, i = [], 0
    while i < len(order):
        if order[i] not in versions:
            i += 1
            continue
        j = i
        while j + 1 < len(order) and order[j + 1] in versions:
            j += 1
        terms = []
        if i > 0:
            terms.append(f'{macro(order[i])} >= {order[i]}')
        if j + 1 < len(order):
            terms.append(f'{macro(order[j + 1])} < {order[j + 1]}')
        parts.append(' && '.join(terms) if terms else '1')
        i = j + 1
    text = ' || '.join(f'({p})' if len(parts) > 1 and '&&' in p else p for p in parts)
    text = re.sub(r'(>=|<) (\w+)', r'\1 DXGKDDI_INTERFACE_VERSION_\2', text)
    if early:
        text = text.replace('_WDDM2_0', '_WDDM1_3_PATH_INDEPENDENT_ROTATION')
    if len(text) > WIDTH - 4:
        text = text.replace(' && ' if '||' not in text else ' || ',
                            ' && \\\n    ' if '||' not in text else ' || \\\n    ')
    return text


def leaves(members):
    for member in members:
        if member.is_container:
            yield from leaves(member.children)
        else:
            yield member


def split_params(params):
    """Parameters of a table row; commas inside parentheses do not separate."""
    out, depth, current = [], 0, ''
    for char in params:
        depth += (char in '(') - (char in ')')
        if char == ',' and depth == 0:
            out.append(current.strip())
            current = ''
        else:
            current += char
    if current.strip():
        out.append(current.strip())
    return [p for p in out if p != 'void']


def param_type(param):
    """Type part of `TYPE name`; unnamed parameters are all type."""
    if param == '...':
        return 'void'
    match = re.match(r'^(.*[\s\*])([A-Za-z_]\w*)((\[[^\]]*\])*)$', param)
    if not match or '(' in param:
        return re.sub(r'\)\s*\(', ') (', param)
    before, name = match.group(1).strip(), match.group(2)
    rest = re.sub(r'\b(const|volatile|struct|union|enum|unsigned|signed)\b', '', before).strip()
    if not rest:
        return param
    return before + match.group(3)


def prototype(function, convention):
    name, returns = function.name, c_type(function.returns)
    space = '' if returns.endswith('*') else ' '
    if function.kind == 'fnptr':
        head = f'typedef {returns}{space}({convention} *{name})('
    elif function.kind == 'functype':
        head = f'typedef {returns}{space}{convention} {name}('
    else:
        never = 'DECLSPEC_NORETURN ' if name in NEVER_RETURN else ''
        head = f'{never}{returns}{space}{convention} {name}('
    params = []
    for param in split_params(function.params):
        param = c_type(param)
        param = re.sub(r' \* (\w+)$', r' *\1', param)
        param = re.sub(r' \*\* (\w+)$', r' **\1', param)
        param = re.sub(r'^(.*?)\s*((\[\d*\])+) (\w+)$', r'\1 \4\2', param)
        param = re.sub(r'\(\*\)', f'({convention} *)', param)
        if param.startswith('va_list'):
            param = param.replace('va_list', 'WDK_VA_LIST')
        params.append(param)
    if not params:
        return f'{head}void);\n'
    return wrap(head, params) + ');\n'


def wrap(head, params):
    """`head(a, b` filled to the line width, continuation lines indented."""
    line, lines = head, []
    for index, param in enumerate(params):
        piece = param + (',' if index + 1 < len(params) else '')
        glue = '' if line.endswith('(') or line == INDENT else ' '
        if len(line) + len(glue) + len(piece) + 2 > WIDTH:
            lines.append(line.rstrip())
            line = INDENT + piece
        else:
            line += glue + piece
    return '\n'.join(lines + [line])


def enum_value(value, big):
    if value < -0xFFFF:
        return f'(int)0x{value & 0xFFFFFFFF:08X}'
    if value < 0 or not big or value < 16:
        return str(value)
    return f'0x{value:X}'


def constant_text(constant):
    value, size = constant.value, constant.size
    if constant.header == 'ntstatus.h' and re.match(r'^(STATUS|DBG|RPC_NT|EPT_NT)_', constant.name):
        return f'((NTSTATUS)0x{value & 0xFFFFFFFF:08X})'
    if size == 8:
        unsigned = value & 0xFFFFFFFFFFFFFFFF
        if value == -0x8000000000000000:
            return '(-9223372036854775807LL - 1)'
        flag = re.search(r'FLAG|MASK', constant.name)
        if 0 <= value < 0x10000:
            return f'0x{value:X}ULL' if flag else f'{value}ULL'
        if value < 0 and re.match(r'(LONG|INT|SSIZE|PTRDIFF)\w*_ERROR$|EX_TIMER_UNLIM',
                                  constant.name):
            return f'({value}LL)'
        if unsigned > 0x7FFFFFFFFFFFFFFF:
            return f'0x{unsigned:X}ULL'
        return f'0x{unsigned:X}LL'
    if value == -2147483648:
        return '(-2147483647 - 1)'
    if value < 0:
        return f'({value})'
    if constant.header == 'bugcodes.h':
        return f'0x{value:08X}'
    counts = re.search(r'MAX|MIN|COUNT|SIZE|LENGTH|LEN$|ALIGN|TIMEOUT|SHIFT|MASK', constant.name)
    if counts and 'MASK' not in counts.group() and value < 1000000:
        return str(value)
    return f'0x{value:X}' if value > 255 or value in (16, 32, 64, 128) else str(value)


def page_comment(header, prefix, tag):
    return f'/* {prefix}-{header[:-2]}-{tag.lower()} */\n'


def member_lines(members, depth, record, universe, convention):
    pad = INDENT * depth
    lines, current = [], ''

    def switch(condition):
        nonlocal current
        if condition != current:
            if current:
                lines.append('#endif')
            if condition:
                lines.append(f'#if {condition}')
            current = condition

    for member in members:
        switch(guard(member.versions, universe, record.shared, record.early))
        align = 'POINTER_ALIGNMENT ' if member.aligned else ''
        if member.is_container:
            kind, _, array = member.type.partition('[')
            lines.append(f'{pad}{kind} {{')
            lines += member_lines(member.children, depth + 1, record, member.versions, convention)
            suffix = f' {member.name}' if member.name else ''
            lines.append(f'{pad}}}{suffix}{"[" + array if array else ""};')
        elif member.bit_width >= 0:
            name = '' if member.name == '<pad>' else member.name
            lines.append(f'{pad}{declare(member.type, name, convention).rstrip()} : '
                         f'{member.bit_width};')
        else:
            lines += wrap_member(pad, align + declare(member.type, member.name, convention))
    switch('')
    return lines


def wrap_member(pad, text):
    if len(pad) + len(text) + 1 <= WIDTH or '(' not in text:
        return [f'{pad}{text};']
    head, _, rest = text.rpartition(')(')
    params = split_params(rest.rstrip(')'))
    wrapped = wrap(pad + head + ')(', params).split('\n')
    return [w if i == 0 else pad + w for i, w in enumerate(wrapped[:-1])] + \
        [(pad if len(wrapped) > 1 else '') + wrapped[-1] + ');']


def forward_block(forwards):
    tags = [t for k, t in forwards if not k]
    defs = [t for k, t in forwards if k]
    if not tags and not defs:
        return ''
    declared = {re.sub(r'^typedef |\s\w+;$', '', d) for d in defs}
    tags = [t for t in tags if t[:-1] not in declared]
    return '\n'.join(tags + [wrap_typedef(d) for d in defs]) + '\n\n'


def join_guarded(blocks):
    """Text of (condition, text, kind) blocks; neighbours under one condition share one #if."""
    out, current, previous = [], '', None
    for condition, text, kind in blocks:
        one_line = text.count('\n') == 1
        if condition != current:
            if current:
                out.append('#endif\n')
            if previous:
                out.append('\n')
            if condition:
                out.append(f'#if {condition}\n')
            current = condition
        elif previous and not (one_line and previous == (kind, True)):
            out.append('\n')
        out.append(text)
        previous = (kind, one_line)
    if current:
        out.append('#endif\n')
    return ''.join(out) + ('\n' if out else '')
