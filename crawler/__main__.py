"""`python -m crawler` is `linkvitals`."""

from crawler.cli import main

main()
