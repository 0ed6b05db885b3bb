"""Has real readers read the publication folder of the demo: LibreOffice the ODS and ODT, pdftotext and pdffonts the PDF,
frictionless the data package, Chromium with axe-core the page.

    cargo build --all-features && python3 tests/readers/check.py [--install] target/debug/tnl-jury

`--install` gets the readers from Debian, PyPI and npm first. A reader that is not there is named and left out; one that
finds a fault fails the whole. Standard library only.
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
HISTORY = HERE.parents[1] / "fixtures/history/tnl_results.csv"
DEBIAN = ["libreoffice-calc", "libreoffice-writer", "poppler-utils", "chromium", "nodejs", "npm"]
faults, left_out = [], []


def run(*command, **more):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=600, **more)


def install(scratch):
    run("apt-get", "update")
    run("apt-get", "install", "-y", "--no-install-recommends", *DEBIAN)
    run(sys.executable, "-m", "pip", "install", "-q", "--break-system-packages", "frictionless[ods]")
    run("npm", "install", "--prefix", scratch, "puppeteer-core", "axe-core")


def has(*programs):
    found = next((shutil.which(program) for program in programs if shutil.which(program)), None)
    if not found:
        left_out.append(programs[0])
    return found


def holds(what, is_so, why=""):
    print(f"{'ok ' if is_so else 'NOT'} {what}{'' if is_so else ': ' + why.strip()[:600]}")
    if not is_so:
        faults.append(what)


def libreoffice(folder, scratch):
    office = has("soffice", "libreoffice")
    if not office:
        return
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76"
    ran = run(office, "--headless", "--convert-to", as_csv, "--outdir", scratch, folder / "palmares.ods")
    read = scratch / "palmares.csv"
    table = lambda text: list(csv.reader(io.StringIO(text)))
    ours = table((folder / "palmares.csv").read_text("utf-8"))
    theirs = table(read.read_text("utf-8")) if read.exists() else []
    holds("LibreOffice reads the same values in palmares.ods", theirs == ours, ran.stderr or str(theirs)[:300])
    papers = [folder / "proces-verbal.odt", *sorted((folder / "lettres").glob("*.odt"))[:1]]
    for paper in [*papers, *sorted((folder / "attestations").glob("*.odt"))[:1]]:
        ran = run(office, "--headless", "--convert-to", "pdf", "--outdir", scratch, paper)
        pdf = scratch / (paper.stem + ".pdf")
        holds(f"LibreOffice opens {paper.parent.name}/{paper.name}", pdf.exists(), ran.stderr)
        in_order(pdf, paper.parent.name)


PARTS = {
    "lettres": ["Label Territoire", "Madame, Monsieur", "Votre profil", "salutations"],
    "attestations": ["Label Territoire", "est décerné à", "Décision du"],
}


def in_order(pdf, kind):
    text = has("pdftotext")
    if text and pdf.exists():
        said = run(text, pdf, "-").stdout
        parts = PARTS.get(kind, ["Procès-verbal", "Séance 1", "Présents", "Signatures"])
        places = [said.find(part) for part in parts]
        holds(f"{kind}/{pdf.name} is read in order", -1 not in places and places == sorted(places), str(places))


def printed(folder):
    """The PDF files: in reading order, tagged, every face in the file, marked as PDF/A-2a and PDF/UA-1. With veraPDF, checked."""
    info, fonts, verapdf = has("pdfinfo"), has("pdffonts"), shutil.which("verapdf")
    for kind in [".", "lettres", "attestations"]:
        for pdf in sorted((folder / kind).glob("*.pdf"))[:2]:
            name = f"{kind}/{pdf.name}"
            in_order(pdf, kind)
            if info and fonts:
                is_tagged = re.search(r"Tagged: +yes", run(info, pdf).stdout)
                marks = run(info, "-meta", pdf).stdout
                marked = [f"<pdf{key}>{value}<" in marks for key, value in [("aid:part", 2), ("aid:conformance", "A"), ("uaid:part", 1)]]
                holds(f"{name} is tagged and marked as PDF/A-2a and PDF/UA-1", is_tagged and all(marked), marks)
                embedded = [line.split()[-5:-2] for line in run(fonts, pdf).stdout.splitlines()[2:]]
                holds(f"{name} brings its faces", embedded and all(row == ["yes"] * 3 for row in embedded), str(embedded))
            if verapdf:
                ran = run(verapdf, "--flavour", "2a", "--format", "text", pdf)
                holds(f"veraPDF passes {name}", ran.stdout.startswith("PASS"), ran.stdout)
    if not list(folder.glob("*.pdf")):
        left_out.append("PDF (built without the feature pdf)")
    if not verapdf:
        left_out.append("verapdf")


def frictionless(folder):
    ran = run(sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json", cwd=folder)
    if "No module named" in ran.stderr:
        left_out.append("frictionless")
        return
    try:
        report = json.loads(ran.stdout)
    except ValueError:
        return holds("frictionless validates the data package", False, ran.stderr or ran.stdout)
    errors = [error["message"] for task in report["tasks"] for error in task["errors"]]
    holds("frictionless validates the data package", report["valid"], "; ".join(errors))


def axe(folder, scratch):
    node, chromium = has("node"), has("chromium", "chromium-browser", "google-chrome")
    script = scratch / "node_modules/axe-core/axe.min.js"
    if not script.exists():
        left_out.append("axe-core")
    if node and chromium and script.exists():
        shutil.copy(HERE / "axe.js", scratch / "axe.js")
        for page in ["palmares.html", "internal/statistiques.html"]:
            ran = run(node, scratch / "axe.js", folder / page, chromium, script)
            holds(f"axe-core finds no barrier in {page} at 320, 768 and 1280 px", ran.returncode == 0, ran.stdout + ran.stderr)


def places(program, store, scratch):
    """A list of territories with a place for each labelled candidate."""
    rows = json.loads(run(program, "--json", "--store", store, "export", "--dry-run").stdout)["palmares"]
    point = lambda at: {"type": "Point", "coordinates": [2.3522219 + at, 48.85]}
    listed = [{"nom": row["nom"], "code": "99001", "siren": row["siren"], "codeDepartement": "99", "codeRegion": "99",
               "centre": point(at)} for at, row in enumerate(rows)]
    file = scratch / "places.json"
    file.write_text(json.dumps(listed))
    return file


def main():
    words = [word for word in sys.argv[1:] if word != "--install"]
    program = Path(words[0] if words else "target/debug/tnl-jury").resolve()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        if "--install" in sys.argv:
            install(scratch)
        made = run(program, "--json", "demo", "--as", "committee", "--dir", scratch / "demo")
        store = json.loads(made.stdout)["store"]
        folder = scratch / "publication"
        export = [program, "--store", store, "export", "--draft", "--out", folder, "--history", HISTORY]
        done = run(*export, "--reference", places(program, store, scratch))
        holds("the folder is written", done.returncode == 0, done.stderr)
        if done.returncode == 0:
            libreoffice(folder, scratch)
            printed(folder)
            frictionless(folder)
            axe(folder, scratch)
    for reader in sorted(set(left_out)):
        print(f"--  {reader} is not here: left out")
    sys.exit(1 if faults else 0)


main()
