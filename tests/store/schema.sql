CREATE TABLE lists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    location TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'address', 'stdin')),
    hash TEXT,
    read_at TEXT,
    error TEXT
) STRICT;
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
, last_night TEXT, flapping INTEGER NOT NULL DEFAULT 0 CHECK (flapping IN (0, 1)), slowest_ms INTEGER) STRICT;
CREATE INDEX links_host ON links (host);
CREATE INDEX links_state ON links (state);
CREATE INDEX links_verdict ON links (verdict);
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
CREATE TABLE nights (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('complete', 'void', 'interrupted')),
    counts TEXT CHECK (counts IS NULL OR json_valid(counts)),
    version TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings))
, why TEXT) STRICT;
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
, suggested_url TEXT, nights INTEGER NOT NULL DEFAULT 1, days REAL NOT NULL DEFAULT 0) STRICT;
CREATE INDEX observations_link ON observations (link, last_at);
CREATE TABLE fields (
    id INTEGER PRIMARY KEY,
    link INTEGER NOT NULL REFERENCES links (id),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    raw TEXT,
    source TEXT NOT NULL,
    chosen INTEGER NOT NULL DEFAULT 1 CHECK (chosen IN (0, 1)),
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL, misses INTEGER NOT NULL DEFAULT 0, extractor INTEGER NOT NULL DEFAULT 0,
    UNIQUE (link, field, source)
) STRICT;
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
, host INTEGER REFERENCES hosts (id)) STRICT;
CREATE INDEX events_night ON events (night);
CREATE INDEX events_link ON events (link);
CREATE INDEX events_entry ON events (entry);
CREATE INDEX events_list ON events (list);
CREATE TABLE hosts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    robots TEXT,
    pace REAL,
    fingerprint TEXT,
    incident TEXT
) STRICT;
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
CREATE VIEW link_places AS
SELECT link, group_concat(place, ', ') AS places, count(*) AS mentions
FROM (SELECT mentions.link, lists.name || ':' || mentions.line AS place
      FROM mentions JOIN lists ON lists.id = mentions.list
      WHERE mentions.present = 1
      ORDER BY lists.name, mentions.line, mentions.column)
GROUP BY link;
CREATE VIEW host_health AS
SELECT hosts.id, links.host, count(*) AS links,
       count(*) FILTER (WHERE links.state = 'alive') AS alive,
       count(*) FILTER (WHERE links.state IN ('suspect', 'down', 'dead')) AS failing,
       count(*) FILTER (WHERE links.verdict = 'blocked') AS blocked,
       round(avg(links.response_ms)) AS response_ms, hosts.incident
FROM links JOIN hosts ON hosts.name = links.host
WHERE links.id IN (SELECT link FROM link_places)
GROUP BY hosts.id
ORDER BY failing DESC, links DESC, hosts.name;
CREATE VIEW licence_gaps AS
SELECT entries.id, lists.name AS list, entries.line, entries.name
FROM entries JOIN lists ON lists.id = entries.list
WHERE entries.present = 1 AND entries.kind IN ('dataset', 'challenge')
  AND NOT EXISTS (
      SELECT 1 FROM mentions
      JOIN fields ON fields.link = mentions.link AND fields.field = 'license' AND fields.chosen = 1
      WHERE mentions.entry = entries.id AND mentions.present = 1)
ORDER BY lists.name, entries.line;
CREATE VIEW disagreements AS
SELECT believed.link AS id, links.url, believed.field, believed.value AS believed,
       believed.source AS believed_source, other.value AS other, other.source AS other_source
FROM fields AS believed
JOIN fields AS other ON other.link = believed.link AND other.field = believed.field
                    AND other.chosen = 0 AND other.value <> believed.value
JOIN links ON links.id = believed.link
WHERE believed.chosen = 1
ORDER BY links.url, believed.field;
CREATE TABLE twins (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    reason TEXT NOT NULL CHECK (reason IN ('doi', 'accession', 'address', 'probably-same-address',
                                           'name')),
    value TEXT NOT NULL,
    UNIQUE (entry, reason, value)
) STRICT;
CREATE INDEX twins_value ON twins (reason, value);
CREATE VIEW where_listed AS
SELECT twins.id, twins.reason, twins.value, entries.name, lists.name AS list, entries.line,
       entries.section, twins.entry
FROM twins
JOIN entries ON entries.id = twins.entry
JOIN lists ON lists.id = entries.list
WHERE entries.present = 1
ORDER BY twins.reason, twins.value, lists.name, entries.line;
CREATE INDEX events_host ON events (host);
CREATE TABLE mutes (
    id INTEGER PRIMARY KEY,
    link INTEGER UNIQUE REFERENCES links (id),
    host INTEGER UNIQUE REFERENCES hosts (id),
    until TEXT NOT NULL,
    why TEXT NOT NULL,
    since TEXT NOT NULL,
    CHECK ((link IS NULL) <> (host IS NULL))
) STRICT;
CREATE VIEW changes AS
SELECT events.id, nights.started AS night_started, events.night, events.severity, events.kind,
       coalesce(links.url, hosts.name, entries.name, lists.name) AS subject,
       events.before, events.after, events.link, events.host, events.entry, events.list,
       events.told, links.muted_until
FROM events
JOIN nights ON nights.id = events.night
LEFT JOIN links ON links.id = events.link
LEFT JOIN hosts ON hosts.id = events.host
LEFT JOIN entries ON entries.id = events.entry
LEFT JOIN lists ON lists.id = events.list
ORDER BY events.id DESC;
CREATE VIEW muted_links AS
SELECT links.id, links.url, links.state, links.verdict, links.reason, links.muted_until,
       mutes.why, mutes.since AS muted_since, link_places.places
FROM links
LEFT JOIN hosts ON hosts.name = links.host
JOIN mutes ON mutes.until = links.muted_until
          AND (mutes.link = links.id OR mutes.host = hosts.id)
LEFT JOIN link_places ON link_places.link = links.id
WHERE links.muted_until IS NOT NULL
GROUP BY links.id
ORDER BY links.muted_until, links.url;
CREATE VIEW dead_links AS
SELECT links.id, links.url, links.title, links.reason, links.http_status, links.since,
       links.failing_since, links.last_ok, links.archive_url, link_places.places,
       links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.state = 'dead'
ORDER BY links.muted_until IS NOT NULL, links.since DESC;
CREATE VIEW watching AS
SELECT links.id, links.url, links.title, links.state, links.verdict, links.reason,
       links.failures, links.failing_since, links.last_ok, link_places.places,
       links.flapping, links.uptime_30d, links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.state IN ('suspect', 'down') OR (links.flapping = 1 AND links.state <> 'dead')
ORDER BY links.muted_until IS NOT NULL,
         CASE links.state WHEN 'down' THEN 0 WHEN 'suspect' THEN 1 ELSE 2 END,
         links.failing_since;
CREATE VIEW moved_links AS
SELECT links.id, links.url, links.suggested_url, links.reason, link_places.places,
       links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'moved'
ORDER BY links.muted_until IS NOT NULL, links.reason = 'permanent-redirect' DESC, links.url;
CREATE VIEW certificate_problems AS
SELECT links.id, links.url, links.reason, links.certificate_expires, link_places.places,
       links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'insecure'
   OR links.certificate_expires < strftime('%Y-%m-%dT%H:%M:%SZ',
                                           (SELECT max(started) FROM nights), '+30 days')
ORDER BY links.muted_until IS NOT NULL, links.certificate_expires;
CREATE VIEW unverifiable AS
SELECT links.id, links.url, links.reason, links.http_status, links.state, links.last_ok,
       link_places.places, links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'blocked'
ORDER BY links.muted_until IS NOT NULL, links.host, links.url;
CREATE VIEW list_health AS
SELECT lists.id, lists.name, lists.location, lists.error,
       count(DISTINCT links.id) AS links,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'alive') AS alive,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'suspect') AS suspect,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'down') AS down,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'dead') AS dead,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'unverified') AS unverified,
       count(DISTINCT links.id) FILTER (WHERE links.flapping = 1) AS flapping,
       count(DISTINCT links.id) FILTER (WHERE links.muted_until IS NOT NULL) AS muted
FROM lists
LEFT JOIN mentions ON mentions.list = lists.id AND mentions.present = 1
LEFT JOIN links ON links.id = mentions.link
GROUP BY lists.id
ORDER BY lists.name;
CREATE VIEW fix_me AS
SELECT links.id, lists.name AS list, mentions.line, mentions.column, entries.name AS entry,
       links.url, links.state, links.verdict, links.reason, links.suggested_url, links.since
FROM mentions
JOIN links ON links.id = mentions.link
JOIN lists ON lists.id = mentions.list
LEFT JOIN entries ON entries.id = mentions.entry
WHERE mentions.present = 1 AND links.muted_until IS NULL
  AND (links.state IN ('dead', 'down') OR links.verdict IN ('moved', 'invalid'))
ORDER BY CASE WHEN links.state = 'dead' THEN 0 WHEN links.state = 'down' THEN 1
              WHEN links.verdict = 'invalid' THEN 2 ELSE 3 END,
         lists.name, mentions.line;
CREATE INDEX fields_field ON fields (field, value) WHERE field NOT IN ('description', 'title');
