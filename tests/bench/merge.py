#!/usr/bin/env python3
"""Merge figures: what it costs to take a whole jury's sheets in, each beside a peer in the same interleaved run. Never a test.

    cargo build --release --locked && python3 tests/bench/merge.py

Needs PyPI's `cryptography`, to sign a million scores quickly. Peers: the `sqlite3` shell (import and GROUP BY), polars, and a
dozen lines of Python; those that are missing are named and skipped. Medians of the rounds, with their minimum and maximum;
memory is the largest resident set of the process. What the program says is compared with an oracle before it is timed.
"""

import argparse
import csv
import hashlib
import hmac
import importlib.util
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CRITERIA = [f"{axis}.{k}" for axis, n in ((1, 3), (2, 3), (3, 4), (4, 2)) for k in range(1, n + 1)]
NAIVE = """
import csv, glob, sys
got = {}
for name in sorted(glob.glob(sys.argv[1] + "/wide/*.csv")):
    with open(name, newline="") as file:
        rows = csv.reader(file)
        head = next(rows)[1:]
        for row in rows:
            for criterion, value in zip(head, row[1:]):
                got.setdefault((row[0], criterion), []).append(int(value))
with open(sys.argv[2], "w", newline="") as file:
    out = csv.writer(file)
    for key in sorted(got):
        values = sorted(got[key])
        out.writerow([*key, len(values), values[(len(values) - 1) // 2]])
"""
POLARS = """
import sys
import polars as pl
(pl.scan_csv(sys.argv[1] + "/wide/*.csv").unpivot(index="dossier", variable_name="criterion", value_name="score")
 .group_by("dossier", "criterion").agg(n=pl.col("score").count(), median=pl.col("score").median())
 .sort("dossier", "criterion").collect().write_csv(sys.argv[2]))
"""


def value(juror, dossier, criterion):
    seed = (juror * 1_000_003 + dossier * 7_919 + criterion * 104_729) & 0xFFFFFFFF
    seed = (seed * 2_654_435_761) & 0xFFFFFFFF
    return min(5, max(0, (dossier * 31 % 6) + (seed >> 29) % 3 - 1))


class Campaign:
    """A coordinator's store with all seats given, and one signed sheet a juror."""

    def __init__(self, program, folder, jurors, dossiers):
        self.program, self.folder = program, Path(folder)
        self.jurors, self.dossiers = jurors, dossiers
        self.empty, self.sheets = self.folder / "empty.sqlite", self.folder / "sheets"
        self.folder.mkdir(parents=True)
        self.sheets.mkdir()
        self.keys = []
        self.prepare()
        self.write_tables()

    def run(self, *args, store=None):
        command = [self.program, "--lang", "en", "--json", "--store", str(store or self.empty), *map(str, args)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{command}: exit {done.returncode}\n{done.stderr}")
        return json.loads(done.stdout) if done.stdout else None

    def prepare(self):
        self.run("campaign", "new", "--grid", "tnl-2016", "--edition", "Bench")
        table = self.folder / "dossiers.csv"
        with open(table, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["ID", "Nom"])
            out.writerows([number, f"Commune fictive {number}"] for number in self.numbers())
        mapping = self.folder / "mapping.toml"
        mapping.write_text('[dossier]\nnumber = "ID"\nname = "Nom"\n')
        self.run("import", table, "--mapping", mapping)
        for juror in range(self.jurors):
            self.run("juror", "add", f"Juror {juror:02}")
        self.run("assign", "--all")
        packages = self.folder / "packages"
        self.run("pack", "--out", packages)
        ids = {row["number"]: row["id"] for row in self.run("dossiers")}
        for juror, package in enumerate(sorted(packages.glob("*.jury.zip"))):
            with zipfile.ZipFile(package) as inside:
                member = {name.split("data/")[-1]: name for name in inside.namelist()}
                campaign = json.loads(inside.read(member["campaign.json"]))
                addressee = json.loads(inside.read(member["juror.json"]))
            self.keys.append((campaign, addressee, ids))
            self.sign(juror, 0)
        shutil.rmtree(packages)
        # The store is as a coordinator has it before sheets come: at rest, in one file.
        self.run("check")

    def numbers(self):
        return [str(20_000 + dossier) for dossier in range(self.dossiers)]

    def sign(self, juror, turn, folder=None):
        """Writes the juror's sheet; a later turn changes the first dossier's first score."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        campaign, addressee, ids = self.keys[juror]
        device = hashlib.sha256(f"device {juror}".encode()).hexdigest()[:16]
        key = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"key {juror}".encode()).digest())
        public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        parts = []
        for dossier, number in enumerate(self.numbers()):
            scores = {}
            for place, code in enumerate(CRITERIA):
                mark, clock = value(juror, dossier, place), dossier * len(CRITERIA) + place + 1
                if turn and dossier == 0 and place == 0:
                    mark, clock = (mark + turn) % 6, self.dossiers * len(CRITERIA) + turn
                scores[code] = {"value": mark, "clock": {device: clock}}
            parts.append({"id": ids[number], "scores": scores})
        parts.sort(key=lambda part: part["id"])
        sheet = {
            "format": "tnl-jury/sheet", "version": 1, "campaign": campaign["id"], "grid": campaign["grid"],
            "juror": addressee["id"], "device": device, "revision": self.dossiers * len(CRITERIA) + turn,
            "written_at": "2026-11-01T10:00:00Z", "dossiers": parts, "recusals": [], "public_key": public.hex(),
            "endorsement": hmac.new(bytes.fromhex(addressee["secret"]), public, hashlib.sha256).hexdigest(),
        }
        canonical = lambda: json.dumps(sheet, sort_keys=True, separators=(",", ":")).encode()
        sheet["signature"] = key.sign(canonical()).hex()
        file = Path(folder or self.sheets) / f"juror-{juror:02}.sheet.json"
        file.write_bytes(canonical())
        return file

    def write_tables(self):
        """The same scores as the peers read them."""
        for kind in ("wide", "long"):
            (self.folder / kind).mkdir()
        for juror in range(self.jurors):
            with open(self.folder / "wide" / f"{juror:02}.csv", "w") as wide, \
                    open(self.folder / "long" / f"{juror:02}.csv", "w") as long:
                wide.write("dossier," + ",".join(CRITERIA) + "\n")
                long.write("juror,dossier,criterion,score\n")
                for dossier, number in enumerate(self.numbers()):
                    row = [value(juror, dossier, place) for place in range(len(CRITERIA))]
                    wide.write(f"{number}," + ",".join(map(str, row)) + "\n")
                    long.writelines(f"{juror},{number},{c},{v}\n" for c, v in zip(CRITERIA, row))

    def agrees(self, store):
        """Compares every consensus with the lower median computed here."""
        for row in self.run("results", store=store):
            dossier = int(row["number"]) - 20_000 if "number" in row else None
            if dossier is None:
                dossier = int(row["id"].rsplit("-", 1)[-1]) - 20_000
            for place, code in enumerate(CRITERIA):
                marks = sorted(value(juror, dossier, place) for juror in range(self.jurors))
                found, wanted = row["criteria"][code], marks[(len(marks) - 1) // 2]
                if (found["consensus"], found["n"]) != (wanted, len(marks)):
                    sys.exit(f"{row['id']} {code}: {found} instead of {wanted}")


def timed(command):
    """Runs a command; returns seconds."""
    start = time.perf_counter()
    code = subprocess.call(command, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - start
    if code:
        sys.exit(f"{command}: exit {code}")
    return took


def peak(command):
    """Returns the peak of a command's resident memory, in MB. A small process starts it: the system counts what the starter
    holds at that moment towards the started."""
    starter = "import os, subprocess, sys; p = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL);" \
              "_, status, usage = os.wait4(p.pid, 0); print(status, usage.ru_maxrss)"
    done = subprocess.run([sys.executable, "-S", "-c", starter, *command], check=True, capture_output=True, text=True)
    status, kilobytes = map(int, done.stdout.split())
    if status:
        sys.exit(f"{command}: status {status}")
    return kilobytes / 1024


def sqlite(folder, out):
    statements = ["CREATE TABLE s (juror TEXT, dossier TEXT, criterion TEXT, score REAL);", ".mode csv"]
    statements += [f".import --skip 1 {file} s" for file in sorted((folder / "long").glob("*.csv"))]
    statements += [f".output {out}", ".headers on",
                   "SELECT dossier, criterion, count(score) n, avg(score) mean FROM s GROUP BY 1, 2 ORDER BY 1, 2;"]
    script = folder / "import.sql"
    script.write_text("\n".join(statements))
    database = folder / "peer.db"
    return ["sh", "-c", f"rm -f {database}; sqlite3 {database} < {script}"]


def figure(samples, digits=3):
    return f"{statistics.median(samples):.{digits}f} ({min(samples):.{digits}f}–{max(samples):.{digits}f})"


def ratio(ours, theirs):
    return figure([a / b for a, b in zip(ours, theirs)], 2)


class Bench:
    def __init__(self, program, folder, rounds):
        self.program, self.folder, self.rounds = program, Path(folder), rounds
        self.has_polars = importlib.util.find_spec("polars") is not None
        self.has_sqlite = shutil.which("sqlite3") is not None

    def fresh(self, campaign):
        store = campaign.folder / "work.sqlite"
        for ending in ("", "-wal", "-shm", ".lock"):
            Path(f"{store}{ending}").unlink(missing_ok=True)
        shutil.rmtree(f"{store}.backups", ignore_errors=True)
        shutil.copy(campaign.empty, store)
        return store

    def command(self, store, *args):
        return [self.program, "--json", "--store", str(store), *map(str, args)]

    def ours(self, store, *args):
        return timed(self.command(store, *args))

    def large(self):
        campaign = Campaign(self.program, self.folder / "large", 30, 3500)
        store = self.fresh(campaign)
        self.ours(store, "merge", campaign.sheets)
        campaign.agrees(store)
        changed = self.folder / "changed"
        changed.mkdir()
        merge, results, table, again, one, memory = ([] for _ in range(6))
        peer, polars = [], []
        out = campaign.folder / "out.csv"
        for turn in range(1, self.rounds + 1):
            store = self.fresh(campaign)
            merge.append(self.ours(store, "merge", campaign.sheets))
            results.append(self.ours(store, "results", "--csv", out))
            table.append(merge[-1] + results[-1])
            again.append(self.ours(store, "merge", campaign.sheets))
            one.append(self.ours(store, "merge", campaign.sign(turn % 30, turn, changed)))
            if self.has_sqlite:
                peer.append(timed(sqlite(campaign.folder, campaign.folder / "peer.csv")))
            if self.has_polars:
                polars.append(timed([sys.executable, "-c", POLARS, str(campaign.folder), str(out)]))
            memory.append(peak(self.command(self.fresh(campaign), "merge", campaign.sheets)))
        print(f"merge of 1.26 M signed scores, s: {figure(merge)}; results to CSV, s: {figure(results)}")
        if peer:
            print(f"13  merge + results + CSV ÷ sqlite3 import + avg ({figure(peer)} s): {ratio(table, peer)}   must 1.0, aim 0.5")
        if polars:
            print(f"14  results ÷ polars from CSV ({figure(polars)} s): {ratio(results, polars)}   must 1.0, aim 0.5")
        print(f"16  the same sheets again ÷ first merge: {ratio(again, merge)}   must 0.3, aim 0.1")
        print(f"16  one changed sheet ÷ first merge: {ratio(one, merge)}   must 0.1, aim 0.05")
        print(f"17  peak memory of the big merge, MB: {figure(memory, 1)}   must 64, aim 32")

    def small(self):
        campaign = Campaign(self.program, self.folder / "small", 30, 60)
        ours, naive = [], []
        out = campaign.folder / "out.csv"
        for _ in range(self.rounds * 3):
            store = self.fresh(campaign)
            ours.append(self.ours(store, "merge", campaign.sheets) + self.ours(store, "results", "--csv", out))
            naive.append(timed([sys.executable, "-S", "-c", NAIVE, str(campaign.folder), str(out)]))
        print(f"15  30 × 60 × 12, merge + results ÷ a dozen lines of Python ({figure(naive)} s): {ratio(ours, naive)}"
              "   must 0.8, aim 0.4")

    def growth(self):
        """The slope of time over scores, in logarithms, between the least and the most."""
        sizes, medians = [(10, 9), (30, 28), (30, 280), (30, 2800)], []
        for jurors, dossiers in sizes:
            campaign = Campaign(self.program, self.folder / f"growth-{dossiers}", jurors, dossiers)
            samples = []
            for _ in range(self.rounds):
                samples.append(self.ours(self.fresh(campaign), "merge", campaign.sheets))
            medians.append((jurors * dossiers * len(CRITERIA), statistics.median(samples)))
            shutil.rmtree(campaign.folder)
        (least, fast), (most, slow) = medians[0], medians[-1]
        slope = math.log(slow / fast) / math.log(most / least)
        steps = ", ".join(f"{n}: {s:.3f} s" for n, s in medians)
        print(f"18  growth exponent of merge ({steps}): {slope:.2f}   must 1.05, aim 1.0")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "target/release/tnl-jury")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=["large", "small", "growth"])
    args = parser.parse_args()
    if importlib.util.find_spec("cryptography") is None:
        sys.exit("cryptography is missing: pip install cryptography")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(str(Path(args.program).resolve()), folder, args.rounds)
        for peer, there in (("polars", bench.has_polars), ("sqlite3", bench.has_sqlite)):
            if not there:
                print(f"{peer} is missing: its figures are left out")
        for part in (bench.large, bench.small, bench.growth):
            if args.only in (None, part.__name__):
                part()


if __name__ == "__main__":
    main()
