"""The miniature web: real servers on loopback that play any host name, good or bad.

Lives here: what a host answers (`answers`), how it is reached (`host`), and the servers (`web`);
it ships, so that the demo, the tests and the benchmarks see the same web.
May not: judge a link, reach past loopback, or be imported by a room that runs on the real web.
"""
