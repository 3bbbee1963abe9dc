"""Rules for lines that their wording identifies as noise: what news pages print around their articles.

Every rule is anchored at the start or the end of a line or speaks of a whole short line, so that body text
that merely mentions a newsletter or a photograph is left alone. The wording is that of news sites at large,
collected by reading some 200 pages of some 80 outlets; no rule knows an outlet or a story.
"""

from __future__ import annotations

import re

from newsdiff.calendar.months import ANY_MONTH, LONG_WEEKDAY
from newsdiff.readers.lines.line_roles import (
    BYLINE,
    CAPTION,
    CORRECTION,
    CREDIT,
    EMBED,
    NAVIGATION,
    PROMO,
    READ_MORE,
    SIGNATURE,
    TAG,
    TIMESTAMP,
)
from newsdiff.readers.lines.phrase_rules import AGENCIES, AGENCY, PERSON, rules

WHOLE = [
    *rules(
        NAVIGATION,
        r"(?:skip to|jump to|back to|return to) [\w' ]{2,30}",
        r"(?:advertisement|ad|sponsored|anzeige)s?\b.{0,60}",
        r"(?:continue reading|story continues|article continues|scroll)\b.{0,40}",
        r"(?:home|menu|search|share|tweet|pin|print|e-?mail|save|comments?|reply|report|close|next"
        r"|prev(?:ious)?"
        r"|back|more|loading|login|log in|sign in|register|facebook|twitter|whatsapp|linkedin|reddit"
        r"|copy link"
        r"|play|pause|expand|view gallery|play slideshow|gallery|slideshow|(?:add )?interest"
        r"|play video|watch live|live|listen|order reprints)(?:save)*",
        r"share (?:on|this|via)\b.{0,40}",
        r"\d{1,3}[ -]?min(?:ute)?s?(?: read| ago)?",
        r"(?:article |main |overview |site )*(?:image|logo|photo|video|picture|badge|icon|thumbnail)",
        r"(?:save){2,}|savesave",
        r"[_*=~\-—–•·|#.\s]{1,80}",
        r"(?:show|hide|view|see) (?:all|more|less|comments|full [a-z]+)",
        r"story highlights",
        r"[\d.,]{1,9}\s?[km]?\s(?:comments?|shares?|likes?|views?|replies|reactions?|retweets?|votes?)",
        r"(?:comments?|shares?|replies|reactions)\s?[(:]?\s?[\d.,]{1,9}\)?",
        r"-\s?30\s?-|ends?|#{1,3}",
        r"(?:(?:news|world|u\.?[sk]\.?|politics|business|money|opinion|sports?|culture|arts"
        r"|life(?:style)?|style"
        r"|tech(?:nology)?|science|health|travel|entertainment|video|weather|climate)\b[\s,/]*){3,}",
        r".{0,30}\bback to (?:the )?(?:home|top|start)(?:page)?",
        r"(?:enter|your) (?:your )?e-?mail(?: address)?|gift article|open image in gallery",
        r"view image in full ?screen|(?:enable|allow|accept|reject|manage|refuse)\b.{0,20}\bcookies\b.{0,30}",
        r"(?:skip past|after) newsletter promotion|free (?:daily|weekly|monthly) newsletter",
    ),
    *rules(
        PROMO,
        r"(?:app|google|apple)? ?(?:app store|google play|play store) ?(?:badge|logo)?",
        r"[\w ,.'’&-]{0,30}app store badge",
    ),
    *rules(
        CREDIT,
        r"(?:image|photos?|pics?|picture|foto|credit|source|illustration|video)\s?:(?:\s?\S{1,30}){0,3}",
        r"(?:image|photo|picture) (?:copyright|credit|source|by)\b.{0,60}",
    ),
    *rules(
        CREDIT,
        rf"\(?(?:{PERSON}\s?[-/,|—–]?\s?|via )?{AGENCY}(?:\s?[-/,]\s?(?:{AGENCY}|[Ff]ile|[Pp]ool"
        rf"|Contributor))*\)?",
        rf"\(?{PERSON}\s?/\s?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}\)?",
        flags=re.NOFLAG,
    ),
    *rules(
        SIGNATURE,
        rf"[a-z]{{2,4}}(?:[/,][a-z]{{2,5}}){{0,4}}\s?\({AGENCY}(?:,\s?{AGENCY}){{0,4}}\)",
        flags=re.NOFLAG,
        needs=("(",),
    ),
    *rules(SIGNATURE, r"\((?:[a-z]{2,8}[/,]\s?){1,5}[a-z]{2,12}\)|\([a-z]{2,5}\)", needs=("(",)),
    *rules(EMBED, r"(?:https?://|www\.)\S+", needs=("://", "www.")),
    *rules(TAG, r"#\w+(?:[\s,]+#\w+)*", needs=("#",)),
]
"""For unfinished lines of at most `SHORT` words: the whole line."""

START = [
    *rules(
        SIGNATURE,
        r"(?:[\w.&]+ )?transcripts are (?:created|produced|made) (?:on|in) a rush\b",
        needs=("transcripts are",),
    ),
    *rules(
        NAVIGATION,
        r"(?:[\w.&'’ ]{2,20}\s[|•·]\s){3,}[\w.&'’ ]{2,20}$",
        r"loading\W{0,3}$",
        r"this (?:article|story) is (?:more than|over) .{1,20}\bold$",
        needs=("|", "•", "·", "loading", "is more than", "is over"),
    ),
    *rules(
        READ_MORE,
        r"(?:read|see|also|watch|listen|view|learn|find out) ?(?:more|also|next|read|this|full story)?\s?:",
        r"(?:also )?read (?:more|also|next)\b\s{0,2}(?:[:|>»-]|$)",
        r"read more (?:from|about|on|in|at)\b.{0,40}(?::\W{0,3}$|[^.!?]$)",
        r"(?:watch|see|view|check out|listen to|hear)\b[^.!?\"“”]{0,80}\b(?:below|above|here)\W{0,2}$",
        r"\[[^\[\]]{20,200}\]$",
        r"related\b(?: (?:stories|articles?|coverage|content|topics|news|links?|reading))?\s?(?:[:|>»]|$)",
        r"(?:more on this(?: story)?|you (?:may|might) (?:also )?(?:like|be interested(?: in)?)"
        r"|recommended(?: for you)?"
        r"|don['’]t miss|editor['’]s picks?|top stories|trending|what to read next"
        r"|further reading)\s?(?:[:|>»]|$)",
        r"(?:read or )?share this (?:story|article|page|post)\b",
        r"read (?:the )?(?:full|original|whole) (?:story|article|report|interview)\b",
        r"(?:click|tap) here\b",
        r"(?:continue reading|now playing|online|trending right now)\s?(?:…|\.{3}|:)?$",
        r"more from\b.{0,60}(?:[:|…]|$)",
        begins="read|see|also|watch|listen|view|learn|find out|check out|hear|[|related|more |you may"
        "|you might|recommended|don't miss|don’t miss|editor|top stories|trending|what to read|further"
        "|share this|click|tap |continue|now playing|online",
    ),
    *rules(
        READ_MORE,
        r"(?:Related|RELATED|Read More|READ MORE|Also Read|ALSO READ):?\s(?=[A-ZÀ-Þ‘“])",
        flags=re.NOFLAG,
    ),
    *rules(
        NAVIGATION,
        r"(?:window|document)\.[\w.]{2,40}\s?[=(]|\(?function\s?\(|(?:var|let|const) \w+\s?=",
        begins="window.|document.|function|(function|var |let |const ",
    ),
    *rules(
        READ_MORE,
        r"(?:more|related|watch|see also)\s?[:|]$",
        r"(?:lesen sie (?:auch|mehr|dazu)|mehr (?:zum thema|dazu)|auch interessant|(?:à )?lire aussi"
        r"|lea (?:también|además)"
        r"|lee (?:también|además)|ver también|te puede interesar|leggi anche|leia (?:também|mais)"
        r"|lees ook|læs også"
        r"|les også|läs också|lue myös|czytaj (?:też|także|również)|читайте также|читать также"
        r"|ayrıca okuyun)\b",
        begins="more|related|watch|see also|lesen|mehr |auch |à lire|lire|lea |lee |ver |te puede|leggi"
        "|leia|lees |læs|les |läs|lue |czytaj|чита|ayr",
    ),
    *rules(
        PROMO,
        r"(?:most read|most popular|most viewed|must[ -]reads?|more must-reads)\b.{0,60}(?:\bin\b"
        r"|\bfrom\b|\bon\b|$)",
        begins="most |must|more must",
    ),
    *rules(
        PROMO,
        r"(?:for )?(?:more|all)(?: of)?(?: the)?(?: latest)? [\w ]{2,30}(?:news|coverage"
        r"|stories)\b.{0,30}:\s?(?:https?:|www\.|$)",
        needs=(":",),
        begins="for more|for all|more |all ",
    ),
    *rules(
        PROMO,
        r"(?:send|submit|got|have|share) (?:us )?(?:an? )?(?:news )?tips?\b(?: to\b|\?)",
        needs=("tip",),
    ),
    *rules(
        PROMO,
        r"(?:newsletter\s)?sign[ -]?up (?:for|to|now|here|today)\b",
        r"newsletter sign up|sign up\b.{0,60}\b(?:newsletter|inbox|email)",
        r"subscribe (?:to|now|here|today|for)\b",
        r"get (?:the )?(?:latest|best|full|top|our|breaking|daily|news)\b.{0,80}\b(?:inbox|app|e-?mail"
        r"|newsletter|phone)",
        r"(?:download|install|try|open) (?:the|our) .{0,40}\bapp\b",
        r"(?:follow|like|find|join) (?:us|our|[\w .'’&-]{2,40}) on (?:facebook|twitter|instagram"
        r"|youtube|x|whatsapp"
        r"|telegram|linkedin|tiktok|google|flipboard|social)\b",
        r"keep up with (?:this|the) story",
        r"interested in [\w .,'’&-]{2,40}\?",
        begins="newsletter|sign|subscribe|get |download |install |try |open |follow |like |find |join "
        "|keep up with|interested in",
    ),
    *rules(
        PROMO,
        r"(?:we pay for|do you have|have you got|got) (?:a |your |an )?(?:story|stories|news|tip"
        r"|photos?|videos?)\b",
        r"e-?mail us\b|contact us\b|call us (?:on|at)\b|whatsapp us\b|write to us\b",
        r"support (?:our|the|independent|quality)\b.{0,40}\b(?:journalism|guardian|newsroom|reporting)",
        r"(?:become|be) an? (?:member|subscriber|supporter)\b",
        r"thank(?:s| you) for (?:reading|subscribing|signing)",
        r"(?:already|not yet) an? (?:subscriber|member)\b",
        r"please (?:verify|enable|log in|sign|subscribe|enter)\b",
        r"order reprints\b|a version of this (?:article|story)\b",
        r"this (?:site|website|page) uses? cookies|we use cookies|we value your privacy|we and our partners",
        r"(?:privacy notice|cookie (?:notice|policy))\b",
        r"by (?:signing up|subscribing|clicking|submitting|registering|continuing|providing)\b.{0,60}\byou\b",
        r"this (?:content|video|post|feature) is (?:provided|hosted|not available|unavailable)\b",
        r"to show you this content\b|you can use the buttons below\b",
        r"this (?:is a )?(?:breaking|developing)(?: news)? (?:story|article)\b.{0,60}(?:updated?|developing"
        r"|details|$)|(?:please )?(?:refresh (?:this|the) page|check back (?:for|later|soon))\b",
        r"you can (?:receive|unsubscribe|opt out|sign up|change your|manage your)\b",
        r"watch for us in\b|capital at risk\b|(?:terms (?:and|&) conditions|t&cs) apply\b",
        r"your (?:support|contribution|donation|subscription) (?:helps?|makes?|funds?|means)\b",
        r"(?:start|try|begin) (?:your|a) free (?:trial|month)\b|get a free\b|unlimited (?:digital )?access\b",
        r"you(?:['’]ve| have) (?:been (?:subscribed|added)|read \d|reached (?:your|the)) ",
        r"(?:do(?:n['’]t| not)|can(?:['’]t|not)) see (?:the|this)\b.{0,40}\b(?:click|tap|above|below|here)\b",
        r"click to (?:subscribe|sign|share|download)\b|be the first to (?:get|know|hear)\b",
        r"why you can trust\b",
        r"join the (?:conversation|discussion|debate)\b",
        r"(?:skip in\s)?skip x?\s?embed\b",
        r"leave a (?:comment|reply)\b",
        r"(?:do|are|were|have|did) you\b[^.!?]{3,90}\?\s(?:please )?(?:e-?mail|contact|write to|message"
        r"|text|call|get in touch|let)\b.{0,20}(?:\bus\b|\bour\b|@)",
        r"(?:have you been affected|were you there|what do you think|have something to add)\b[^.!?]{0,100}\?",
        r"(?:share your (?:thoughts|story|views)|have your say|let us know|tell us what you think)\b",
        r"get .{2,40} (?:in|to|into|straight to) your inbox\b",
        r"if you (?:enjoyed|liked|like) this (?:article|story|piece|post)\b",
        r"for (?:licensing|syndication|reprint|advertising|media|press)\b.{0,60}\bcontact\b",
        r"(?:all )?content created by\b.{0,60}\bavailable without charge\b",
        r"for confidential support\b|now watch\s?:|like what you see\?",
        begins="we pay for|do you|are you|did you|have you|got |e-mail|email|contact us|call us|whatsapp us"
        "|write to us|support our|support the|support independent|support quality|become a|be a|be the"
        "|thank|already a|not yet a|please |order reprints|a version of this|this site|this website"
        "|this page|we use|we value|we and our|privacy notice|cookie |by signing|by subscribing"
        "|by clicking|by submitting|by registering|by continuing|by providing|this content|this video"
        "|this post|this feature|to show you|you can|this is a|this breaking|this developing|refresh th"
        "|check back|watch for us|capital at|terms |t&cs|your support|your contribution|your donation"
        "|your subscription|start your|start a|try |begin your|begin a|get |unlimited |you've|you’ve"
        "|you have|don't see|don’t see|do not see|can't see|can’t see|cannot see|click to|why you can"
        "|join |skip |leave a|were you|what do you think|have something|share your|have your say"
        "|let us know|tell us|if you |for licensing|for syndication|for reprint|for advertising|for media"
        "|for press|content created|all content|for confidential|now watch|like what",
    ),
    *rules(
        CAPTION,
        r"image (?:copyright|caption|source)\b|media (?:caption|playback)\b|(?:enlarge (?:this )?image"
        r"|toggle caption)\b",
        r"file (?:photo|picture|image|pic)\b\s?[:.-]|(?:photo|picture|image|video|caption|pictured"
        r"|pic)\s?:",
        r"(?:\d{1,3}/\d{1,3}|(?:photo|image|slide) \d{1,3} (?:of|/) ?/? ?\d{1,3})\s",
        r"facebook twitter (?:pinterest|google|email)",
        r"(?:photos?|pictures?|images?|clockwise|from),? (?:top|left|from left|from top)\b[^.!?]{0,40}[:,]",
        begins="image|media |enlarge |toggle|file |photo|picture|video|caption|pic|slide|facebook twitter"
        "|clockwise|from |from,|0|1|2|3|4|5|6|7|8|9",
    ),
    *rules(
        CAPTION,
        r"(?:in )?this .{0,40}\b(?:photo|image|picture|frame grab|screen ?shot"
        r"|handout)\b.{0,60}\b(?:made available|released"
        r"|provided|supplied) by\b",
        needs=("available by", "released by", "provided by", "supplied by"),
    ),
    *rules(
        CAPTION,
        r"(?:FILE|PHOTO|PHOTOS|WATCH|VIDEO|CLOSE|GALLERY)\s?[-–—:|]?\s(?=[A-Z])",
        flags=re.NOFLAG,
    ),
    *rules(
        EMBED,
        r"skip (?:twitter|instagram|facebook|youtube) post\b|(?:view|see) (?:this|the) post on\b",
        r"a post (?:shared )?by .{1,60}\bon\b",
        r"rt @\w+",
        begins="skip |view |see |a post |rt @",
    ),
    *rules(
        SIGNATURE,
        r"[(—–-]?\s{0,2}(?:additional |with additional )?(?:reporting|writing|editing|compiled"
        r"|translation|graphic)"
        r" (?:in [\w .]{2,30} )?by\b",
        r"contribut(?:ing|ors?|ed):\s|contributing to this (?:report|story|article)\b",
        r"[—–-]\s?(?:with )?(?:assistance|contributions?|files) (?:by|from)\b",
        r"(?:with )?(?:files|contributions?|input|inputs|reporting|material) from\b.{0,80}$",
        r"(?:copyright\s{0,3}(?:©|\(c\)|\d{4}|by\b)|©)",
        r"all rights reserved\b|this (?:material|content) may not be\b",
        r"information from:|source:|sources:",
        r"(?:this )?(?:article|story|report|post) (?:was )?(?:originally|first) (?:appeared|published)\b",
        r"(?:the )?associated press (?:writers?|reporters?|journalists?"
        r"|correspondents?)\b.{0,160}\bcontributed",
        begins="(|—|–|-| |additional|with |reporting|writing|editing|compiled|translation|graphic"
        "|contribut|files|input|material|copyright|©|all rights|this material|this content"
        "|information from|source|this article|this story|this report|this post|article was|story was"
        "|report was|post was|article orig|story orig|report orig|post orig|article first|story first"
        "|report first|post first|the associated|associated",
    ),
    *rules(
        SIGNATURE,
        rf"(?:{AGENCY}|agencies|staff)(?:\s?[-,/|]\s?(?:{AGENCY}|agencies|staff))+$",
        needs=("-", ",", "/", "|"),
        begins="|".join((*AGENCIES, "agencies", "staff")).lower(),
    ),
    *rules(
        TAG,
        r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|hashtags?)\s?:|related topics\b"
        r"|more-in\b",
        begins="tag|topic|keyword|categor|filed under|hashtag|related topics|more-in",
    ),
    *rules(
        CORRECTION,
        r"[\[(]?(?:correction|clarification|editor['’]s note)s?\b.{0,30}:\s",
        r"update:\s{1,3}this (?:story|article|report|post|piece)\b",
        r"this (?:story|article|report|post|piece) (?:has been|was) (?:updated|corrected|amended|edited"
        r"|changed)\b",
        r"an earlier version of this\b",
        begins="[|(|correction|clarification|editor|update:|this |an earlier version",
    ),
    *rules(
        BYLINE,
        r"write to [\w .'’-]{2,50} at \S+@",
        r"contact (?:the )?(?:writers?|authors?|reporters?)?\b.{0,60}\S@\S",
        r"follow .{2,60}(?:@\w+|\bon (?:twitter|facebook|instagram|x)\b)",
        r"e-?mail\s?:?\s\S+@\S+|e-?mail the (?:author|writer|reporter)s?\b",
        begins="write to|contact |follow |email|e-mail",
    ),
    *rules(
        BYLINE,
        rf"{PERSON}(?:,? (?:an?|the) [\w ,'’-]{{2,60}},?)? (?:can be (?:reached|contacted|followed"
        rf"|emailed) |covers [\w ,]{{2,60}} for\b)",
        flags=re.NOFLAG,
        needs=("can be", "covers"),
    ),
    *rules(
        BYLINE,
        r"(?:From|Via|By) (?:the )?[A-Z][\w.& ]{1,30}:$",
        flags=re.NOFLAG,
        begins="from |via |by ",
    ),
    *rules(
        BYLINE,
        r"(?:Written|Words|Story|Text|Report|Reporting|Posted|Published) by:? [A-Z]",
        rf"(?:Texto?|Texte|Testo|Tekst|Words|Reporting): {PERSON}"
        rf"(?:,? (?:and|und|et|y|e|en|og|och) {PERSON})?$",
        flags=re.NOFLAG,
        begins="written|words|story|text|report|posted|published|testo|tekst",
    ),
    *rules(
        BYLINE,
        rf"{PERSON},\s[\w.-]{{2,30}}\.(?:com|org|net|ca|co\.uk|uk|tv|news|io|in|au|de|eu)$",
        flags=re.NOFLAG,
        needs=tuple(".com .org .net .ca .co .uk .tv .news .io .in .au .de .eu".split()),
    ),
    *rules(
        BYLINE,
        rf"{PERSON}(?:(?:,| and) {PERSON}){{0,3}}, (?:[Tt]he )?{AGENCY}$",
        flags=re.NOFLAG,
        needs=tuple(f", {the}{name}".lower() for name in AGENCIES for the in ("", "the ")),
    ),
    *rules(
        BYLINE,
        rf"{PERSON}(?: and {PERSON})?,?\scontributed (?:to|from)\b.{{0,60}}(?:\b(?:report|reporting"
        rf"|story|article)\b|$)",
        flags=re.NOFLAG,
        needs=("contributed",),
    ),
]
"""For every line: how it begins."""

LOOSE_START = [
    *rules(
        READ_MORE,
        r"(?:more|watch|review|opinion|analysis|exclusive|explained|explainer|live|in pictures|gallery"
        r"|video|photos"
        r"|interview|in depth|background|timeline|profile|comment|live updates|editorial|podcast|opinions"
        r"|column|factbox|fact check)\s?[:|]\s?(?=\S)",
        r"(?:more|related|read|watch|see also)\s?[:|]$",
        r"more (?:on|about)\b",
        r"\[[^\[\]]{20,160}\]$",
        needs=(":", "|", "more on", "more about", "["),
    ),
    *rules(
        BYLINE,
        rf"(?:Von|VON|Par|PAR|Por|POR|Di|di|DI|Door|Av|Af|Autor|Autore|Auteur):? {PERSON}"
        rf"(?: (?:und|et|y|e|en|og|och) {PERSON})?$",
        flags=re.NOFLAG,
        begins="von|par|por|di|door|av|af|aut",
    ),
    *rules(
        BYLINE,
        rf"(?:By|BY) [A-Z][^.!?]{{2,80}}\bon {LONG_WEEKDAY}, ",
        rf"(?:By|BY|by):? {PERSON},? (?:on|updated|published|{LONG_WEEKDAY})\b",
        flags=re.NOFLAG,
        begins="by",
    ),
    *rules(
        BYLINE,
        rf"(?:(?:By|BY|by):? )?{PERSON}\s?[-–—"
        rf"|,•·]\s?(?:[A-Z][a-z]+day,? )?(?:(?:{ANY_MONTH})\.? \d{{1,2}}\b|\d{{1,2}}[./ ])",
        flags=re.NOFLAG,
        needs=tuple("0123456789"),
    ),
    *rules(
        BYLINE,
        rf"{PERSON}, (?:[A-Z][\w’'-]+ ){{0,3}}(?:correspondent|reporter|editor|staff writer|korrespondentin"
        r"|korrespondent|correspondant|corresponsal)(?: (?:in|at) [A-Z]\w+)?$",
        flags=re.NOFLAG,
        needs=("correspond", "reporter", "editor", "staff writer", "korrespondent", "corresponsal"),
    ),
    *rules(
        TIMESTAMP,
        r"(?:last )?(?:updated|published|posted|modified)\b[^.!?]{0,24}\b(?:\d{1,2}"
        r"|[a-z]{3,9}\.? \d{1,2})\b.{0,50}$",
        begins="last |updated|published|posted|modified",
    ),
    *rules(
        BYLINE,
        rf"(?:By|BY|by):?\s(?:{PERSON}|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s?(?:$|[,|/·•(@]|and\b|in\b"
        rf"|for\b|at\b|\d)",
        flags=re.NOFLAG,
        begins="by",
    ),
]
"""For unfinished lines (and questions): beginnings that a sentence might share."""
