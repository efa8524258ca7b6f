#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Headers as drivers use them, in one compiler mode.

Each header compiles when it is the first and only include. The sample driver compiles as C and as
C++, without a warning, for every interface version.
"""
import argparse
import os
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import abi_test  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
HEADERS = os.path.join(abi_test.ROOT, 'include', 'wdk')
CPLUSPLUS = ['-x', 'c++', '-std=gnu++14', '-nostdinc++', '-fno-exceptions', '-fno-rtti',
             '-fno-threadsafe-statics']
# The two halves of a pragma, and the file that is nothing but a switch for later includes.
PARTS = {'pshpack1.h', 'pshpack2.h', 'pshpack4.h', 'pshpack8.h', 'poppack.h'}


def command(mode):
    compiler, flags = abi_test.MODES[mode]
    flags = [f for f in flags if f != '-std=gnu11']
    if mode == 'windows-clang':
        flags += ['-isystem', os.path.join(HEADERS, 'crt'), '-fms-compatibility-version=19.16']
    flags += ['-Wno-pragma-pack' if 'clang' in mode else '-Wno-multichar']
    return [compiler, *flags, '-isystem', HEADERS, '-fsyntax-only', '-Wall', '-Wextra', '-Werror']


def compiles(arguments, text=None):
    result = subprocess.run(arguments, input=text, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)
    return result.stdout if result.returncode else ''


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--mode', choices=abi_test.MODES, required=True)
    base = command(parser.parse_args().mode)
    complaints = []
    headers = [name for name in sorted(os.listdir(HEADERS))
               if name.endswith('.h') and name not in PARTS]
    for name in headers:
        # twice, to see the guard
        text = f'#include <{name}>\n#include <{name}>\nextern int used;\n'
        output = compiles([*base, '-std=gnu11', '-x', 'c', '-'], text)
        if output:
            complaints.append(f'{name} alone:\n{output}')
    sample = os.path.join(HERE, 'sample_driver.c')
    for version in abi_test.VERSIONS:
        for language in (['-std=gnu11'], CPLUSPLUS):
            output = compiles([*base, *language, *abi_test.defines(version), sample])
            if output:
                complaints.append(f'{version} {language}:\n{output}')
    print('\n'.join(complaints))
    print(f'{len(headers)} headers, {2 * len(abi_test.VERSIONS)} samples, '
          f'{len(complaints)} failures')
    sys.exit(bool(complaints))


if __name__ == '__main__':
    main()
