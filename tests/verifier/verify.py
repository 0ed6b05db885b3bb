#!/usr/bin/env python3
"""Recomputes a campaign's levels from what anyone may hold in their hands, and compares them with the program's.

    verify.py CAMPAIGN_FOLDER…

A folder holds
    packages/*.jury.zip   what `pack` gave to each juror: the grid, who was given what, the secret that endorses a key
    sheets/*.sheet.json   the accepted sheets, as they were handed in
    journal.json          `tnl-jury --json log`: conflicts of interest declared, sides kept, values set by the committee
    results.json          `tnl-jury --json results`: what is to be verified

It shares no line with the program and needs the standard library of Python 3.11 alone. It verifies that each sheet is
in canonical form, of this campaign and grid, endorsed by its juror's package, within what that juror was given; that the
journal is a whole chain and names exactly these sheets; and every number of every result, in exact fractions. It does
not verify Ed25519 signatures, which the standard library lacks: `tnl-jury sheet verify` does.

Exit code: 0 all agree, 1 something differs, 2 a folder that can't be read.
"""

import hashlib
import hmac
import json
import sys
import tomllib
import zipfile
from fractions import Fraction
from pathlib import Path

NA, ABSTAIN = "na", "abstain"


def canonical(value):
    """RFC 8785 for what sheets and the journal hold: texts, whole numbers, lists and objects."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))
        return "{" + ",".join(canonical(k) + ":" + canonical(v) for k, v in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        raise ValueError("a number that is not whole")
    return json.dumps(value, ensure_ascii=False)


def sha256(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Campaign:
    """What the folder says, before anything is computed."""

    def __init__(self, folder):
        self.faults = []
        self.seats, self.secrets, self.grid, self.digest, self.id = set(), {}, None, None, None
        for path in sorted((folder / "packages").glob("*.jury.zip")):
            self.read_package(path)
        if self.grid is None:
            raise ValueError("no package")
        self.levels = sorted(self.grid.get("levels", []), key=lambda level: level["rank"])
        self.declared, self.kept, self.set, listed = set(), [], {}, []
        for entry in self.read_journal(json.loads((folder / "journal.json").read_text("utf-8"))):
            self.read_entry(entry, listed)
        self.ballots, found = {}, []
        for path in sorted((folder / "sheets").glob("*.sheet.json")):
            data = path.read_bytes()
            found.append(sha256(data))
            self.read_sheet(path.name, data)
        if sorted(found) != sorted(listed):
            self.faults.append(f"the journal names {len(listed)} sheets, {len(found)} are here, and they differ")
        for juror, dossier, code, cell in self.kept:
            content = (cell["mark"], cell.get("comment", ""), cell.get("feedback", ""), cell.get("citations", []))
            self.ballot(juror, dossier)["cells"].setdefault(code, []).append((content, cell["clock"]))

    def read_package(self, path):
        with zipfile.ZipFile(path) as package:
            read = lambda name: json.loads(package.read(name))
            juror, campaign = read("data/juror.json"), read("data/campaign.json")
            grid = tomllib.loads(package.read("data/grid.toml").decode("utf-8"))
            if self.grid not in (None, grid) or self.id not in (None, campaign["id"]):
                self.faults.append(f"{path.name}: another campaign or grid")
            self.grid, self.id, self.digest = grid, campaign["id"], campaign["grid"]
            self.secrets[juror["id"]] = bytes.fromhex(juror["secret"])
            for name in package.namelist():
                if name.startswith("data/dossiers/") and name.endswith("/dossier.json"):
                    self.seats.add((juror["id"], read(name)["id"]))

    def read_journal(self, entries):
        """Follows the chain: each entry's digest is over its place, the one before, its time, kind and payload."""
        head = sha256(f"tnl-jury/journal/1\n{self.id}".encode())
        for place, entry in enumerate(entries, 1):
            lines = [str(place), head, entry["at"], entry["kind"], canonical(entry["payload"])]
            digest = sha256("\n".join(lines).encode())
            if (entry["seq"], entry["prev"], entry["digest"]) != (place, head, digest):
                self.faults.append(f"the journal is broken at {place}")
                break
            head = digest
        return entries

    def read_entry(self, entry, listed):
        kind, payload = entry["kind"], entry["payload"]
        pair = (payload.get("juror"), payload.get("dossier"))
        if kind == "conflict":
            self.declared.add(pair)
        elif kind == "conflict-undone" and payload["was"] == "declared":
            self.declared.discard(pair)
        elif kind == "sheet":
            listed.append(payload["sheet"])
        elif kind == "keep":
            self.kept.append((*pair, payload["criterion"], payload["cell"]))
        elif kind == "decision":
            self.set[payload["dossier"]] = payload.get("set", {})

    def ballot(self, juror, dossier):
        return self.ballots.setdefault((juror, dossier), {"cells": {}, "recusal": []})

    def read_sheet(self, name, data):
        sheet = json.loads(data)
        juror, key = sheet["juror"], bytes.fromhex(sheet["public_key"])
        endorsement = hmac.new(self.secrets.get(juror, b""), key, hashlib.sha256).hexdigest()
        for holds, what in [
            (canonical(sheet).encode() == data, "not in canonical form"),
            (sheet["campaign"] == self.id, "another campaign's"),
            (sheet["grid"] == self.digest, "another grid's"),
            (juror in self.secrets, "of nobody on the jury"),
            (hmac.compare_digest(endorsement, sheet["endorsement"]), "its key is not endorsed"),
        ]:
            if not holds:
                self.faults.append(f"{name}: {what}")
        for part in sheet["dossiers"]:
            self.given(name, juror, part["id"])
            for code, cell in part["scores"].items():
                mark = cell["value"]
                mark = str(mark) if isinstance(mark, int) else mark
                content = (mark, cell.get("comment", ""), cell.get("feedback", ""), cell.get("citations", []))
                self.ballot(juror, part["id"])["cells"].setdefault(code, []).append((content, cell["clock"]))
        for recusal in sheet["recusals"]:
            self.given(name, juror, recusal["dossier"])
            content = None if recusal.get("undone") else recusal.get("reason", "")
            self.ballot(juror, recusal["dossier"])["recusal"].append((content, recusal["clock"]))

    def given(self, name, juror, dossier):
        if (juror, dossier) not in self.seats | self.declared:
            self.faults.append(f"{name}: {dossier} was not given to {juror}")


def standing(versions):
    """The contents that no other version has seen, each once."""

    def covers(a, b):
        return all(a.get(device, 0) >= count for device, count in b.items())

    top = [v for v in versions if not any(covers(w[1], v[1]) and not covers(v[1], w[1]) for w in versions)]
    contents = []
    for content, _ in top:
        if content not in contents:
            contents.append(content)
    return contents


class Result:
    """One dossier, by RULES.md §1 and the small rules of COMMANDS.md."""

    def __init__(self, campaign, dossier):
        self.campaign, self.most = campaign, campaign.grid["scale"]["max"]
        self.conflicts, panel = 0, []
        for juror, _ in sorted(seat for seat in campaign.seats - campaign.declared if seat[1] == dossier):
            ballot = campaign.ballots.get((juror, dossier), {"cells": {}, "recusal": []})
            if any(content is not None for content in standing(ballot["recusal"])):
                continue
            sides = {code: standing(versions) for code, versions in ballot["cells"].items()}
            self.conflicts += sum(len(contents) > 1 for contents in sides.values())
            panel.append({code: contents[0][0] for code, contents in sides.items() if len(contents) == 1})
        fixed = campaign.set.get(dossier, {})
        codes = [c["code"] for axis in campaign.grid["axes"] for c in axis["criteria"]]
        self.criteria = {code: self.criterion(code, panel, fixed.get(code)) for code in codes}
        self.axes = {axis["code"]: self.axis(axis) for axis in campaign.grid["axes"]}
        self.total = self.whole()
        self.place = self.reached()

    def criterion(self, code, panel, fixed):
        marks = [marks.get(code) for marks in panel]
        grades = sorted(int(mark) for mark in marks if mark not in (None, NA, ABSTAIN))
        n, na = len(grades), marks.count(NA)
        if fixed is not None:
            consensus = fixed
        elif na > n:
            consensus = NA
        elif n >= self.campaign.grid.get("quorum", 3) and 2 * n > len(panel):
            consensus = grades[(n + 1) // 2 - 1]
        else:
            consensus = None
        return {"consensus": consensus, "set": fixed is not None, "n": n}

    def mean(self, parts):
        """Weighs values; nothing where one lacks, N.A. where none applies, else the mean over at least two thirds."""
        if any(value is None for _, value in parts):
            return None
        kept = [(weight, value) for weight, value in parts if value != NA]
        if not kept:
            return NA
        weight, whole = sum(w for w, _ in kept), sum(w for w, _ in parts)
        if weight == 0 or 3 * weight < 2 * whole:
            return None
        return sum(w * Fraction(v) for w, v in kept) / weight

    def axis(self, axis):
        return self.mean([(c.get("weight", 1), self.criteria[c["code"]]["consensus"]) for c in axis["criteria"]])

    def whole(self):
        axes = self.campaign.grid["axes"]
        total = self.mean([(axis.get("weight", 1), self.axes[axis["code"]]) for axis in axes])
        return None if total == NA else total

    def short(self, level):
        """The axes below a level's floors, in the grid's order."""
        floors = {code: Fraction(share) * self.most for code, share in level.get("floors", {}).items()}
        return [c for c, v in self.axes.items() if c in floors and isinstance(v, Fraction) and v < floors[c]]

    def threshold(self, level):
        return Fraction(level["threshold"]) * self.most

    def reached(self):
        """The number of the highest level whose conditions are all met; 0 below the lowest."""
        if self.total is None:
            return None
        met = [self.total >= self.threshold(level) and not self.short(level) for level in self.campaign.levels]
        return max((place for place, holds in enumerate(met, 1) if holds), default=0)

    def said(self):
        """The result in the program's words."""
        text = lambda value: str(value) if isinstance(value, Fraction) else value
        levels, place = self.campaign.levels, self.place
        own = levels[place - 1] if place else None
        following = levels[place] if place is not None and place < len(levels) else None
        return {
            "criteria": self.criteria,
            "axes": {code: text(value) for code, value in self.axes.items()},
            "total": text(self.total),
            "proposed": own["code"] if own else None if place is None else "none",
            "margin_up": text(self.threshold(following) - self.total) if following else None,
            "margin_down": text(self.total - self.threshold(own)) if own else None,
            "floors_short": self.short(following) if following else [],
            "conflicts": self.conflicts,
        }


def compare(row, said):
    told = {key: row[key] for key in said}
    told["criteria"] = {
        code: {key: criterion[key] for key in ("consensus", "set", "n")} for code, criterion in row["criteria"].items()
    }
    return [f"{row['id']}: {key}: the program says {told[key]}, we find {said[key]}" for key in said if told[key] != said[key]]


def verify(folder):
    campaign = Campaign(folder)
    faults = campaign.faults
    rows = json.loads((folder / "results.json").read_text("utf-8"))
    lacking = {dossier for _, dossier in campaign.seats} - {row["id"] for row in rows}
    faults += [f"{dossier}: no result" for dossier in sorted(lacking)]
    said = [Result(campaign, row["id"]).said() for row in rows]
    faults += [fault for row, result in zip(rows, said) for fault in compare(row, result)]
    return said, faults


def main(folders):
    results, bad = [], 0
    for folder in map(Path, folders):
        try:
            said, faults = verify(folder)
        except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            print(f"{folder}: can't be read: {error!r}", file=sys.stderr)
            return 2
        results += said
        bad += bool(faults)
        for fault in faults:
            print(f"{folder}: {fault}")
    levels, conflicts = sum(r["proposed"] is not None for r in results), sum(r["conflicts"] for r in results)
    print(f"{len(folders)} juries, {len(results)} dossiers recomputed ({levels} with a proposal, {conflicts} cells in conflict), {bad} juries differ")
    return 1 if bad else 0


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
