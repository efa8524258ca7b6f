#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes include/wdk/*.h and docs/abi-versions.md from the tables in facts/.

    tools/gen_wdk.py                    rewrite both in the source tree
    tools/gen_wdk.py --headers DIR      headers only, into DIR
    tools/gen_wdk.py --page FILE        the page only
    tools/gen_wdk.py --facts DIR        read other tables

The layout test (tests/abi/abi_test.py) works on the same tables, but not on this program's model.
"""
import argparse
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from wdkgen import emit, facts, layout, sal, versions  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def write_atomically(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    temporary = path + '.new'
    with open(temporary, 'w', encoding='utf-8') as out:
        out.write(text)
    os.replace(temporary, path)


def headers(model, tables):
    """Yields (file name, text) of every generated header."""
    inline = os.path.join(ROOT, 'include', 'wdk', 'inline')
    rows = facts.read_table(os.path.join(tables, 'sal-names.tsv'))
    yield 'sal.h', sal.sal_header(rows)
    writer = emit.HeaderWriter(model)
    described = {h[0]: h for h in emit.HEADERS}
    for name in emit.ORDER:
        _, includes, title = described[name]
        extra = 'inline/' + name if os.path.exists(os.path.join(inline, name)) else ''
        yield name, writer.header(name, includes, title, extra)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--facts', default=os.path.join(ROOT, 'facts'))
    parser.add_argument('--headers')
    parser.add_argument('--page')
    options = parser.parse_args()
    everything = not options.headers and not options.page
    model = facts.load(options.facts)
    engine = layout.Layout(model)
    for record in model.records.values():
        engine.annotate(record)
    homeless = model.headers() - set(emit.ORDER)
    if homeless:
        sys.exit(f'no header is generated for {sorted(homeless)}')
    if everything or options.headers:
        target = options.headers or os.path.join(ROOT, 'include', 'wdk')
        for name, text in headers(model, options.facts):
            write_atomically(os.path.join(target, name), text)
    if everything or options.page:
        page = options.page or os.path.join(ROOT, 'docs', 'abi-versions.md')
        write_atomically(page, versions.page(options.facts))


if __name__ == '__main__':
    main()
