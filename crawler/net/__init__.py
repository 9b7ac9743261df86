"""Net: talking to servers, politely and safely.

Lives here: names, guard, connections, the HTTP exchange, robots, and the door to Scrapy. May not:
decide a verdict, speak SQL, or print. Every request of every room goes through here.
"""
