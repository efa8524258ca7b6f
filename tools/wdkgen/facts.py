# SPDX-License-Identifier: MIT
"""Loads the fact tables into one model of records, enums, typedefs, functions and constants."""
import csv
import os
import re
from dataclasses import dataclass, field

# Interface versions in ascending order: name, DXGKDDI_INTERFACE_VERSION, D3D_UMD_INTERFACE_VERSION.
VERSIONS = [
    ('VISTA_SP1', 0x1053, 0x000C),
    ('WIN7', 0x2005, 0x2003),
    ('WIN8', 0x300E, 0x3004),
    ('WDDM1_3', 0x4002, 0x4002),
    ('WDDM2_0', 0x5023, 0x5002),
    ('WDDM2_1', 0x6003, 0x6003),
    ('WDDM2_2', 0x700A, 0x7001),
    ('WDDM2_3', 0x8001, 0x8001),
]
VERSION_NAMES = [v[0] for v in VERSIONS]
ALL = frozenset(VERSION_NAMES)
DISPLAY_HEADERS = ('d3dukmdt.h', 'd3dkmdt.h', 'd3dkmddi.h', 'd3dkmthk.h', 'dispmprt.h')
# Headers the extraction names but that have no file of their own here.
HEADER_ALIASES = {'tu.c': 'windef.h', 'wdm.h (newer than 16299)': 'wdm.h'}
# Names whose first row sits in a header that only repeats them.
HOME_OVERRIDES = {'UINT': 'minwindef.h', 'BYTE': 'minwindef.h', 'BOOL': 'minwindef.h'}


def read_table(path):
    with open(path, newline='', encoding='utf-8') as table:
        return list(csv.DictReader(table, delimiter='\t', quoting=csv.QUOTE_NONE))


def version_set(text):
    return ALL if text in (None, 'all') else frozenset(text.split(','))


def home_header(text):
    return HEADER_ALIASES.get(text, text)


@dataclass
class Leaf:
    """One member: a variable, a bit-field or (with children) a nested struct or union."""
    name: str                  # '' for an anonymous container, '<pad>' for an unnamed bit-field
    type: str                  # C spelling, or 'struct'/'union' (+ array suffix) for a container
    bit_width: int = -1        # -1: not a bit-field
    children: list = None      # containers only
    versions: frozenset = ALL
    offset: dict = field(default_factory=dict)      # version -> byte offset in the record
    size: dict = field(default_factory=dict)        # version -> bytes
    bit_offset: dict = field(default_factory=dict)  # version -> bit offset in the storage unit
    aligned: bool = False      # carries POINTER_ALIGNMENT

    @property
    def is_container(self):
        return self.children is not None


@dataclass
class Record:
    name: str
    kind: str
    tag: str
    header: str
    versions: frozenset
    size: dict                 # version -> bytes
    align: dict
    aliases: list
    members: list = field(default_factory=list)
    shared: str = ''           # newest version whose changes follow user mode's version as well
    pack: int = 0
    over_aligned: int = 0

    @property
    def spelling(self):
        return self.kind + ' ' + (self.tag or self.name)


@dataclass
class Enum:
    name: str
    tag: str
    header: str
    versions: frozenset
    enumerators: list          # (name, value, versions)
    shared: str = ''


@dataclass
class Typedef:
    name: str
    underlying: str
    header: str
    versions: frozenset
    shared: str = ''


@dataclass
class Function:
    name: str
    returns: str
    params: str
    kind: str                  # functype, fnptr or func
    header: str
    versions: frozenset
    shared: str = ''


@dataclass
class Constant:
    name: str
    value: int
    size: int
    header: str
    versions: frozenset
    shared: str = ''


class Model:
    def __init__(self):
        self.records = {}
        self.enums = {}
        self.typedefs = {}       # name -> [Typedef]
        self.functions = {}      # name -> [Function]
        self.constants = {}      # name -> [Constant]
        self.strings = []        # (name, literal, header)
        self.guids = []          # (name, guid, header, versions)
        self.variables = []      # (name, type, header)
        self.function_class = {}
        self.tags = {}           # 'struct _X' -> record name
        self.early = set()       # names that came with 0x4003, between WDDM1_3 and WDDM2_0

    def headers(self):
        """Every header some fact belongs to."""
        found = {item.header for table in (self.records, self.enums) for item in table.values()}
        for table in (self.typedefs, self.functions, self.constants):
            found |= {item.header for variants in table.values() for item in variants}
        found |= {item[2] for item in self.guids + self.strings + self.variables}
        return found


def _member_tree(rows, version):
    """Nested member list of one record as one interface version sees it."""
    root = []
    named = {'': (root, [])}   # dotted path -> (children list, nest ids around the container)
    anonymous = {}             # (parent path, nest id) -> children list
    for row in rows:
        path, _, name = row['field'].replace('[]', '').rpartition('.')
        parent, around = named[path]
        nest = [] if row['nest'] == '-' else row['nest'].split('/')
        for nest_id in nest:
            if nest_id not in around:
                key = (path, nest_id)
                if key not in anonymous:
                    kind = 'union' if nest_id[0] == 'u' else 'struct'
                    node = Leaf('', kind, children=[], versions=frozenset([version]))
                    parent.append(node)
                    anonymous[key] = node.children
                parent = anonymous[key]
        leaf = Leaf(name, row['type'], versions=frozenset([version]))
        if row['bit_width'] != '-':
            leaf.bit_width = int(row['bit_width'])
            leaf.bit_offset[version] = int(row['bit_offset'])
        leaf.offset[version] = int(row['byte_offset'])
        leaf.size[version] = int(row['size'])
        if '<unnamed>' in row['type']:
            leaf.type = row['type'].replace(' <unnamed>', '')
            leaf.children = []
            named[(path + '.' if path else '') + name] = (leaf.children, nest)
        parent.append(leaf)
    return root


def _leaf_names(leaf):
    if not leaf.is_container:
        return {leaf.name}
    return set().union(*(_leaf_names(child) for child in leaf.children)) if leaf.children else set()


def _same_member(a, b):
    if a.is_container != b.is_container or a.name != b.name or a.type != b.type:
        return False
    if not a.is_container:
        return a.bit_width == b.bit_width
    return bool(a.name) or bool(_leaf_names(a) & _leaf_names(b))


def _merge_members(merged, other):
    """Smallest ordered union of two member lists; each result knows the versions that have it."""
    rows, cols = len(merged), len(other)
    best = [[0] * (cols + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(cols - 1, -1, -1):
            if _same_member(merged[i], other[j]):
                best[i][j] = 1 + best[i + 1][j + 1]
            else:
                best[i][j] = max(best[i + 1][j], best[i][j + 1])
    result, i, j = [], 0, 0
    while i < rows and j < cols:
        a, b = merged[i], other[j]
        if _same_member(a, b) and best[i][j] == 1 + best[i + 1][j + 1]:
            a.versions |= b.versions
            a.offset.update(b.offset)
            a.size.update(b.size)
            a.bit_offset.update(b.bit_offset)
            if a.is_container:
                a.children = _merge_members(a.children, b.children)
            result.append(a)
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            result.append(a)
            i += 1
        else:
            result.append(b)
            j += 1
    return result + merged[i:] + other[j:]


def _filtered(members, version):
    return [(m.name, m.type, m.bit_width,
             _filtered(m.children, version) if m.is_container else None)
            for m in members if version in m.versions]


def _load_records(model, directory, versioned):
    rows = read_table(os.path.join(directory, 'records.tsv'))
    fields = {}
    for row in read_table(os.path.join(directory, 'fields.tsv')):
        fields.setdefault(row['record'], []).append(row)
    for row in rows:
        name = row['record']
        known = model.records.get(name)
        versions = version_set(row.get('versions'))
        if known and known.versions & versions:
            continue           # an earlier table already has it
        if not known:
            tag = '' if row['tag'] == '-' else row['tag']
            aliases = [] if row['aliases'] == '-' else row['aliases'].split(',')
            aliases = [a.strip() for a in aliases if a.strip() != name]
            known = Record(name, row['kind'], tag, home_header(row['header']), frozenset(), {}, {},
                           aliases)
            known.rows = fields.get(name, [])
            model.records[name] = known
        known.versions |= versions
        for version in versions:
            known.size[version] = int(row['size'])
            known.align[version] = int(row['align'])


def _build_members(record):
    trees = {}
    for version in record.versions:
        rows = [r for r in record.rows if version in version_set(r.get('versions'))]
        trees[version] = _member_tree(rows, version)
    merged = []
    for version in reversed(VERSION_NAMES):
        if version in trees:
            expected = _filtered(trees[version], version)
            merged = _merge_members(merged, trees[version]) if merged else trees[version]
            if _filtered(merged, version) != expected:
                raise ValueError(f'{record.name}: merge lost the order of {version}')
    record.members = merged


def _load_enums(model, directory):
    fresh = {}
    for row in read_table(os.path.join(directory, 'enums.tsv')):
        name = row['enum']
        if name == '<unnamed>':
            name = ''
        if name in model.enums and name not in fresh:
            continue
        versions = version_set(row.get('versions'))
        tag = '' if row['tag'] == '-' else row['tag']
        if name not in model.enums:
            model.enums[name] = Enum(name, tag, home_header(row['header']), frozenset(), [])
            fresh[name] = True
        enum = model.enums[name]
        enum.versions |= versions
        enum.enumerators.append((row['enumerator'], int(row['value']), versions))


def _add_variant(table, item):
    variants = table.setdefault(item.name, [])
    if not any(v.versions & item.versions for v in variants):
        variants.append(item)


def _load_rest(model, directory):
    for row in read_table(os.path.join(directory, 'typedefs.tsv')):
        if row['name'] == '__C_ASSERT__':
            continue
        home = HOME_OVERRIDES.get(row['name'], home_header(row['header']))
        _add_variant(model.typedefs, Typedef(
            row['name'], row['underlying'], home,
            version_set(row.get('versions'))))
    for row in read_table(os.path.join(directory, 'functions.tsv')):
        if row['kind'] == 'field':
            continue           # the member's own row carries the same signature
        _add_variant(model.functions, Function(
            row['name'], row['return'], row['params'] or '', row['kind'],
            home_header(row['header']), version_set(row.get('versions'))))
    for row in read_table(os.path.join(directory, 'constants.tsv')):
        _add_variant(model.constants, Constant(
            row['name'], int(row['value']), int(row['size']), home_header(row['header']),
            version_set(row.get('versions'))))


def _load_query_statistics(model, path):
    """The D3DKMT_QUERYSTATISTICS family comes from a table of its own shape."""
    for row in read_table(path):
        name, member = row['record_or_enum'], row['field_or_enumerator']
        if row['row'] == 'record':
            if name not in model.records:
                record = Record(name, row['type'], '_' + name, 'd3dkmthk.h', ALL, {}, {}, [])
                record.rows = []
                record.supplement = True
                record.size = {v: int(row['size']) for v in ALL}
                model.records[name] = record
        elif row['row'] == 'field':
            record = model.records[name]
            if getattr(record, 'supplement', False):
                record.rows.append({
                    'record': name, 'field': member, 'type': row['type'],
                    'byte_offset': row['byte_offset_or_value'], 'size': row['size'],
                    'bit_offset': row['bit_offset'], 'bit_width': row['bit_width'],
                    'nest': row['nest']})
        elif row['row'] == 'enum' or row['row'] == 'enumerator':
            if name not in model.enums:
                model.enums[name] = Enum(name, '_' + name, 'd3dkmthk.h', ALL, [])
            if row['row'] == 'enumerator' or member != '-':
                model.enums[name].enumerators.append(
                    (member, int(row['byte_offset_or_value']), ALL))


def _shared_until(record, rows):
    """Newest version whose layout an old kernel version gets from user mode's default version."""
    def key(row):
        return tuple(row[c] for c in ('field', 'byte_offset', 'size', 'bit_offset', 'bit_width'))
    wanted = {key(row) for row in rows}
    for version in reversed(VERSION_NAMES):
        have = {key(r) for r in record.rows if version in version_set(r.get('versions'))}
        if wanted <= have:
            return version
    raise ValueError(f'{record.name}: no version looks like its user-mode default')


def _mark_shared(model, abi):
    """Marks what changes when D3D_UMD_INTERFACE_VERSION alone is newer."""
    names = {row['record'] for row in read_table(os.path.join(abi, 'umd_default_records.tsv'))}
    for row in read_table(os.path.join(abi, 'umd_default_other.tsv')):
        names.add(row['name'] if row['kind'] == 'typedef' else row['enum'])
    newest = VERSION_NAMES[-1]
    rows = read_table(os.path.join(abi, 'umd_default_fields.tsv'))
    for record in model.records.values():
        if record.name in names:
            record.shared = _shared_until(record, [r for r in rows if r['record'] == record.name])
    for enum in model.enums.values():
        enum.shared = newest if {enum.name, enum.tag} & names else ''
    for variants in model.typedefs.values():
        for typedef in variants:
            base = re.sub(r'[\s*]|\bconst\b|\bstruct\b|\benum\b', '', typedef.underlying)
            shared = typedef.name in names or base.lstrip('_') in names
            typedef.shared = newest if shared else ''


def _mark_early(model, abi):
    for row in read_table(os.path.join(abi, 'version_0x4003_delta.tsv')):
        model.early.add(row['name'].lstrip('_'))


def load(facts):
    model = Model()
    nt, extra, abi = (os.path.join(facts, d) for d in ('nt', 'nt/extra', 'abi'))
    for directory in (abi,):   # the versioned tables know the display headers best
        _load_records(model, directory, True)
    shared = {n for n, r in model.records.items() if r.header not in DISPLAY_HEADERS}
    for name in shared & {r['record'] for r in read_table(os.path.join(nt, 'records.tsv'))}:
        del model.records[name]
    _load_records(model, nt, False)
    _load_records(model, extra, False)
    nt_enums = {r['enum'] for r in read_table(os.path.join(nt, 'enums.tsv'))
                if r['header'] not in DISPLAY_HEADERS}
    _load_enums(model, abi)
    for name in nt_enums & set(model.enums):
        del model.enums[name]
    _load_enums(model, nt)
    _load_enums(model, extra)
    for directory in (abi, nt, extra):
        _load_rest(model, directory)
    _load_query_statistics(model, os.path.join(abi, 'supplement_querystatistics.tsv'))
    for row in read_table(os.path.join(nt, 'string_constants.tsv')):
        model.strings.append((row['name'], row['value'], home_header(row['header'])))
    for row in read_table(os.path.join(abi, 'guids.tsv')):
        header = 'dispmprt.h' if not row['name'].startswith('DXGKMDT_') else 'd3dkmdt.h'
        model.guids.append((row['name'], row['guid'], header, version_set(row['versions'])))
    for row in read_table(os.path.join(extra, 'guids.tsv')):
        model.guids.append((row['name'], row['guid'], home_header(row['header']), ALL))
    for row in read_table(os.path.join(extra, 'variables.tsv')):
        model.variables.append((row['name'], row['type'], home_header(row['header'])))
    for row in read_table(os.path.join(nt, 'function_class.tsv')):
        model.function_class[row['name']] = row['class']
    _mark_shared(model, abi)
    _mark_early(model, abi)
    for record in model.records.values():
        record.early = record.name in model.early
        _build_members(record)
        if record.tag:
            model.tags[record.kind + ' ' + record.tag] = record.name
    return model


def words(text):
    return re.findall(r'[A-Za-z_]\w*', text)
