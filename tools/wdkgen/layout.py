# SPDX-License-Identifier: MIT
"""Finds which members and records need a directive to land on their documented offsets."""
import re

SCALARS = {'char': 1, 'signed char': 1, 'unsigned char': 1, 'short': 2, 'unsigned short': 2,
           'wchar_t': 2, 'int': 4, 'unsigned int': 4, 'long': 4, 'unsigned long': 4, 'float': 4,
           'unsigned': 4, 'long long': 8, 'unsigned long long': 8, '__int64': 8,
           'unsigned __int64': 8, 'double': 8, 'void': 1}


class Layout:
    def __init__(self, model):
        self.model = model

    def alignment(self, spelling, version):
        """Natural alignment of a member type."""
        text = re.sub(r'\[.*\]$', '', spelling.strip())
        text = re.sub(r'\b(const|volatile|__unaligned)\b', ' ', text)
        text = ' '.join(text.split())
        if text.endswith('*') or '(*)' in text:
            return 8
        if text in SCALARS:
            return SCALARS[text]
        if text.startswith(('struct ', 'union ')):
            text = self.model.tags.get(text, text.split()[-1])
        if text.startswith('enum ') or text in self.model.enums:
            return 4
        if text in self.model.records:
            record = self.model.records[text]
            if version in record.align:
                return record.align[version]
            return max([self.member_alignment(m, version) for m in record.members
                        if version in m.versions] or [1])
        if text in self.model.typedefs:
            for typedef in self.model.typedefs[text]:
                if version in typedef.versions:
                    return self.alignment(typedef.underlying, version)
        if text in self.model.functions:
            return 8
        for record in self.model.records.values():
            if text in record.aliases:
                return self.alignment(record.name, version)
        raise KeyError(f'no alignment for {spelling!r}')

    def member_alignment(self, member, version):
        if member.is_container:
            return max([self.member_alignment(m, version) for m in member.children
                        if version in m.versions] or [1])
        natural = self.alignment(member.type, version)
        return max(natural, 8) if member.aligned else natural

    def _first_offset(self, member, version):
        if member.is_container and not member.name:
            return min(self._first_offset(m, version) for m in member.children
                       if version in m.versions)
        return member.offset[version]

    def _end(self, member, version):
        if member.is_container and not member.name:
            return max(self._end(m, version) for m in member.children if version in m.versions)
        return member.offset[version] + member.size[version]

    def _place(self, members, kind, version, needs_pack):
        """Marks members whose offset only POINTER_ALIGNMENT explains; reports packing."""
        end = None
        for member in members:
            if version not in member.versions:
                continue
            start = self._first_offset(member, version)
            natural = self.member_alignment(member, version)
            if start % natural:
                needs_pack.append(natural)
            if kind == 'struct' and end is not None and member.bit_width < 0 and start > end:
                expected = -(-end // natural) * natural
                if start > expected and start == -(-end // 8) * 8:
                    target = member
                    while target.is_container and not target.name:
                        target = target.children[0]
                    target.aligned = True
            if member.is_container:
                inner = member.type.split('[')[0]
                self._place(member.children, inner, version, needs_pack)
            end = self._end(member, version)

    def annotate(self, record):
        for version in record.versions:
            needs_pack = []
            self._place(record.members, record.kind, version, needs_pack)
            natural = max([self.member_alignment(m, version) for m in record.members
                           if version in m.versions] or [1])
            align = record.align.setdefault(version, natural)
            if align < natural:
                record.pack = align
            elif align > natural:
                record.over_aligned = align
