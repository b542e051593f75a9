"""The filters, one family a module, and the tuple of those that are used by default."""

from __future__ import annotations

from declutter.filters.advert import advert
from declutter.filters.app_promo import app_promo
from declutter.filters.audio_notice import audio_notice
from declutter.filters.author_bio import author_bio
from declutter.filters.base import Rule, Sign, wording
from declutter.filters.breadcrumb import breadcrumb
from declutter.filters.byline import byline
from declutter.filters.captcha import captcha
from declutter.filters.comment_form import comment_form
from declutter.filters.comments import comments
from declutter.filters.commerce import commerce
from declutter.filters.contact import contact
from declutter.filters.cookie_consent import cookie_consent
from declutter.filters.copyright import copyright
from declutter.filters.counter import counter
from declutter.filters.cut_off import cut_off
from declutter.filters.dateline import dateline
from declutter.filters.declared import declared
from declutter.filters.donation import donation
from declutter.filters.follow import follow
from declutter.filters.form_hint import form_hint
from declutter.filters.headline import headline
from declutter.filters.hidden import hidden
from declutter.filters.image_credit import image_credit
from declutter.filters.lang_edit_link import lang_edit_link
from declutter.filters.legal import legal
from declutter.filters.live_ticker import live_ticker
from declutter.filters.login import login
from declutter.filters.names import names
from declutter.filters.navigation import navigation
from declutter.filters.newsletter import newsletter
from declutter.filters.pagination import pagination
from declutter.filters.payment import payment
from declutter.filters.paywall import paywall
from declutter.filters.placeholder import placeholder
from declutter.filters.poll import poll
from declutter.filters.print_save import print_save
from declutter.filters.provenance import provenance
from declutter.filters.read_more import read_more
from declutter.filters.read_time import read_time
from declutter.filters.readability import readability
from declutter.filters.related import related
from declutter.filters.script_error import script_error
from declutter.filters.search_ui import search_ui
from declutter.filters.share import share
from declutter.filters.skip_link import skip_link
from declutter.filters.speech import speech
from declutter.filters.sponsor_disclosure import sponsor_disclosure
from declutter.filters.structure import structure
from declutter.filters.tag_list import tag_list
from declutter.filters.toc_link import toc_link
from declutter.filters.topic import topic
from declutter.filters.video_ui import video_ui
from declutter.filters.weather import weather
from declutter.model import Filter

__all__ = ["DEFAULT_FILTERS", "READABILITY", "Rule", "Sign", "wording"]

# Not used by default: `Pipeline.consulting` asks it about pages on which the others are unsure.
READABILITY: Filter = Rule("readability", readability)

DEFAULT_FILTERS: tuple[Filter, ...] = (
    Rule("paywall", paywall),
    Rule("donation", donation),
    Rule("newsletter", newsletter),
    Rule("form-hint", form_hint),
    Rule("payment", payment),
    Rule("login", login),
    Rule("audio-notice", audio_notice),
    Rule("video-ui", video_ui),
    Rule("print-save", print_save),
    Rule("app-promo", app_promo),
    Rule("lang-edit-link", lang_edit_link),
    Rule("navigation", navigation),
    Rule("skip-link", skip_link),
    Rule("breadcrumb", breadcrumb),
    Rule("pagination", pagination),
    Rule("toc-link", toc_link),
    Rule("search-ui", search_ui),
    Rule("share", share),
    Rule("follow", follow),
    Rule("counter", counter),
    Rule("comment-form", comment_form),
    Rule("poll", poll),
    Rule("related", related),
    Rule("read-more", read_more),
    Rule("live-ticker", live_ticker),
    Rule("weather", weather),
    Rule("commerce", commerce),
    Rule("cookie-consent", cookie_consent),
    Rule("legal", legal),
    Rule("copyright", copyright),
    Rule("contact", contact),
    Rule("advert", advert),
    Rule("sponsor-disclosure", sponsor_disclosure),
    Rule("script-error", script_error),
    Rule("placeholder", placeholder),
    Rule("captcha", captcha),
    Rule("headline", headline),
    Rule("byline", byline),
    Rule("dateline", dateline),
    Rule("read-time", read_time),
    Rule("tag-list", tag_list),
    Rule("image-credit", image_credit),
    Rule("author-bio", author_bio),
    Rule("provenance", provenance),
    Rule("structure", structure),
    Rule("comments", comments),
    Rule("names", names),
    Rule("hidden", hidden),
    Rule("declared", declared),
    Rule("topic", topic),
    Rule("speech", speech),
    Rule("cut-off", cut_off),
)
