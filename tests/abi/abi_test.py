#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Asserts the fact tables against the headers: one interface version, one compiler mode.

    abi_test.py --mode native-gcc|native-clang|windows-clang --unit UNIT
                [--facts DIR] [--headers DIR]

UNIT is an interface version, VERSION-umd (user-mode version left at its default), 0x4003, or nt.
Sizes, alignments, offsets, enumerators and constants are static assertions. Bit positions are
written and read back by code of that mode, which runs in this process through a shared object.
"""
import argparse
import ctypes
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, 'tools'))
from wdkgen import abitest, facts  # noqa: E402

NATIVE = ['-std=gnu11', '-fshort-wchar', '-mms-bitfields', '-fms-extensions', '-fPIC']
WINDOWS = ['--target=x86_64-w64-windows-gnu-elf', '-nostdlibinc', '-std=gnu11', '-fPIC',
           '-fms-extensions', '-fms-compatibility', '-mms-bitfields']
MODES = {
    'native-gcc': (os.environ.get('DXGH_GCC', 'gcc'), NATIVE),
    'native-clang': (os.environ.get('DXGH_CLANG', 'clang'), NATIVE),
    'windows-clang': (os.environ.get('DXGH_CLANG', 'clang'), WINDOWS),
}
VERSIONS = {name: (kernel, user) for name, kernel, user in facts.VERSIONS}


def defines(unit):
    if unit == 'nt':
        return []
    if unit == '0x4003':
        return ['-DDXGKDDI_INTERFACE_VERSION=0x4003', '-DD3D_UMD_INTERFACE_VERSION=0x4002']
    kernel, user = VERSIONS[unit.replace('-umd', '')]
    result = [f'-DDXGKDDI_INTERFACE_VERSION={kernel:#x}']
    if not unit.endswith('-umd'):
        result.append(f'-DD3D_UMD_INTERFACE_VERSION={user:#x}')
    return result


def run(command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def check(mode, unit, tables, headers):
    """Returns a list of complaints, empty when every fact holds."""
    compiler, flags = MODES[mode]
    common = [compiler, *flags, '-w', '-isystem', headers, *defines(unit)]
    layout, bits = abitest.sources(tables, unit)
    with tempfile.TemporaryDirectory() as work:
        layout_path, bits_path = os.path.join(work, 'layout.c'), os.path.join(work, 'bits.c')
        with open(layout_path, 'w', encoding='utf-8') as out:
            out.write(layout)
        with open(bits_path, 'w', encoding='utf-8') as out:
            out.write(bits)
        result = run([*common, '-fsyntax-only', layout_path])
        if result.returncode:
            return [result.stdout]
        object_path, library = os.path.join(work, 'bits.o'), os.path.join(work, 'bits.so')
        result = run([*common, '-O0', '-fno-builtin', '-fno-stack-protector', '-c', bits_path,
                      '-o', object_path])
        if result.returncode == 0:
            # compilers of both modes make the same ELF; the plain driver links it
            result = run([compiler, '-shared', '-nostdlib', '-Wl,-Bsymbolic', object_path,
                          '-o', library])
        if result.returncode:
            return [result.stdout]
        loaded = ctypes.CDLL(library)
        loaded.dxgh_abi_bits.restype = ctypes.c_char_p
        wrong = loaded.dxgh_abi_bits()
        if wrong:
            return [f'bit position of {wrong.decode()}']
        print(f'{mode} {unit}: {layout.count(chr(10)) - abitest.PROLOGUE.count(chr(10))} facts, '
              f'{loaded.dxgh_abi_bit_count()} bit-fields')
        return []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--mode', choices=MODES, required=True)
    parser.add_argument('--unit', required=True, action='append')
    parser.add_argument('--facts', default=os.path.join(ROOT, 'facts'))
    parser.add_argument('--headers', default=os.path.join(ROOT, 'include', 'wdk'))
    options = parser.parse_args()
    failed = False
    for unit in options.unit:
        for complaint in check(options.mode, unit, options.facts, options.headers):
            failed = True
            print(f'{options.mode} {unit}:\n{complaint}')
    sys.exit(failed)


if __name__ == '__main__':
    main()
