"""Rules for lines that their end, a phrase within them, or their place at the end of a page identifies as
noise. The notes in `phrases` apply here, too."""

from __future__ import annotations

import re

from newsdiff.calendar.months import ANY_MONTH, LONG_WEEKDAY
from newsdiff.readers.lines.line_roles import BYLINE, CAPTION, EMBED, PROMO, READ_MORE, SIGNATURE
from newsdiff.readers.lines.phrase_rules import AGENCY, PERSON, rules

_SEEN_TO = (
    "addresses|appears?|arrives?|attends?|boards?|carry|carries|celebrates?|departs?|embraces?|gathers?"
    "|gestures?"
    "|greets?|holds?|hugs?|leaves?|listens?|looks?|marche?s?|performs?|poses?|protests?|reacts?|rides?"
    "|shakes?|sits?(?! at)"
    "|smiles?|speaks?|stands?(?! at)|waits?|walks?|watche?s?|waves?|works?|(?:is|are) (?:seen|pictured|shown)"
)
_CROWD_DOES = (
    "applaud|celebrate|chant|cheer|clap|embrace|hug|kneel|line up|march"
    "|mourn|pose|pray|queue|salute|smile|wave|weep"
)
_ONE_DOES = (
    "chants|embraces|gestures|hugs|kneels|poses|salutes|smiles|waves (?=to|at|as|from|an? |the |h)|weeps"
)
_STILL = (
    rf"(?<=s )(?:{_CROWD_DOES})|(?:{_ONE_DOES})|(?:walks?|stands?|sits?) (?:along|amid|behind|beside"
    rf"|in front of|inside"
    r"|next to|outside|past|through)|looks? on|(?:is|are) (?:seen|pictured)(?! as\b)"
)
"""What is seen in a picture and seldom reported in the present tense."""

END = [
    *rules(
        READ_MORE,
        r"\bread more$",
        r"\bread or share this (?:story|article)\b.{0,60}$",
        needs=("read more", "share this"),
    ),
    *rules(
        CAPTION,
        r"(?:image|photo|foto|photograph|pic|picture|credit|video|photo credit|pictures|bild|photo by"
        r"|sources?)\s?:\s?[\w /.,'’&()-]{2,60}$",
        r"\(photo(?:graph|s)? (?:by|courtesy|credit|:).{2,80}\)$",
        r"\((?:photos?|pics?|pictures?|images?|courtesy|screen ?(?:shot|grab)|handout|file|supplied"
        r"|provided|credit"
        r"|via|video|reproduction|illustration)\b[^()]{0,80}\)$",
        needs=(":", "("),
    ),
    *rules(
        CAPTION,
        r"\b(?:hide|show) caption(?: \d{1,3} of \d{1,3})?$|\b\d{1,3} of \d{1,3}$",
        r"back to gallery$",
        r"play slideshow\b.{0,60}$",
        needs=(" caption", " of ", "back to gallery", "play slideshow"),
    ),
    *rules(
        CAPTION,
        rf"(?:[/—–|]\s?|\b[Vv]ia )(?:{AGENCY})(?: (?:Images|Archive|Entertainment|News"
        rf"|File))?(?:,? (?:[Ff]ile|FILE))?\)?$",
        flags=re.NOFLAG,
        needs=("/", "—", "–", "|", "via "),
    ),
    *rules(
        CAPTION,
        rf"\)\s?\(\s?/?{AGENCY}\)$",
        rf"\([^()]{{3,60}}[/,]\s?(?:[Ff]ile/)?{AGENCY}(?: via {AGENCY})?\)$",
        rf"\({AGENCY}(?: [Pp]hoto)?\s?/\s?[A-Z][^()]{{2,60}}\)$",
        rf"\b{PERSON}\s?/\s?{AGENCY}\)?$",
        r"\b(?:REUTERS|AFP|AP|EPA)(?: PHOTO)?\s?/\s?[A-Z][\w.'’ -]{2,40}\)?$",
        flags=re.NOFLAG,
        needs=("/", "("),
    ),
    *rules(
        CAPTION,
        rf"(?<=[.!?\"”] ){AGENCY}(?:\s?[/-]\s?{AGENCY})*$",
        flags=re.NOFLAG,
    ),
    *rules(
        CAPTION,
        rf"\(\s?{PERSON}(?:,? (?:and|&) {PERSON})?\s?/\s?(?:the |The )?[A-Z][\w.'’& -]{{1,50}}\s?\)$",
        rf"(?:[.!?\"”’)]|\|)\s?{PERSON}\s?/\s?[A-Z][\w.'’& -]{{1,40}}$",
        flags=re.NOFLAG,
        needs=("/",),
    ),
    *rules(EMBED, rf"\bposted by .{{2,60}} on {LONG_WEEKDAY},? .{{4,20}}$", needs=("posted by ",)),
    *rules(EMBED, r"[—–-]\s.{1,60}\(@\w{1,20}\).{0,40}$", needs=("(@",)),
]
"""For every line: how it ends. Agencies at the end of a finished sentence are not a credit."""

WITHIN = [
    *rules(
        READ_MORE,
        r"^[^.!?\"“”]{10,160}\b(?:a|an|the|of|to|in|on|for|and|with|at|by|from|that|as|is|was|his|her|its"
        r"|their)"
        r"\s?(?:\.{3}|…)$",
        needs=("...", "…"),
    ),
    *rules(
        READ_MORE,
        r"^(?:read|learn|find out|see|watch|hear|listen to)\b[^.!?\"“”]{3,100}\bhere\W?$",
        r"^visit .{2,40}\b(?:home ?page|website|site|page|blog|channel)\b.{0,30}\b(?:for|to)\b",
        begins="read|learn|find out|see|watch|hear|listen to|visit ",
    ),
    *rules(
        READ_MORE,
        r"^(?:[\w '’]{2,30}: )?check out (?:our|a sample|more of|some of|the (?:latest|best|rest|full))\b",
        needs=("check out",),
    ),
    *rules(
        SIGNATURE,
        r"\bcontributed (?:reporting )?(?:to|for) (?:this (?:report|article|story|piece)\b"
        r"|the (?:report|article|story|piece)\W{0,2}$)",
        r"\boriginally (?:appeared|published|posted|aired) (?:on|in|by|at) [\w-]+\.(?:com|org|net|co\.uk"
        r"|[a-z]{2})\b",
        r"\b(?:views|opinions) expressed\b.{0,80}\b(?:own|authors?['’]?s?|writers?['’]?s?|reflect)\b",
        r"^\((?:this|the) (?:story|article|report) has not been edited\b",
        r"\bplease see our terms\b",
        needs=("contributed", "originally", "expressed", "not been edited", "our terms"),
    ),
    *rules(CAPTION, rf"^[^\"“”]*[a-zà-ÿ]{{4}}[.!?]\s?(?:\d{{1,3}} )?{PERSON}$", flags=re.NOFLAG),
    *rules(CAPTION, rf"\b{PERSON}\s?/\s?{AGENCY}\b", flags=re.NOFLAG, needs=("/",)),
    *rules(
        PROMO,
        r"\b(?:sign[ -]?up|subscribe|register)\b[^.!?]{0,60}\b(?:newsletters?|e-?mails?|alerts?|inbox)\b",
        r"\b(?:share|tell us|send us|send in)\b[^.!?\"“”]{0,30}\byour (?:experiences?|stor(?:y|ies)|views"
        r"|photos?|pictures?"
        r"|videos?|thoughts|opinions?|memories)\b(?=.{0,60}$|.{0,80}\b(?:us|our|here|below|form)\b)",
        r"\bthis site is protected by\b|\bdelivered (?:every )?(?:week|sun|mon|tues|wednes|thurs|fri"
        r"|satur)?day "
        r"(?:mornings?|afternoons?|evenings?)\b",
        r"\b(?:subscribe to|like|follow|visit) our (?:youtube|facebook|instagram|twitter|tiktok|channel"
        r"|page|podcast)\b",
        r"\b(?:links?|purchases?|buy|sales?)\b[^.!?]{0,120}\bmay (?:earn|get"
        r"|receive) (?:an? )?\w* ?(?:share|commission|portion)\b"
        r"|\bmay (?:earn|get|receive) (?:an? )?\w* ?(?:share|commission|portion)\b[^.!?]{0,80}\b(?:links?"
        r"|purchases?|buy|sales?)\b",
        r"\bwe regret the (?:error|mistake)\b|\b(?:stay|keep) (?:up[ -]to[ -]date|informed|connected"
        r"|ahead) with\b"
        r"|\bwith our free (?:app|newsletter|alerts?)\b",
        r"\byou (?:can|may) (?:unsubscribe|opt out)\b|\b(?:un)?subscribe at any time\b",
        r"\byou (?:agree to|acknowledge|accept) (?:our|the|receive)\b",
        needs=(
            *("sign up", "sign-up", "signup", "subscribe", "register"),
            *("share", "tell us", "send us", "send in"),
            *("like our ", "follow our ", "visit our ", "our free ", "delivered ", "protected by"),
            *("may earn", "may get", "may receive", "regret the", "stay ", "keep ", "opt out"),
            *("you agree to", "you acknowledge", "you accept"),
        ),
    ),
    *rules(
        PROMO,
        r"^(?:something went wrong|you have (?:successfully )?(?:un)?subscribed"
        r"|don['’]t forget to (?:like|follow|subscribe|sign)"
        r"|never miss (?:a|an|our))\b",
        r"^(?:if you|have you|got|you can)\b[^.!?\"“”]{3,100}[,?]? (?:please )?(?:e-?mail|contact"
        r"|write to|call|reach) (?:us|our)\b",
        r"^(?:this story is (?:still )?developing|more (?:to follow|to come|details? (?:soon|to follow)))\b",
        r"^if you (?:or (?:some|any)one you know|have been|are (?:affected|struggling|in)"
        r"|need)\b[^.!?\"“”]{0,120}"
        r"\b(?:call|contact|visit|text|phone|go to)\b",
        r"^your (?:responses?|stor(?:y|ies)|contributions?|comments?|details) (?:will|may|can|help)\b",
        r"^(?:q ?& ?a )?(?:have you been|were you|are you|did you|do you have) [^.!?\"“”]{3,100}\?.{0,40}"
        r"\b(?:tell|share|e-?mail|contact|write|send|let us|get in touch|call)\b",
        r"^comments (?:are|have been) (?:closed|disabled|moderated|turned off)\b",
        r"^there was an error\b",
        r"^let .{2,40}\byour inbox\b",
        r"^get breaking news\b",
        begins="something went|you have|you can|don't forget|don’t forget|never miss|if you|have you|got"
        "|more |this story is|your |q|were you|are you|did you|do you have|comments |there was|let "
        "|get breaking",
    ),
    *rules(
        CAPTION,
        r"\((?:left|right|cent(?:er|re)|top|bottom|above|below)\)",
        flags=re.NOFLAG,
        needs=("(",),
    ),
    *rules(
        CAPTION,
        r"^(?:(?:JUST|MUST|NOW|ALSO) WATCH(?:ED|ING)?|NOW PLAYING|UP NEXT)\b",
        r"^[A-Z][^.!?\"“”]{3,120},\s(?:(?:second|third|far|at) (?:from )?)?(?:(?:left|right|cent(?:er"
        r"|re)),|(?:right|cent(?:er|re))"
        r"\s[a-z]+s\b)",
        rf"^[A-Z][^.!?\"“”]{{3,100}}\b(?:{_STILL})\b[^!?\"“”]{{0,160}}"
        r"\b(?:after|as|at|before|during|in|near|on|outside)\b[^!?\"“”]{2,120}$",
        flags=re.NOFLAG,
    ),
    *rules(
        CAPTION,
        rf"^[A-Z][^.!?\"“”]{{3,140}}\b(?:{_SEEN_TO})\b[^!?\"“”]{{3,220}}\b(?:{ANY_MONTH})\.? \d{{1,2}},?"
        rf" (?:19|20)\d\d\b",
        rf"^[A-Z][^.!?\"“”]{{3,140}}\b(?:{_SEEN_TO})\b[^!?\"“”]{{3,220}}\b\d{{1,2}} (?:{ANY_MONTH}),? (?:19"
        rf"|20)\d\d\b",
        flags=re.NOFLAG,
        needs=(" 19", " 20"),
    ),
]
"""For lines of at most `WITHIN_WORDS` words: what stands anywhere in them. A caption says in the present
tense what is to be seen, and on which day of which year."""

WITHIN_WORDS = 60
WITHIN_LENGTH = 600
"""Code points of such a line: the rules look at it as a whole, again and again."""

LAST = rules(
    BYLINE,
    rf"{PERSON} (?:is|was|are) (?:an?|the|our)? ?[\w ,'’.&/-]{{0,60}}\b(?:reporter|correspondent|writer"
    rf"|editor|columnist"
    rf"|journalist|producer|contributor|fellow|author|professor|anchor|host|intern|blogger|founder)s?\b",
    rf"{PERSON} (?:covers|reports on|writes (?:about|for)) ",
    rf"{PERSON} reported from [A-Z]",
    r"[A-Z][\w .,&'’-]{2,140} is (?:a|the) (?:leading|trusted|premier|non-?profit)\b.{0,60}\b(?:provider"
    r"|source|publisher"
    r"|news (?:site|outlet|organi[sz]ation|service)|newsroom)\b",
    r"(?:Follow|Email|Contact|Reach|Tweet) (?:him|her|them|the (?:author|writer|reporter)|me|us)\b",
    r"[\w.& ]{2,30} (?:writers?|reporters?|staff writers?|correspondents?) [^.!?]{5,120} contributed\b",
    flags=re.NOFLAG,
    needs=tuple(
        "reporter|correspondent|writer|editor|columnist|journalist|producer|contribut|fellow|author|professor"
        "|anchor|host|intern|blogger|founder|covers|reports on|reported from|writes |leading|trusted|premier"
        "|profit|follow |email |contact |reach |tweet ".split("|")
    ),
)
"""For the last lines of a page: who wrote it. Amid an article they may speak of a person in it."""

ANYWHERE = {
    "pic.twitter.com/": EMBED,
    "//t.co/": EMBED,
    "instagram.com/p/": EMBED,
    "select a newsletter": PROMO,
    "nvalid email address": PROMO,
    "lease re-enter": PROMO,
    "elivered to your inbox": PROMO,
}
"""For every line: technical marks that prose does not have."""
