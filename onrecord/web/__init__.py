"""The web door: the report, one page that a desk editor keeps open."""

__all__ = ["render_report"]

from onrecord.web.report import render_report
