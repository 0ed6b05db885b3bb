#!/usr/bin/env python3
"""Intake figures: what it costs to take an edition in, each beside a peer in the same interleaved run. Never a test.

    cargo build --release --locked && python3 tests/bench/intake.py

Peers: orjson parsing the same JSON (it stores nothing), pandas reading the same ODS, openpyxl reading the same XLSX.
Those that are missing are named and skipped. Medians of the rounds, with their minimum and maximum; memory is the
largest resident set of the process.
"""

import argparse
import importlib.util
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
WORDS = """logiciel libre commune données ouvertes formats école mairie élus délibération charte portail serveur
bureautique agents formation publication réutilisation interopérabilité œuvre contribution association territoire
numérique""".split() + [f"mot{k}" for k in range(3000)]
CHAMPS = 9


def texts(rng, count):
    return [" ".join(rng.choice(WORDS) for _ in range(12 + c)) for c in range(count)]


def dossier(number, rng):
    champs = [
        {
            "id": f"Q2hhbXAt{1000 + c}", "champDescriptorId": f"Q2hhbXAt{1000 + c}", "__typename": "TextChamp",
            "label": f"Question {c + 1} : quels formats et quels logiciels ?", "stringValue": text,
            "updatedAt": "2026-10-01T10:00:00+02:00", "prefilled": False,
        }
        for c, text in enumerate(texts(rng, CHAMPS))
    ]
    return {
        "__typename": "Dossier", "id": f"RG9zc2llci0{number}", "number": number, "archived": False,
        "state": "en_instruction", "dateDepot": "2026-10-01T09:30:00+02:00",
        "dateDerniereModification": "2026-10-01T10:00:00+02:00",
        "usager": {"email": f"agent{number}@exemple.invalid"},
        "demandeur": {
            "__typename": "PersonneMorale", "siret": "21990001600011",
            "entreprise": {"siren": "219900016", "raisonSociale": f"COMMUNE FICTIVE {number}", "nomCommercial": "",
                           "formeJuridiqueCode": "7210"},
            "address": {"cityCode": "99001", "cityName": "Fictive", "departmentCode": "99", "regionCode": "99"},
        },
        "champs": champs, "annotations": [], "avis": [], "messages": [],
    }


def write_json(path, count):
    rng = random.Random(7)
    page = {"hasPreviousPage": False, "hasNextPage": False, "startCursor": "a", "endCursor": "b"}
    head = {"id": "RGVtYXJjaGUtMQ==", "number": 1, "title": "Label fictif", "state": "publiee",
            "dossiers": {"pageInfo": page, "nodes": []}}
    start, end = json.dumps({"data": {"demarche": head}}, ensure_ascii=False).split("[]")
    with open(path, "w", encoding="utf-8") as out:
        out.write(start + "[")
        for i in range(count):
            out.write(("," if i else "") + json.dumps(dossier(100_000 + i, rng), ensure_ascii=False))
        out.write("]" + end)


def rows(count):
    rng = random.Random(11)
    yield ["Numéro", "Nom"] + [f"Question {c + 1}" for c in range(CHAMPS)]
    for i in range(count):
        yield [str(100_000 + i), f"COMMUNE FICTIVE {i}"] + texts(rng, CHAMPS)


def write_ods(path, count):
    cells = lambda row: "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>' for c in row)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        out.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest '
                     'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
                     'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
                     '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
                     "</manifest:manifest>")
        with out.open("content.xml", "w") as content:
            content.write(b'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
                          b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                          b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
                          b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
                          b'<office:body><office:spreadsheet><table:table table:name="Dossiers">')
            for row in rows(count):
                content.write(f"<table:table-row>{cells(row)}</table:table-row>".encode())
            content.write(b"</table:table></office:spreadsheet></office:body></office:document-content>")


def write_xlsx(path, count):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Dossiers")
    for row in rows(count):
        sheet.append(row)
    book.save(path)


STARTER = """
import os, subprocess, sys, time
start = time.perf_counter(); process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(status, time.perf_counter() - start, usage.ru_maxrss)
"""


def measured(argv):
    """Runs a process; returns seconds and the peak of its resident set in MB. A small process starts it: the system counts
    what the starter holds at that moment towards the started."""
    starter = [sys.executable, "-S", "-c", STARTER, *map(str, argv)]
    status, took, kilobytes = subprocess.run(starter, check=True, capture_output=True, text=True).stdout.split()
    if int(status):
        sys.exit(f"{argv}: {status}")
    return float(took), int(kilobytes) / 1024


def python(code, *args):
    return [sys.executable, "-c", code, *map(str, args)]


ORJSON = """
import sys, time, orjson
data = open(sys.argv[1], "rb").read()
start = time.perf_counter(); orjson.loads(data)
print(time.perf_counter() - start)
"""
PANDAS = "import sys, pandas; pandas.read_excel(sys.argv[1], engine='odf')"
OPENPYXL = """
import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True): pass
"""


def figure(samples):
    return f"{statistics.median(samples):8.2f} [{min(samples):.2f}–{max(samples):.2f}]"


def has(module):
    found = importlib.util.find_spec(module) is not None
    if not found:
        print(f"  {module}: not installed, skipped")
    return found


def imports(program, folder, source, extra=()):
    """Imports a file into a new campaign."""
    store = folder / "s.sqlite"
    shutil.rmtree(f"{store}.backups", ignore_errors=True)
    for old in folder.glob("s.sqlite*"):
        old.unlink()
    new = [program, "--store", store, "campaign", "new", "--grid", "tnl-2024", "--edition", "2026"]
    subprocess.run(new, check=True, stdout=subprocess.DEVNULL)
    return measured([program, "--store", store, "--json", "import", source, *extra])


def compare(title, ours, peer, rounds, size=None):
    mine, memory, theirs = [], [], []
    for _ in range(rounds):
        took, peak = ours()
        mine.append(took)
        memory.append(peak)
        if peer:
            theirs.append(peer())
    print(f"\n{title}")
    share = f"   ÷ file: {statistics.median(memory) / size:.2f}" if size else ""
    print(f"  tnl-jury import  {figure(mine)} s   peak {statistics.median(memory):.0f} MB{share}")
    if theirs:
        ratio = statistics.median(a / b for a, b in zip(mine, theirs))
        print(f"  peer             {figure(theirs)} s   ratio {ratio:.2f}")
    return statistics.median(memory)


def orjson_parse(path):
    return float(subprocess.run(python(ORJSON, path), check=True, capture_output=True, text=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "target/release/tnl-jury")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--dossiers", type=int, default=35_000)
    parser.add_argument("--rows", type=int, default=3_500)
    args = parser.parse_args()
    program = str(Path(args.program).resolve())
    if shutil.which(program) is None:
        sys.exit(f"{program} is not there: cargo build --release --locked")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peaks = {}
        for count in (args.dossiers // 10, args.dossiers):
            source = folder / f"{count}.json"
            write_json(source, count)
            size = source.stat().st_size / 1e6
            peer = (lambda: orjson_parse(source)) if has("orjson") else None
            title = f"JSON of the platform, {count} dossiers, {size:.0f} MB; peer: orjson, parse alone (bars 19, 20)"
            peaks[count] = compare(title, lambda: imports(program, folder, source), peer, args.rounds, size)
        growth = peaks[args.dossiers] / peaks[args.dossiers // 10]
        print(f"  peak memory of ten times as many dossiers: × {growth:.2f}")
        ods = folder / "t.ods"
        write_ods(ods, args.rows)
        peer = (lambda: measured(python(PANDAS, ods))[0]) if has("pandas") and has("odf") else None
        compare(f"ODS, {args.rows} rows; peer: pandas (bar 21)", lambda: imports(program, folder, ods), peer, args.rounds)
        if has("openpyxl"):
            xlsx = folder / "t.xlsx"
            write_xlsx(xlsx, args.rows)
            peer = lambda: measured(python(OPENPYXL, xlsx))[0]
            title = f"XLSX, {args.rows} rows; peer: openpyxl (bar 21)"
            compare(title, lambda: imports(program, folder, xlsx), peer, args.rounds)


if __name__ == "__main__":
    main()
