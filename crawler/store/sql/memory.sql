-- What counts towards a belief: nights a while apart, and the time each run of looks held.
ALTER TABLE observations ADD COLUMN suggested_url TEXT;
ALTER TABLE observations ADD COLUMN nights INTEGER NOT NULL DEFAULT 1;
ALTER TABLE observations ADD COLUMN days REAL NOT NULL DEFAULT 0;
UPDATE observations
SET nights = looks, days = round(julianday(last_at) - julianday(first_at), 6);
UPDATE observations SET suggested_url = (SELECT suggested_url FROM links WHERE id = link)
WHERE id IN (SELECT max(id) FROM observations GROUP BY link);

ALTER TABLE links ADD COLUMN last_night TEXT;
ALTER TABLE links ADD COLUMN flapping INTEGER NOT NULL DEFAULT 0 CHECK (flapping IN (0, 1));
ALTER TABLE links ADD COLUMN slowest_ms INTEGER;
UPDATE links SET last_night = last_checked, slowest_ms = response_ms;

-- Why a night is void.
ALTER TABLE nights ADD COLUMN why TEXT;

ALTER TABLE events ADD COLUMN host INTEGER REFERENCES hosts (id);
CREATE INDEX events_host ON events (host);

-- One row a mute: a link or a host that a keeper does not want to hear of for a while, and why.
CREATE TABLE mutes (
    id INTEGER PRIMARY KEY,
    link INTEGER UNIQUE REFERENCES links (id),
    host INTEGER UNIQUE REFERENCES hosts (id),
    until TEXT NOT NULL,
    why TEXT NOT NULL,
    since TEXT NOT NULL,
    CHECK ((link IS NULL) <> (host IS NULL))
) STRICT;

DROP VIEW changes;
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

-- Who is muted now, until when and why; a link may be so by itself or by its host.
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

-- Muted links stand last in the views, with the end of their mute.
DROP VIEW dead_links;
CREATE VIEW dead_links AS
SELECT links.id, links.url, links.title, links.reason, links.http_status, links.since,
       links.failing_since, links.last_ok, links.archive_url, link_places.places,
       links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.state = 'dead'
ORDER BY links.muted_until IS NOT NULL, links.since DESC;

-- The suspect, the down, and those that keep falling and rising.
DROP VIEW watching;
CREATE VIEW watching AS
SELECT links.id, links.url, links.title, links.state, links.verdict, links.reason,
       links.failures, links.failing_since, links.last_ok, link_places.places,
       links.flapping, links.uptime_30d, links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.state IN ('suspect', 'down') OR (links.flapping = 1 AND links.state <> 'dead')
ORDER BY links.muted_until IS NOT NULL,
         CASE links.state WHEN 'down' THEN 0 WHEN 'suspect' THEN 1 ELSE 2 END,
         links.failing_since;

DROP VIEW moved_links;
CREATE VIEW moved_links AS
SELECT links.id, links.url, links.suggested_url, links.reason, link_places.places,
       links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'moved'
ORDER BY links.muted_until IS NOT NULL, links.reason = 'permanent-redirect' DESC, links.url;

-- Bad certificates, and those that end within 30 days of the latest night.
DROP VIEW certificate_problems;
CREATE VIEW certificate_problems AS
SELECT links.id, links.url, links.reason, links.certificate_expires, link_places.places,
       links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'insecure'
   OR links.certificate_expires < strftime('%Y-%m-%dT%H:%M:%SZ',
                                           (SELECT max(started) FROM nights), '+30 days')
ORDER BY links.muted_until IS NOT NULL, links.certificate_expires;

DROP VIEW unverifiable;
CREATE VIEW unverifiable AS
SELECT links.id, links.url, links.reason, links.http_status, links.state, links.last_ok,
       link_places.places, links.muted_until
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'blocked'
ORDER BY links.muted_until IS NOT NULL, links.host, links.url;

DROP VIEW list_health;
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

-- What a keeper can act on now, worst first; muted links are left out.
DROP VIEW fix_me;
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
