-- One row a list: a Markdown document being watched.
CREATE TABLE lists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    location TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'address', 'stdin')),
    hash TEXT,
    read_at TEXT,
    error TEXT
) STRICT;

-- One row an entry: a data set, challenge, tool or paper as the list names it.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    list INTEGER NOT NULL REFERENCES lists (id),
    parent INTEGER REFERENCES entries (id),
    name TEXT NOT NULL,
    section TEXT,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('dataset', 'challenge', 'paper', 'tool', 'list', 'other')),
    access TEXT,
    present INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1))
) STRICT;
CREATE INDEX entries_list ON entries (list);
CREATE INDEX entries_parent ON entries (parent);

-- One row a link: an address to check, whatever the number of its mentions.
CREATE TABLE links (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    host TEXT,
    state TEXT NOT NULL DEFAULT 'new'
        CHECK (state IN ('new', 'alive', 'unverified', 'suspect', 'down', 'dead')),
    since TEXT,
    verdict TEXT CHECK (verdict IN ('ok', 'moved', 'restricted', 'insecure', 'blocked', 'failing',
                                    'gone', 'invalid', 'skipped')),
    reason TEXT,
    http_status INTEGER,
    final_url TEXT,
    suggested_url TEXT,
    archive_url TEXT,
    first_seen TEXT NOT NULL,
    last_checked TEXT,
    last_ok TEXT,
    failing_since TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    uptime_30d REAL,
    etag TEXT,
    last_modified TEXT,
    response_ms INTEGER,
    certificate_expires TEXT,
    title TEXT,
    muted_until TEXT
) STRICT;
CREATE INDEX links_host ON links (host);
CREATE INDEX links_state ON links (state);
CREATE INDEX links_verdict ON links (verdict);

-- One row a mention: a place in a list where a link stands.
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    link INTEGER NOT NULL REFERENCES links (id),
    list INTEGER NOT NULL REFERENCES lists (id),
    entry INTEGER REFERENCES entries (id),
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    text TEXT,
    raw TEXT NOT NULL,
    repair TEXT,
    role TEXT NOT NULL CHECK (role IN ('data', 'download', 'info', 'paper', 'code', 'challenge',
                                       'list', 'image', 'other')),
    present INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1))
) STRICT;
CREATE INDEX mentions_link ON mentions (link);
CREATE INDEX mentions_list ON mentions (list);
CREATE INDEX mentions_entry ON mentions (entry);

-- One row a night: a crawl. `interrupted` stands until the night is over.
CREATE TABLE nights (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('complete', 'void', 'interrupted')),
    counts TEXT CHECK (counts IS NULL OR json_valid(counts)),
    version TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;

-- One row a run of equal looks at a link, however many nights it lasted.
CREATE TABLE observations (
    id INTEGER PRIMARY KEY,
    link INTEGER NOT NULL REFERENCES links (id),
    verdict TEXT NOT NULL
        CHECK (verdict IN ('ok', 'moved', 'restricted', 'insecure', 'blocked', 'failing', 'gone',
                           'invalid', 'skipped')),
    reason TEXT NOT NULL,
    http_status INTEGER,
    final_url TEXT,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    looks INTEGER NOT NULL DEFAULT 1,
    evidence TEXT NOT NULL CHECK (json_valid(evidence))
) STRICT;
CREATE INDEX observations_link ON observations (link, last_at);

-- One row a metadata value of a link, from one source.
CREATE TABLE fields (
    id INTEGER PRIMARY KEY,
    link INTEGER NOT NULL REFERENCES links (id),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    raw TEXT,
    source TEXT NOT NULL,
    chosen INTEGER NOT NULL DEFAULT 1 CHECK (chosen IN (0, 1)),
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    UNIQUE (link, field, source)
) STRICT;
CREATE INDEX fields_field ON fields (field, value);

-- One row an event: a difference between nights.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    night INTEGER NOT NULL REFERENCES nights (id),
    link INTEGER REFERENCES links (id),
    entry INTEGER REFERENCES entries (id),
    list INTEGER REFERENCES lists (id),
    kind TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('critical', 'major', 'minor', 'info')),
    before TEXT,
    after TEXT,
    told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
) STRICT;
CREATE INDEX events_night ON events (night);
CREATE INDEX events_link ON events (link);
CREATE INDEX events_entry ON events (entry);
CREATE INDEX events_list ON events (list);

-- One row a host: what its links have in common.
CREATE TABLE hosts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    robots TEXT,
    pace REAL,
    fingerprint TEXT,
    incident TEXT
) STRICT;

-- Full-text search; the triggers watch only the columns that are searched.
-- Datasette finds a table's search by this very spelling of `content`.
CREATE VIRTUAL TABLE links_fts USING fts5 (url, title, content="links", content_rowid="id");
CREATE TRIGGER links_fts_insert AFTER INSERT ON links BEGIN
    INSERT INTO links_fts (rowid, url, title) VALUES (new.id, new.url, new.title);
END;
CREATE TRIGGER links_fts_update AFTER UPDATE OF url, title ON links
WHEN old.url IS NOT new.url OR old.title IS NOT new.title BEGIN
    INSERT INTO links_fts (links_fts, rowid, url, title)
    VALUES ('delete', old.id, old.url, old.title);
    INSERT INTO links_fts (rowid, url, title) VALUES (new.id, new.url, new.title);
END;
CREATE VIRTUAL TABLE entries_fts USING fts5 (name, section, content="entries", content_rowid="id");
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries BEGIN
    INSERT INTO entries_fts (rowid, name, section) VALUES (new.id, new.name, new.section);
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF name, section ON entries
WHEN old.name IS NOT new.name OR old.section IS NOT new.section BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, name, section)
    VALUES ('delete', old.id, old.name, old.section);
    INSERT INTO entries_fts (rowid, name, section) VALUES (new.id, new.name, new.section);
END;
