#!/usr/bin/env python3
"""Whole-program figures, each beside a peer in the same interleaved run. Never a test: machines differ.

    cargo build --release --locked && python3 tests/bench/bench.py

Python's standard library only. Peers: `less` and `vim` for the desk (named and skipped where missing), and Python's own
json + sqlite3 for the import. Medians of the rounds, with their minimum and maximum.
"""

import argparse
import copy
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS, COLUMNS = 48, 160


class Terminal:
    """A program in a pseudo-terminal; `wait` returns the moment at which a mark was seen."""

    def __init__(self, argv):
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", NO_COLOR="")
            os.execvp(argv[0], argv)

    def wait(self, mark, limit=10.0):
        seen, end = b"", time.perf_counter() + limit
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.fd], [], [], end - time.perf_counter())
            if not ready:
                break
            seen += os.read(self.fd, 1 << 16)
            if mark in seen:
                return time.perf_counter()
        raise TimeoutError(f"{mark!r} was not shown; last bytes: {seen[-200:]!r}")

    def settle(self, quiet=0.05):
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                os.read(self.fd, 1 << 16)
            except OSError:
                return

    def key(self, keys):
        """Sends a key; returns how long it took until the first byte of the answer came."""
        start = time.perf_counter()
        os.write(self.fd, keys)
        select.select([self.fd], [], [], 5)
        took = time.perf_counter() - start
        self.settle(0.01)
        return took

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def figure(samples):
    return f"{statistics.median(samples):9.2f} [{min(samples):.2f}–{max(samples):.2f}]"


def table(title, series, base):
    print(f"\n{title}")
    for name, samples in series.items():
        ratio = statistics.median(a / b for a, b in zip(samples, series[base])) if base in series else float("nan")
        print(f"  {name:<28} {figure(samples)} ms   ÷ {base}: {ratio:.2f}")


def big_demarche(path, count):
    """Multiplies the example's dossiers under new numbers."""
    page = json.loads((ROOT / "fixtures" / "demarche_example.json").read_text(encoding="utf-8"))
    nodes = page["data"]["demarche"]["dossiers"]["nodes"]
    many = []
    for i in range(count):
        node = copy.deepcopy(nodes[i % len(nodes)])
        node["number"] = 100_000 + i
        node["id"] = f"Dossier-{100_000 + i}"
        many.append(node)
    page["data"]["demarche"]["dossiers"]["nodes"] = many
    path.write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")


def peer_import(source, store):
    """What a script would do: parse, and insert one row a dossier and one an answer, durably."""
    db = sqlite3.connect(store)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE dossier(number TEXT PRIMARY KEY, name TEXT, json TEXT)")
    db.execute("CREATE TABLE answer(dossier TEXT, champ TEXT, label TEXT, text TEXT)")
    page = json.load(open(source, encoding="utf-8"))
    for node in page["data"]["demarche"]["dossiers"]["nodes"]:
        name = node["demandeur"].get("entreprise", {}).get("raisonSociale", "")
        db.execute("INSERT INTO dossier VALUES (?,?,?)", (str(node["number"]), name, json.dumps(node)))
        rows = [(str(node["number"]), c["champDescriptorId"], c["label"], c["stringValue"]) for c in node["champs"]]
        db.executemany("INSERT INTO answer VALUES (?,?,?,?)", rows)
    db.commit()
    db.close()


def bench_desk(program, folder, rounds):
    subprocess.run([program, "demo", "--json", "--dir", folder / "demo"], check=True, stdout=subprocess.DEVNULL)
    store = folder / "demo" / "juror.sqlite"
    names = json.loads(subprocess.check_output([program, "--store", store, "--json", "dossiers"]))
    text = folder / "names.txt"
    lines = [f"{d['number']} {d['name']}" for d in names]
    text.write_text("\n".join(lines * 20) + "\n", encoding="utf-8")
    mark = lines[0].split()[0].encode()
    runs = {"tnl-jury": [program, "--store", str(store)]}
    for name, argv in {"less": ["less", str(text)], "vim": ["vim", "-u", "NONE", str(text)]}.items():
        if shutil.which(name):
            runs[name] = argv
        else:
            print(f"  {name}: missing, skipped")
    first, keys = {n: [] for n in runs}, {n: [] for n in runs}
    for _ in range(rounds):
        for name, argv in runs.items():
            terminal = Terminal([str(a) for a in argv])
            first[name].append((terminal.wait(mark) - terminal.started) * 1000)
            terminal.settle()
            samples = [terminal.key(b"j" if i % 4 < 2 else b"k") for i in range(40)]
            keys[name].append(statistics.median(samples) * 1000)
            terminal.close()
    table("First frame of the demo's store, from exec", first, "less")
    table("Key to the first byte of its frame (j, k in the list)", keys, "less")


def bench_import(program, folder, rounds, count):
    source = folder / "big.json"
    big_demarche(source, count)
    size = source.stat().st_size / 1e6
    ours, peer = [], []
    for i in range(rounds):
        store = folder / f"k{i}.sqlite"
        new = [program, "--store", store, "campaign", "new", "--grid", "tnl-2016", "--edition", "bench"]
        subprocess.run(new, check=True, stdout=subprocess.DEVNULL)
        start = time.perf_counter()
        subprocess.run([program, "--store", store, "import", source], check=True, stdout=subprocess.DEVNULL)
        ours.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        subprocess.run([sys.executable, __file__, "--peer-import", source, folder / f"p{i}.sqlite"], check=True)
        peer.append((time.perf_counter() - start) * 1000)
    table(f"Import of {count} dossiers ({size:.1f} MB), durable", {"tnl-jury": ours, "python json+sqlite3": peer},
          "python json+sqlite3")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "target" / "release" / "tnl-jury", type=Path)
    parser.add_argument("--rounds", default=7, type=int)
    parser.add_argument("--dossiers", default=1000, type=int)
    parser.add_argument("--peer-import", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.peer_import:
        return peer_import(*args.peer_import)
    if not args.program.exists():
        sys.exit(f"{args.program} is missing: cargo build --release --locked")
    with tempfile.TemporaryDirectory() as folder:
        bench_desk(args.program, Path(folder), args.rounds)
        bench_import(args.program, Path(folder), args.rounds, args.dossiers)


if __name__ == "__main__":
    main()
