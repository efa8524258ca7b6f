#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws icons.png: a strip of 48x48 icons with alpha. Run it again after changing a shape.

Every shape is a function of a point in a 48x48 square; 6x6 samples per pixel make smooth edges.
"""

import math
import os
import struct
import zlib

SIZE = 48
SAMPLES = 6


def inside_round_rect(x, y, left, top, right, bottom, radius):
    nearest_x = min(max(x, left + radius), right - radius)
    nearest_y = min(max(y, top + radius), bottom - radius)
    return math.hypot(x - nearest_x, y - nearest_y) <= radius


def inside_circle(x, y, centre_x, centre_y, radius):
    return math.hypot(x - centre_x, y - centre_y) <= radius


def shade(color, amount):
    return tuple(min(255, max(0, round(part * amount))) for part in color)


def ghost(x, y):
    """The mascot: a ghost with two eyes."""
    hem = 40 + 3.2 * math.cos((x - 24) * math.pi / 5.5)
    body = inside_circle(x, y, 24, 20, 16) and y <= 20 or (8 <= x <= 40 and 20 <= y <= hem)
    if not body:
        return None
    for eye in (17.5, 30.5):
        if math.hypot((x - eye) / 3.2, (y - 20) / 4.4) <= 1:
            if inside_circle(x, y, eye + 1.1, 18.2, 1.3):
                return (255, 255, 255)
            return (38, 34, 74)
    if math.hypot((x - 24) / 2.6, (y - 28.5) / 2.0) <= 1:
        return (92, 76, 150)
    return shade((250, 249, 255), 1.0 - 0.16 * max(0, (x - 14) / 28) - 0.10 * max(0, (y - 16) / 28))


def computer(x, y):
    """A screen on a foot."""
    if inside_round_rect(x, y, 4, 6, 44, 34, 3):
        if inside_round_rect(x, y, 7, 9, 41, 31, 1):
            glow = 0.75 + 0.4 * (41 - x + 31 - y) / 56
            return shade((58, 132, 214), glow)
        return shade((70, 78, 96), 1.15 - y / 90)
    if 20 <= x <= 28 and 34 <= y <= 39:
        return (120, 128, 146)
    if inside_round_rect(x, y, 13, 38.5, 35, 42, 1.6):
        return (150, 158, 176)
    return None


def folder(x, y):
    """A folder with a sheet peeping out."""
    if inside_round_rect(x, y, 4, 16, 44, 41, 3):
        return shade((250, 196, 76), 1.08 - 0.012 * (y - 16))
    if 10 <= x <= 38 and 11 <= y <= 20:
        return (246, 248, 252)
    if inside_round_rect(x, y, 4, 8, 22, 24, 3):
        return (222, 160, 44)
    return None


def bin_icon(x, y):
    """A waste bin."""
    if inside_round_rect(x, y, 8, 9, 40, 14, 2) or inside_round_rect(x, y, 18, 5, 30, 10, 2):
        if 21 <= x <= 27 and 7 <= y <= 9:
            return None
        return (128, 140, 158)
    slope = (y - 14) * 0.09
    if 14.5 <= y <= 43 and 11 + slope <= x <= 37 - slope:
        if abs(x - 18) < 1 or abs(x - 24) < 1 or abs(x - 30) < 1:
            return (118, 130, 150)
        return shade((186, 196, 212), 1.12 - x / 150)
    return None


def document(x, y):
    """A sheet with lines and a folded corner."""
    if not inside_round_rect(x, y, 10, 4, 38, 44, 2):
        return None
    if x - y > 20:
        return None
    if x > 28 and y < 14:
        return (150, 166, 204)
    if not (12 <= x <= 36 and 6 <= y <= 42) or x - y > 17.2:
        return (132, 148, 186)
    for line, end in ((19, 33), (24, 33), (29, 33), (34, 26)):
        if abs(y - line) < 1 and 15 <= x <= end:
            return (112, 140, 190)
    return shade((252, 253, 255), 1.0 - 0.002 * y)


def picture(x, y):
    """A framed landscape."""
    if not inside_round_rect(x, y, 4, 8, 44, 40, 2):
        return None
    if not (7 <= x <= 41 and 11 <= y <= 37):
        return (244, 246, 250)
    if inside_circle(x, y, 32, 18, 3.6):
        return (255, 228, 140)
    if y > 37 - max(0, 16 - abs(x - 18) * 1.05):
        return (56, 120, 96)
    if y > 37 - max(0, 11 - abs(x - 33) * 0.95):
        return (78, 150, 112)
    return shade((120, 184, 240), 0.85 + 0.01 * y)


def draw(shape):
    pixels = []
    for row in range(SIZE):
        for column in range(SIZE):
            total, hits = [0, 0, 0], 0
            for i in range(SAMPLES * SAMPLES):
                x = column + (i % SAMPLES + 0.5) / SAMPLES
                y = row + (i // SAMPLES + 0.5) / SAMPLES
                color = shape(x, y)
                if color is not None:
                    hits += 1
                    total = [a + b for a, b in zip(total, color)]
            if hits == 0:
                pixels.append((0, 0, 0, 0))
            else:
                alpha = round(255 * hits / (SAMPLES * SAMPLES))
                pixels.append((*(round(part / hits) for part in total), alpha))
    return pixels


def png(width, height, rows):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    raw = b"".join(b"\0" + row for row in rows)
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


def main():
    icons = [draw(shape) for shape in (ghost, computer, folder, bin_icon, document, picture)]
    rows = []
    for row in range(SIZE):
        rows.append(b"".join(bytes(pixel) for icon in icons
                             for pixel in icon[row * SIZE:(row + 1) * SIZE]))
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "icons.png")
    with open(path, "wb") as file:
        file.write(png(SIZE * len(icons), SIZE, rows))


if __name__ == "__main__":
    main()
