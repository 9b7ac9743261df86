"""Dates keep the precision they were said in."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.metadata.normal.dates import agree, finer, iso_date


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        pytest.param("2014", "2014", id="a year"),
        pytest.param(2014, "2014", id="a year as a number"),
        pytest.param("2014-09", "2014-09", id="a month"),
        pytest.param("2014-09-25", "2014-09-25", id="a day"),
        pytest.param("2014-9-5", "2014-09-05", id="a day without noughts"),
        pytest.param("20140925", "2014-09-25", id="a day without marks"),
        pytest.param("2019.04.10", "2019-04-10", id="a day with dots"),
        pytest.param("2014/09/25", "2014-09-25", id="a day of a citation tag"),
        pytest.param("2014/01/01", "2014", id="a citation tag's first of January is a year"),
        pytest.param("2014/1/1", "2014", id="a citation tag's first of January without noughts"),
        pytest.param("2014-01-01", "2014-01-01", id="any other first of January is a day"),
        pytest.param("2014/09", "2014-09", id="a month of a citation tag"),
        pytest.param("Aug. 9, 2012", "2012-08-09", id="as PhysioNet writes"),
        pytest.param("Aug. 9, 2012, 3:04 p.m.", "2012-08-09T15:04:00Z", id="with Django's hour"),
        pytest.param("Aug. 9, 2012, 3 p.m.", "2012-08-09T15:00:00Z", id="with Django's full hour"),
        pytest.param("Aug. 9, 2012, noon", "2012-08-09T12:00:00Z", id="with Django's noon"),
        pytest.param("Aug. 9, 2012, midnight", "2012-08-09", id="with Django's midnight"),
        pytest.param("Aug. 9, 2012, 12:30 a.m.", "2012-08-09T00:30:00Z", id="just after midnight"),
        pytest.param("9 August 2012", "2012-08-09", id="day first"),
        pytest.param("9th of August, 2012", "2012-08-09", id="day first in a sentence"),
        pytest.param("09-Aug-2012", "2012-08-09", id="day first with dashes"),
        pytest.param("Thursday, August 9th, 2012", "2012-08-09", id="with its weekday"),
        pytest.param("August 2012", "2012-08", id="a month by name"),
        pytest.param("2012 Aug 9", "2012-08-09", id="as PubMed writes"),
        pytest.param("2012 Aug", "2012-08", id="a month as PubMed writes"),
        pytest.param("2012 Jul-Aug", "2012", id="two months say a year"),
        pytest.param("2012 Spring", "2012", id="a season says a year"),
        pytest.param("9. März 2012", "2012-03-09", id="in German"),
        pytest.param("9 août 2012", "2012-08-09", id="in French"),
        pytest.param("9 de agosto de 2012", "2012-08-09", id="in Spanish"),
        pytest.param("25/09/2014", "2014-09-25", id="day before month, as it must be"),
        pytest.param("09/25/2014", "2014-09-25", id="month before day, as it must be"),
        pytest.param("03/04/2014", "2014", id="either way round, so only the year is sure"),
        pytest.param("05/05/2014", "2014-05-05", id="either way round alike"),
        pytest.param("03.04.2014", "2014-04-03", id="dots put the day first"),
        pytest.param("Thu, 09 Aug 2012 10:11:12 GMT", "2012-08-09T10:11:12Z", id="as HTTP writes"),
        pytest.param("Thu, 09 Aug 2012 10:11:12 -0500", "2012-08-09T15:11:12Z", id="as mail does"),
        pytest.param("Thu Aug  9 10:11:12 2012", "2012-08-09T10:11:12Z", id="as C writes"),
        pytest.param("Thu Aug 09 10:11:12 EDT 2012", "2012-08-09T14:11:12Z", id="as Java writes"),
        pytest.param("2014-09-25T10:30:00.123456+00:00", "2014-09-25T10:30:00Z", id="an API's"),
        pytest.param("2014-09-25T23:30:00-05:00", "2014-09-26T04:30:00Z", id="a moment elsewhere"),
        pytest.param("2014-09-25 10:30:00 UTC", "2014-09-25T10:30:00Z", id="a moment with a space"),
        pytest.param("2014-09-25T10:30", "2014-09-25T10:30:00Z", id="no zone is UTC"),
        pytest.param("2014-09-25T10:30:60Z", "2014-09-25T10:30:59Z", id="a leap second"),
        pytest.param("2014-09-25T00:00:00+02:00", "2014-09-25", id="midnight there is a day"),
        pytest.param("2014-09-25T02:00:00+02:00", "2014-09-25", id="midnight in UTC is one too"),
        pytest.param("2014-09-25+02:00", "2014-09-25", id="a day with its zone"),
        pytest.param("20140925T101112Z", "2014-09-25T10:11:12Z", id="a moment without marks"),
        pytest.param("Last updated: Sept. 25, 2014", "2014-09-25", id="with its label"),
        pytest.param("09/2014", "2014-09", id="a month before its year"),
        pytest.param("2014年9月25日", "2014-09-25", id="in Japanese and Chinese"),
        pytest.param(1407574800, "2014-08-09T09:00:00Z", id="seconds since 1970"),
        pytest.param(1407574800000, "2014-08-09T09:00:00Z", id="milliseconds since 1970"),
        pytest.param({"date-parts": [[2014, 9, 5]]}, "2014-09-05", id="Crossref's parts"),
        pytest.param({"date-parts": [[2014]]}, "2014", id="Crossref's year"),
        pytest.param({"@value": "2014-09"}, "2014-09", id="a typed value"),
        pytest.param(["2014", "2015"], "2014", id="the first of several"),
    ],
)
def test_a_date_is_read(raw: Any, date: str) -> None:
    assert iso_date(raw) == date


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("R/P1W", id="a period"),
        pytest.param("P1Y", id="a length of time"),
        pytest.param("2014-02-30", id="a thirtieth of February"),
        pytest.param("2014-13-01", id="a thirteenth month"),
        pytest.param("2014-00-10", id="a month nought"),
        pytest.param("2014-09-00", id="a day nought"),
        pytest.param("2014-09-25T25:00:00Z", id="an hour that is none"),
        pytest.param("0001-01-01", id="a clock of another kind"),
        pytest.param("9999-12-31", id="the end of time"),
        pytest.param("1970-01-01T00:00:00Z", id="a clock that was never set"),
        pytest.param(0, id="a clock at nought"),
        pytest.param("today", id="a word that needs a clock"),
        pytest.param("2 days ago", id="a distance"),
        pytest.param("August", id="a month without a year"),
        pytest.param("9 Aug", id="a day without a year"),
        pytest.param("9 Foo 2012", id="a month nobody has"),
        pytest.param("10:30", id="an hour"),
        pytest.param("12345", id="a number"),
        pytest.param("2014/2015", id="two years"),
        pytest.param("2010-01-01/2012-01-01", id="a span"),
        pytest.param("v2014-09", id="a version"),
        pytest.param("forthcoming 2024", id="a promise"),
        pytest.param(True, id="a truth"),
        pytest.param(None, id="nothing"),
        pytest.param({"date-parts": [[None]]}, id="Crossref's nothing"),
        pytest.param("٢٠١٤-٠٩-٢٥x", id="digits and more"),
    ],
)
def test_what_is_no_date_is_none(raw: Any) -> None:
    assert iso_date(raw) is None


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        pytest.param("2014", "2014-09-25", True, id="a year and a day of it"),
        pytest.param("2014-09", "2014-09-25", True, id="a month and a day of it"),
        pytest.param("2014-09-25", "2014-09-25T10:00:00Z", True, id="a day and a moment of it"),
        pytest.param("2014-09-25", "2014-09-24T22:00:00Z", True, id="a day that began in the east"),
        pytest.param("2014-09-25", "2014-09-26T07:00:00Z", True, id="a day that ends in the west"),
        pytest.param("2014-09-25", "2014-09-26T13:00:00Z", False, id="a moment of the next day"),
        pytest.param("2014", "2015-01-01T05:00:00Z", True, id="a year that ends in the west"),
        pytest.param("2014", "2015", False, id="two years"),
        pytest.param("2014-09", "2014-10-01", False, id="a month and a day of the next"),
        pytest.param("2014-09-25T10:00:00Z", "2014-09-25T10:00:01Z", False, id="two moments"),
    ],
)
def test_two_dates_agree(one: str, other: str, answer: bool) -> None:
    assert agree(one, other) is answer
    assert agree(other, one) is answer


def test_the_finer_of_two_says_more() -> None:
    assert finer("2014-09-25", "2014") == finer("2014", "2014-09-25") == "2014-09-25"
    assert finer("2014", "2015") == "2014"
