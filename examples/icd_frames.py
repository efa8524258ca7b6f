#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the ICD example and looks at its frames: the triangle stands upright in frame 0, in its
colours and where it was presented, and no two frames are the same picture."""
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

FRAMES = 5
LEFT, TOP, WIDTH, HEIGHT = 100, 100, 400, 300


def unfilter(kind, line, before, step):
    for i, value in enumerate(line):
        left = line[i - step] if i >= step else 0
        up = before[i]
        corner = before[i - step] if i >= step else 0
        if kind == 1:
            value += left
        elif kind == 2:
            value += up
        elif kind == 3:
            value += (left + up) // 2
        elif kind == 4:
            guess = left + up - corner
            value += min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                         (abs(guess - corner), 2, corner))[2]
        line[i] = value & 255
    return line


def read_png(path):
    """Rows of (red, green, blue)."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", f"{path} is no PNG"
    at, packed, width, step = 8, b"", 0, 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8:at + 8 + size]
        if name == b"IHDR":
            width, _, depth, colours = struct.unpack_from(">IIBB", body)
            assert depth == 8 and colours in (2, 6), f"{path} is of another kind"
            step = 3 if colours == 2 else 4
        elif name == b"IDAT":
            packed += body
        at += size + 12
    raw, rows, before = zlib.decompress(packed), [], bytearray(width * step)
    for start in range(0, len(raw), width * step + 1):
        before = unfilter(raw[start], bytearray(raw[start + 1:start + 1 + width * step]), before,
                          step)
        rows.append([tuple(before[x:x + 3]) for x in range(0, width * step, step)])
    return rows


def point(rows, x, y):
    """A pixel by OpenGL's coordinates, from -1 to 1, y upwards."""
    return rows[TOP + round((1 - y) / 2 * HEIGHT)][LEFT + round((1 + x) / 2 * WIDTH)]


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], str(FRAMES), folder], check=True)
        paths = [pathlib.Path(folder) / f"frame-{i}.png" for i in range(FRAMES)]
        first = read_png(paths[0])
        files = [path.read_bytes() for path in paths]
    top, left, right = (point(first, x, y) for x, y in ((0, 0.7), (-0.62, -0.46), (0.62, -0.46)))
    assert top[0] > 180 and top[1] < 120 and top[2] < 120, f"the top is {top}, not red"
    assert left[1] > 180 and left[0] < 120 and left[2] < 120, f"the left is {left}, not green"
    assert right[2] > 180 and right[0] < 120 and right[1] < 160, f"the right is {right}, not blue"
    assert max(abs(a - b) for a, b in zip(point(first, -0.95, 0.95), (26, 26, 51))) <= 2, \
        "the background of the window is not what was cleared"
    for i in range(FRAMES):
        for k in range(i):
            assert files[i] != files[k], f"frames {k} and {i} are the same"
    return 0


if __name__ == "__main__":
    sys.exit(main())
