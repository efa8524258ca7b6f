#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The committed headers are what the tables say, and a changed fact does not go unnoticed.

    drift_test.py headers     regenerate and compare with include/wdk
    drift_test.py mutants     change one fact at a time and see the layout test fail
"""
import filecmp
import os
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import abi_test  # noqa: E402

HEADERS = os.path.join(ROOT, 'include', 'wdk')
MARK = 'Written by tools/gen_wdk.py'


def check_headers():
    with tempfile.TemporaryDirectory() as fresh:
        generator = os.path.join(ROOT, 'tools', 'gen_wdk.py')
        subprocess.run([sys.executable, generator, '--headers', fresh], check=True)
        made = sorted(os.listdir(fresh))
        stale = [name for name in made
                 if not os.path.exists(os.path.join(HEADERS, name))
                 or not filecmp.cmp(os.path.join(fresh, name), os.path.join(HEADERS, name), False)]
        for name in sorted(os.listdir(HEADERS)):
            path = os.path.join(HEADERS, name)
            if os.path.isfile(path) and name not in made:
                with open(path, encoding='utf-8') as text:
                    if MARK in text.read(400):
                        stale.append(name + ' (no table makes it any more)')
        page = os.path.join(fresh, 'abi-versions.md')
        subprocess.run([sys.executable, generator, '--page', page], check=True)
        if not filecmp.cmp(page, os.path.join(ROOT, 'docs', 'abi-versions.md'), False):
            stale.append('../../docs/abi-versions.md')
    for name in stale:
        print(f'include/wdk/{name} is not what tools/gen_wdk.py writes: run it')
    print(f'{len(made)} generated headers')
    return not stale


# Table, column, unit that must notice, and which rows may be chosen.
MUTATIONS = [
    ('abi/records.tsv', 'size', 'WDDM2_3', lambda r: r['versions'] == 'all'),
    ('abi/records.tsv', 'align', 'VISTA_SP1', lambda r: r['versions'] == 'all'),
    ('abi/fields.tsv', 'byte_offset', 'WIN7',
     lambda r: r['versions'] == 'all' and r['bit_width'] == '-'),
    ('abi/fields.tsv', 'size', 'WDDM1_3',
     lambda r: r['versions'] == 'all' and r['bit_width'] == '-'),
    ('abi/fields.tsv', 'bit_offset', 'WDDM2_0',
     lambda r: r['versions'] == 'all' and r['bit_width'] != '-' and r['field'] != '<pad>'),
    ('abi/fields.tsv', 'bit_width', 'WDDM2_1',
     lambda r: r['versions'] == 'all' and r['bit_width'] != '-' and r['field'] != '<pad>'),
    ('abi/enums.tsv', 'value', 'WIN8', lambda r: r['versions'] == 'all'),
    ('abi/constants.tsv', 'value', 'WDDM2_2',
     lambda r: r['versions'] == 'all' and r['header'] == 'dispmprt.h'),
    ('nt/records.tsv', 'size', 'nt', lambda r: True),
    ('nt/fields.tsv', 'byte_offset', 'nt', lambda r: r['bit_width'] == '-'),
    ('nt/enums.tsv', 'value', 'nt', lambda r: True),
    ('nt/constants.tsv', 'value', 'nt', lambda r: r['header'] in ('ntstatus.h', 'bugcodes.h')),
]
ROWS_PER_MUTATION = 2


def mutate(path, column, rows_allowed, chooser):
    """Adds one to a number of one row; returns a description of the row."""
    with open(path, encoding='utf-8') as table:
        lines = table.read().splitlines()
    names = lines[0].split('\t')
    candidates = [i for i in range(1, len(lines))
                  if rows_allowed(dict(zip(names, lines[i].split('\t'))))]
    index = chooser.choice(candidates)
    cells = lines[index].split('\t')
    cells[names.index(column)] = str(int(cells[names.index(column)]) + 1)
    lines[index] = '\t'.join(cells)
    with open(path, 'w', encoding='utf-8') as table:
        table.write('\n'.join(lines) + '\n')
    return ' '.join(cells[:4])


def check_mutants():
    chooser = random.Random(2)
    missed = 0
    for table, column, unit, allowed in MUTATIONS:
        for turn in range(ROWS_PER_MUTATION):
            with tempfile.TemporaryDirectory() as work:
                tables = os.path.join(work, 'facts')
                shutil.copytree(os.path.join(ROOT, 'facts'), tables)
                mode = ('native-gcc', 'windows-clang')[turn % 2]
                what = mutate(os.path.join(tables, table), column, allowed, chooser)
                caught = bool(abi_test.check(mode, unit, tables, HEADERS))
                missed += not caught
                print(f"{'caught' if caught else 'MISSED'}: {table} {column} of {what} ({mode})")
    return missed == 0


if __name__ == '__main__':
    checks = {'headers': check_headers, 'mutants': check_mutants}
    sys.exit(not checks[sys.argv[1]]())
