-- Version 1: everything that a campaign holds, for a coordinator or for one juror.
-- What people did is appended (event, sheet, journal) and can't be changed or deleted, not even by a mistake of ours;
-- ballot, note and decision are what those appended rows amount to, and `check` rebuilds and compares them.
-- `sum` is a checksum over a row's content: SQLite's own integrity check does not see a flipped bit in a value.

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE juror (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL,
  secret TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
  id TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  standing TEXT NOT NULL,
  given INTEGER NOT NULL,
  digest TEXT NOT NULL,
  json TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT;
-- Platforms count dossiers: the shorter number is the lower one.
CREATE INDEX dossier_order ON dossier (length(number), number);

-- The digest is the checksum.
CREATE TABLE evidence (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Which dossier holds which piece, and whether what it says can be found there: made from the dossiers.
CREATE TABLE piece (
  dossier TEXT NOT NULL REFERENCES dossier (id),
  sha256 TEXT NOT NULL,
  read INTEGER NOT NULL,
  PRIMARY KEY (dossier, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX piece_unread ON piece (read) WHERE read = 0;

CREATE TABLE seat (
  dossier TEXT NOT NULL REFERENCES dossier (id),
  juror TEXT NOT NULL REFERENCES juror (id),
  sum BLOB NOT NULL,
  PRIMARY KEY (dossier, juror)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflict (
  juror TEXT NOT NULL REFERENCES juror (id),
  dossier TEXT NOT NULL REFERENCES dossier (id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  sum BLOB NOT NULL,
  PRIMARY KEY (juror, dossier)
) STRICT, WITHOUT ROWID;

-- Suggested conflicts of interest that the coordinator found to be none: for good, whatever is imported again.
CREATE TABLE no_conflict (
  juror TEXT NOT NULL REFERENCES juror (id),
  dossier TEXT NOT NULL REFERENCES dossier (id),
  at TEXT NOT NULL,
  sum BLOB NOT NULL,
  PRIMARY KEY (juror, dossier)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  device TEXT NOT NULL,
  dossier TEXT NOT NULL REFERENCES dossier (id),
  criterion TEXT NOT NULL,
  payload TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT;
CREATE INDEX event_place ON event (dossier, criterion);

-- What a juror wrote on a dossier. First what counts of it, which all results read: the marks that stand, and whether
-- anything is in conflict. Then all of it: every version that no other has seen, with comments and citations. By juror, as
-- sheets come: a table by dossier would be written whole for each sheet.
CREATE TABLE ballot (
  juror TEXT NOT NULL,
  dossier TEXT NOT NULL REFERENCES dossier (id),
  marks TEXT NOT NULL,
  scored INTEGER NOT NULL,
  recused INTEGER NOT NULL,
  forks INTEGER NOT NULL,
  fed INTEGER NOT NULL,
  sum BLOB NOT NULL,
  json TEXT NOT NULL,
  json_sum BLOB NOT NULL,
  PRIMARY KEY (juror, dossier)
) STRICT, WITHOUT ROWID;

-- Conflicts are few, and counted after every merge.
CREATE INDEX ballot_forked ON ballot (juror, dossier, forks) WHERE forks > 0;

CREATE TABLE note (
  dossier TEXT NOT NULL REFERENCES dossier (id),
  criterion TEXT NOT NULL,
  text TEXT NOT NULL,
  sum BLOB NOT NULL,
  PRIMARY KEY (dossier, criterion)
) STRICT, WITHOUT ROWID;

-- On a juror's side: their own, from another device.
CREATE TABLE sheet (
  digest TEXT NOT NULL PRIMARY KEY,
  juror TEXT NOT NULL,
  device TEXT NOT NULL,
  revision INTEGER NOT NULL,
  file TEXT NOT NULL,
  written_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  sum BLOB NOT NULL,
  packed BLOB NOT NULL
) STRICT;
CREATE INDEX sheet_juror ON sheet (juror, revision);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  prev TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
  dossier TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
  seq INTEGER NOT NULL REFERENCES journal (seq),
  json TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER event_is_fixed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER sheet_is_kept BEFORE DELETE ON sheet BEGIN SELECT RAISE(ABORT, 'sheets are never deleted'); END;
CREATE TRIGGER sheet_is_fixed BEFORE UPDATE ON sheet BEGIN SELECT RAISE(ABORT, 'sheets are never changed'); END;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END;
CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

-- On a juror's side: answers that a newer package changed after something was scored on the dossier, with what they
-- said before, until the juror looked at them.
CREATE TABLE change (
  dossier TEXT NOT NULL REFERENCES dossier (id),
  champ TEXT NOT NULL,
  before TEXT NOT NULL,
  at TEXT NOT NULL,
  sum BLOB NOT NULL,
  PRIMARY KEY (dossier, champ)
) STRICT, WITHOUT ROWID;

-- On a juror's side: dossiers on which they want no recusal suggested any more.
CREATE TABLE dismissal (
  dossier TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
  at TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Last edition's level and answers of a candidate, to be read beside this one's: nothing of last year's scores, comments
-- or jurors.
CREATE TABLE former (
  dossier TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
  json TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What was written about a dossier on the platform: the coordinator's alone, in no package.
CREATE TABLE correspondence (
  dossier TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
  json TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person said that a question of the intake form becomes, by the form's stable identifier.
CREATE TABLE mapping (
  champ TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL,
  json TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What evidence was read to say: it follows from the bytes and can be read again.
CREATE TABLE reading (
  sha256 TEXT NOT NULL PRIMARY KEY REFERENCES evidence (sha256),
  json TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Full-text search: passages as they were written, and an index over their folded form (no accents, no case, œ as oe),
-- because the tokenizer alone would not find `coeur` in `cœur`. Both follow from the rows above and can be rebuilt. The
-- answers of a dossier are one passage without a text of its own: they stand in the dossier. Their questions are those
-- of thousands of other dossiers, and indexed once for all.
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  dossier TEXT NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX passage_place ON passage (dossier, kind, place);
CREATE VIRTUAL TABLE passage_index USING fts5 (
  folded, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  folded TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE question_index USING fts5 (
  folded, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
