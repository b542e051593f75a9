"""The words of class and id names, and what they name. Data, in English and the languages whose sites use their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TOPICS: Final = {
    "content": "article-body article-content article-text article-copy body-copy body-text content-body entry-content "
    "entry-body entry-text post-content post-body post-text post-entry postcontent postbody story-body story-content "
    "story-text storycontent storybody articlebody articlecontent articletext maintext main-text news-text newstext "
    "news-content news-body blog-content blog-body blog-post-content page-content page-body single-content "
    "detail-content detail-text text-content text-body content-text content-inner rich-text richtext rte wysiwyg prose "
    "markdown markdown-body user-content usertext field-body body-field field-item fulltext full-text bodytext "
    "article-main story-main td-post-content available-content w-richtext the-content editorial mw-content "
    "mw-parser-output articlebodytext artikeltext artikelinhalt artikel-text inhalt contenido texto cuerpo corps texte "
    "contenu tresc treść text-long text-formatted formatted-text copy hentry artikel article-detail theiaPostSlider "
    "wp-block-paragraph has-text storytext article-wrapper bodycopy",
    "lead": "lead lede intro introduction standfirst deck dek subheadline sub-headline subtitle sub-title subhead "
    "subheading summary article-summary vorspann teaser-text excerpt abstract chapo kicker article-intro anriss",
    "article": "article post entry story news-item blog-post single-post blogpost newsitem item-page",
    "post": "message-body message-content message-text post-message postmessage topic-body cooked bbwrapper "
    "bb-wrapper messagecontent js-post-body crawler-post post-body-content answer answercell question accepted-answer "
    "s-prose thread-content thread topic topic-post message postrow forum-post reply-content comment-body-text "
    "discussion-post forumpost",
    "comments": "comment comments commentlist comment-list comment-body comment-content comment-text comments-area "
    "disqus respond commentform comment-form comment-respond comment-reply reply-link discussion kommentar kommentare "
    "commentaires commentaire comentarios komentarze feedback replies reaction reactions fb-comments livefyre "
    "pingback trackback comment-author comment-meta akismet",
    "user": "avatar user username user-info userinfo user-name profile poster postprofile post-profile author-info "
    "message-user userextras user-details member poster-info signature sig user-card user-signature post-signature",
    "related": "related relatedposts related-posts related-content related-articles related-links related-stories "
    "similar recommended recommendation recommendations recommend more-stories more-news more-articles more-posts "
    "read-more readmore read-also see-also also-read also-like you-may may-like next-story next-article more-from "
    "trending popular most-popular most-read mostread most-viewed top-stories topstories latest latest-news recent "
    "recent-posts recent-entries recent-comments outbrain taboola zergnet headlines morelinks more-link up-next "
    "mehr weiterlesen verwandt ähnlich aehnlich meistgelesen zum-thema lire-aussi noticias-relacionadas "
    "relacionadas powiazane podobne popularne jp-relatedposts yarpp crp-related inline-related suggested suggestions "
    "further-reading dont-miss must-read editors-picks archive archives blogroll",
    "teaser": "teaser teasers card cards tile tiles promo-item thumb thumbnail story-card news-card article-card "
    "post-card grid-item list-item item-list carousel slider slide slideshow swiper slick owl-carousel carousel-item",
    "sidebar": "sidebar sidebars side-bar aside widget widgets widget-area widgettitle widget-title widget-content "
    "textwidget rightbar right-bar leftbar left-bar rail right-rail right-column rightcolumn rightcol right-col "
    "leftcol left-col left-column leftcolumn sidecol side-col complementary secondary tertiary colright colleft "
    "sidenav side-nav infobox marginalie seitenleiste barre-laterale",
    "menu": "nav navs navbar nav-bar navigation menu menus menubar submenu sub-menu subnav sub-nav mega-menu megamenu "
    "menu-item nav-item nav-link navlinks nav-links main-nav mainnav topnav top-nav hamburger burger dropdown "
    "dropdown-menu drawer off-canvas offcanvas sitemap quicklinks quick-links linklist link-list links tabs tab-nav "
    "tabnav toolbar topbar top-bar utility mainmenu main-menu rubriken menue ressorts categories category-list "
    "cat-item page-nav sections section-nav language-switcher lang-switcher languages site-nav globalnav",
    "header": "header masthead site-header page-header topheader head branding logo site-title site-branding "
    "sitename banner-header kopf kopfzeile entete cabecera site-description tagline",
    "article-header": "article-header entry-header post-header story-header article-head news-header blog-header "
    "content-header post-heading article-hero story-head",
    "footer": "footer foot site-footer page-footer footers colophon bottom-bar footer-links footer-menu footer-nav "
    "footer-content footer-bottom footer-top fusszeile fuss pied-de-page pie stopka globalfooter powered",
    "article-footer": "article-footer entry-footer post-footer story-footer postfooter article-foot post-bottom "
    "entry-utility postmetadata",
    "copyright": "copyright copyrights imprint impressum credits-line",
    "legal": "disclaimer disclaimers legal privacy policy terms privacy-policy legalese fine-print disclosure "
    "datenschutz",
    "share": "share shares sharing share-bar sharebar share-buttons share-links sharedaddy sharethis addthis addtoany "
    "a2a social-share socialshare share-tools sharetools post-share article-share shariff teilen partager compartir "
    "udostepnij sd-sharing jp-sharing tweet retweet fb-like like-button likes like",
    "follow": "social social-media social-links social-icons socials follow follow-us follow-button facebook twitter "
    "instagram linkedin youtube pinterest whatsapp telegram rss feed feedburner google-news newsfeed connect",
    "newsletter": "newsletter newsletters newsletter-signup subscribe subscription signup sign-up mailing mailchimp "
    "mc-embed optin opt-in email-signup email-form mc4wp convertkit hs-form hubspot sumome lead-form",
    "paywall": "paywall pay-wall premium membership donate donation donations regwall piano subscriber-only meter "
    "abo plus-abo aboteaser support-us patreon",
    "login": "login log-in signin sign-in sign-out logout register registration account my-account auth user-menu "
    "password anmelden anmeldung connexion",
    "ad": "ad ads adv advert adverts advertise advertisement advertisements advertising adsense adbox adslot ad-slot "
    "adunit ad-unit ad-container adcontainer ad-wrapper adwrapper banner banners leaderboard skyscraper dfp gpt "
    "sponsor sponsored sponsors sponsorship partner partners affiliate native-ad werbung anzeige anzeigen publicite "
    "pub publicidad reklama adsbygoogle google-ad google-ads promoted commercial billboard mpu",
    "promo": "promo promos promotion promotional cta call-to-action callout offer offers upsell hello-bar announcement "
    "announcement-bar notification notifications alert-bar ribbon marketing campaign",
    "popup": "popup pop-up modal modals modal-body modal-content modal-dialog overlay lightbox dialog tooltip toast "
    "snackbar flyout interstitial fancybox mfp",
    "cookie": "cookie cookies cookie-banner cookie-notice cookie-consent consent gdpr ccpa cmp cookiebar "
    "cookie-bar cookie-law eu-cookie onetrust",
    "breadcrumb": "breadcrumb breadcrumbs bread-crumb bread-crumbs crumbs crumb brotkrumen breadcrumb-trail pathway "
    "fil-ariane rootline",
    "pagination": "pagination pager paging paginator page-numbers pagenavi wp-pagenavi post-navigation "
    "nav-previous nav-next prev next previous prev-next next-prev blog-pager page-links post-nav postnav blaettern",
    "search": "search searchform search-form searchbox search-box site-search search-results searchbar search-bar "
    "suche recherche buscar szukaj filter filters facet facets sort sorting",
    "tags": "tag tags taglist tag-list tag-links tagcloud tag-cloud post-tags keywords keyword post-tag topics labels "
    "label post-labels schlagworte schlagwörter etiquetas mots-cles taxonomy categories-links posted-in "
    "post-categories post-category entry-categories",
    "author": "author byline by-line authors author-name authorname post-author entry-author article-author writer "
    "vcard autor auteur autoren posted-by contributor contributors reporter redakteur journalist author-link",
    "bio": "author-bio authorbio author-box authorbox author-description about-author about-the-author bio biography "
    "author-profile author-card author-info-box post-author-box autor-box author-bio-text",
    "date": "date time timestamp datetime date-time published pubdate publish-date published-date post-date "
    "entry-date article-date posted-on dateline updated last-updated modified post-time datum fecha article-time "
    "date-published date-modified dtreviewed story-date news-date create date-header",
    "meta": "meta post-meta entry-meta article-meta byline-meta postmeta post-info postinfo article-info story-meta "
    "info-line post-details entry-info metadata meta-data meta-info posted article-data read-time reading-time",
    "title": "title headline entry-title post-title article-title page-title story-title heading article-headline "
    "posttitle h1 titre titulo titel tytul news-title blog-title hed ueberschrift überschrift schlagzeile",
    "caption": "caption captions figcaption image-caption photo-caption img-caption wp-caption wp-caption-text "
    "media-caption picture-caption bildunterschrift legende pie-foto bu image-credit photo-credit credit credits "
    "photographer copyright-image bildnachweis source-image attribution image-description cutline",
    "media": "gallery galleries photo photos image images picture video videos player audio podcast embed embeds media "
    "playlist media-gallery photo-gallery diashow bildergalerie fotostrecke youtube-player jw-player listen",
    "button": "button buttons btn btns btn-group button-text button-link toggle close trigger",
    "form": "form forms form-group form-item input field fields fieldset submit webform gform wpcf7 contact-form "
    "wpforms captcha recaptcha checkbox radio required",
    "contact": "contact contacts contact-us contact-info address phone email telephone kontakt contacto location "
    "opening-hours map",
    "print": "print printer print-only printable print-button save bookmark bookmarks email-link send-to-friend "
    "article-tools articletools tools article-actions actions post-actions functions drucken imprimer drukuj",
    "buy": "price prices pricing cart add-to-cart addtocart buy buy-now checkout basket shop shopping wishlist "
    "product-price stock shipping product-card products product-list upsells cross-sells related-products shopify "
    "quantity sku variants variant swatch coupon",
    "product": "product-description description product-details product-info product-detail product-summary "
    "product-content product-single specs specifications specification features spec overview product-overview "
    "productdescription details product-features pdp",
    "rating": "rating ratings star stars review-count vote votes voting votelinks upvote score counter count views "
    "view-count stats statistics hits karma points",
    "poll": "poll polls quiz survey umfrage sondage encuesta ankieta",
    "weather": "weather forecast wetter meteo pogoda ticker stock-ticker breaking-news breaking newsticker",
    "toc": "toc table-of-contents ez-toc tableofcontents toc-list contents inhaltsverzeichnis table-contents on-page "
    "in-page jump-links anchor-links rank-math-toc wp-block-table-of-contents lwptoc article-toc page-toc sommaire",
    "skip": "skip skip-link skip-to skip-nav screen-reader screen-reader-text sr-only visually-hidden assistive-text",
    "edit": "editsection mw-editsection edit edit-link mw-jump catlinks printfooter noprint navbox hatnote ambox "
    "metadata-box sistersitebox reflist references reference footnotes footnote citation",
    "quote": "quote blockquote pullquote pull-quote quoted bb-code-block-quote zitat quotation",
    "code": "code highlight codehilite syntaxhighlighter code-block codeblock prettyprint sourcecode",
    "faq": "faq faqs faq-item faq-question faq-answer accordion accordion-item accordion-content accordion-body "
    "toggle-content tab-content tab-pane collapse",
    "listing": "listing listings results result search-result result-list product-grid item-grid directory catalog "
    "collection collection-list archive-list list-view grid-view posts-list post-list article-list news-list",
    "hero": "hero hero-text hero-content jumbotron hero-banner page-hero hero-section",
    "service": "services service service-item feature feature-item benefits benefit testimonial testimonials "
    "elementor-widget-text-editor text-editor text-block textblock text-module wpb-text-column section-content "
    "block-content sqs-block-content sqs-html-content block-html",
    "badge": "icon icons badge badges pill chip flag indicator loader loading spinner placeholder skeleton error "
    "message-box warning notice status success alert",
}

NAME_WORDS: Final[Mapping[str, str]] = {word: topic for topic, words in _TOPICS.items() for word in words.split()}
