#!/usr/bin/env python3
"""Publication figures: what the folder costs for 60 and for 3,500 candidates, all decided after a jury of 30. Never a test.

    cargo build --release --locked && python3 tests/bench/publish.py

Needs PyPI's `cryptography` (see merge.py). Medians of the rounds, with their minimum and maximum; memory is the largest
resident set of the process.
"""

import argparse
import math
import statistics
import tempfile
from pathlib import Path

from merge import ROOT, Campaign, figure, peak, timed

SIZES = (60, 350, 3500)


def decided(program, folder, dossiers):
    """A campaign whose every dossier has a level or none."""
    campaign = Campaign(program, folder, 30 if dossiers <= 350 else 6, dossiers)
    campaign.run("merge", campaign.sheets)
    campaign.run("session", "open", "--present", *(f"Juror {juror:02}" for juror in range(campaign.jurors)))
    campaign.run("adopt")
    left = [row["number"] for row in campaign.run("export", "--dry-run")["undecided"]]
    for at, number in enumerate(left):
        level = ["none", "1", "2", "3", "4", "5"][at % 6]
        campaign.run("decide", number, "--level", level, "--reason", "Au vu du dossier", "--feedback", "Publier la liste.")
    campaign.run("session", "close")
    return campaign


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "target/release/tnl-jury")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    program = str(Path(args.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        whole = []
        for size in SIZES:
            campaign = decided(program, Path(folder) / str(size), size)
            export = [program, "--store", str(campaign.empty), "export", "--out", f"{folder}/out-{size}"]
            took = [timed(export) for _ in range(args.rounds)]
            public = [timed([*export[:-1], f"{folder}/web-{size}", "--public-only"]) for _ in range(args.rounds)]
            whole.append((size, statistics.median(took)))
            print(f"{size} candidates: whole folder {figure(took)} s, public files alone {figure(public)} s,"
                  f" peak memory {peak(export):.1f} MB", flush=True)
        print("60: must be at most 3 s whole, 0.3 s public")
        (least, fast), (most, slow) = whole[1], whole[-1]
        print(f"growth exponent from {least} to {most}: {math.log(slow / fast) / math.log(most / least):.2f}   must be about 1")


if __name__ == "__main__":
    main()
