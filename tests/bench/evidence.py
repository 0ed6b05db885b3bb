#!/usr/bin/env python3
"""Keys while heavy evidence is read, beside the same keys on the same desk once it is. Never a test: machines differ.

    cargo build --release --locked && python3 tests/bench/evidence.py

One dossier holds a PDF of 400 pages, a picture of 50 MB and 2,000 small files. Each piece is opened; while the desk says
that it reads, keys are pressed and timed to the first byte of their answer.
"""

import argparse
import base64
import hashlib
import json
import os
import random
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench import ROOT, Terminal, figure  # noqa: E402


def pdf(pages):
    """A document of dense French prose; the font's own encoding is enough for it."""
    words = "la commune publie chaque trimestre ses données dans un format ouvert que tout logiciel libre sait lire".split()
    dice = random.Random(7)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in range(pages):
        lines = [f"Page {page + 1}"] + [" ".join(dice.choices(words, k=14)) + "." for _ in range(46)]
        text = "".join(f"({line}) Tj T*\n" for line in lines)
        stream = f"BT /F 11 Tf 15 TL 50 790 Td\n{text}ET".encode("cp1252")
        packed = zlib.compress(stream)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F 3 0 R >> >> >>" % len(objects))
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % kid for kid in kids))
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def png(width, height):
    """Noise, which no compression makes small."""
    dice = random.Random(11)
    rows = b"".join(b"\0" + dice.randbytes(width * 3) for _ in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def campaign(program, folder, small):
    """A juror's store on one dossier with the heavy pieces."""
    page = json.loads((ROOT / "fixtures" / "demo" / "demarche.json").read_text(encoding="utf-8"))
    nodes = page["data"]["demarche"]["dossiers"]["nodes"]
    del nodes[1:]
    number = nodes[0]["number"]
    place = folder / "evidence" / str(number)
    place.mkdir(parents=True)
    champ = next(c for c in nodes[0]["champs"] if c["__typename"].startswith("PieceJustificative"))
    files = {"a-400-pages.pdf": ("application/pdf", pdf(400)), "b-50-mo.png": ("image/png", png(4096, 4096))}
    files |= {f"note-{i:04}.txt": ("text/plain", f"Note {i}. La commune publie ses données.\n".encode()) for i in range(small)}
    champ["files"] = []
    for name, (kind, data) in files.items():
        (place / name).write_bytes(data)
        checksum = base64.b64encode(hashlib.md5(data).digest()).decode()
        champ["files"].append({"filename": name, "contentType": kind, "byteSize": str(len(data)), "__typename": "File",
                               "checksum": checksum, "url": "https://invalid/"})
    source = folder / "one.json"
    source.write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    run = lambda *words: subprocess.run([program, *words], check=True, stdout=subprocess.DEVNULL)
    store, mine = folder / "k.sqlite", folder / "j.sqlite"
    run("--store", store, "campaign", "new", "--grid", "tnl-2016", "--edition", "bench")
    run("--store", store, "import", source, "--evidence", folder / "evidence")
    run("--store", store, "juror", "add", "A. Mesure")
    run("--store", store, "assign", "--all")
    run("--store", store, "pack", "--out", folder / "packs")
    run("--store", mine, "open", next((folder / "packs").glob("*.jury.zip")))
    return mine


def press(terminal, seconds):
    """Moves between criteria and back while time lasts; returns each key's milliseconds."""
    took, end, turn = [], time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        took.append(terminal.key(b"jk"[turn % 2:turn % 2 + 1]) * 1000)
        turn += 1
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "target" / "release" / "tnl-jury", type=Path)
    parser.add_argument("--small", default=2000, type=int)
    args = parser.parse_args()
    os.environ["COLORTERM"] = "truecolor"
    with tempfile.TemporaryDirectory() as name:
        store = campaign(args.program, Path(name), args.small)
        terminal = Terminal([str(args.program), "--store", str(store), "--lang", "fr"])
        terminal.wait(b"16001")
        terminal.settle()
        os.write(terminal.fd, b"\rp")
        # The heavy pieces are opened, and two thousand others are read ahead meanwhile.
        busy = press(terminal, 2.0)
        for key in (b"P", b";", b"e"):
            os.write(terminal.fd, key)
            busy += press(terminal, 2.0)
        terminal.settle(3.0)
        idle = press(terminal, 3.0)
        terminal.close()
    worst = lambda samples: sorted(samples)[int(len(samples) * 0.99)]
    print(f"key while evidence is read   {figure(busy)} ms   99 %: {worst(busy):.2f}   ({len(busy)} keys)")
    print(f"key once all of it is read   {figure(idle)} ms   99 %: {worst(idle):.2f}   ({len(idle)} keys)")
    print(f"ratio of the medians         {statistics.median(busy) / statistics.median(idle):9.2f}")


if __name__ == "__main__":
    main()
