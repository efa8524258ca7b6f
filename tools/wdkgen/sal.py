# SPDX-License-Identifier: MIT
"""Writes sal.h: every annotation of the Microsoft analysers, defined away."""
import re

from .ctext import banner

# Annotations of the Microsoft analysers that predate SAL 2; without and with a parameter.
SAL_LEGACY = {
    '': '''__in __out __inout __in_opt __out_opt __inout_opt __in_z __in_z_opt __inout_z __reserved
        __checkReturn __nullterminated __nullnullterminated __deref __deref_in __deref_out
        __deref_inout __deref_opt_out __deref_out_opt __deref_opt_out_opt __deref_out_z __post
        __pre __notnull __maybenull __valid __notvalid __readonly __notreadonly __callback
        __format_string __typefix_z __allocator __blocksOn_none _Reserved_ _Analysis_noreturn_
        _Pre_notnull_ _Ret_notnull_ __control_entrypoint_none''',
    'x': '''__in_bcount __in_ecount __in_bcount_opt __in_ecount_opt __out_bcount __out_ecount
        __out_bcount_opt __out_ecount_opt __inout_bcount __inout_ecount __inout_bcount_opt
        __inout_ecount_opt __deref_out_bcount __deref_out_ecount __deref_out_bcount_opt
        __deref_opt_out_bcount __field_bcount __field_ecount __field_bcount_opt
        __field_ecount_opt __success __typefix __in_xcount __out_xcount __in_data_source
        __control_entrypoint __post_invalid_if __annotation __blocksOn __analysis_assume
        __analysis_assert __analysis_hint __in_range __out_range __range''',
    'x, y': '''__out_bcount_part __out_ecount_part __out_bcount_part_opt __out_ecount_part_opt
        __inout_bcount_part __inout_ecount_part __field_bcount_part __field_ecount_part
        __deref_out_bcount_part''',
}


def sal_header(rows):
    macros = {}
    for row in rows:
        name = row['name']
        if re.match(r'^(_[A-Z][a-z]|_IRQL_[a-z]|_COM_Outptr|__drv_)', name):
            macros[name] = '' if row['parameters'] == '-' else row['parameters']
    for parameters, names in SAL_LEGACY.items():
        for name in names.split():
            macros.setdefault(name, parameters)
    out = [banner('Annotations for the Microsoft analysers, which no compiler here reads', 'sal.h')]
    for name in sorted(macros):
        head = sal_head(name, macros[name])
        out.append(f'#define {head}\n')
    out.append('\n#endif\n')
    return ''.join(out)


def sal_head(name, parameters):
    if not parameters:
        return name
    return f'{name}({", ".join(p.strip() for p in parameters.split(","))})'
