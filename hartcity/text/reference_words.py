"""The words by which lines around a letter tell of a person, of a record, of the letter or of what goes with it."""

from __future__ import annotations

import re


_PERSON = (
    r"(?:clients?|patient|applicants?|tenants?|resident|participant|consumer|member|claimant|beneficiary|petitioner"
    r"|service user|individual|guest|youth|child(?:ren)?|minor|parent|mother|father|guardians?|spouse|partner"
    r"|household(?: head)?|head of household|family|caregiver|survivor|veteran|person (?:served|supported)"
    r"|(?:my|our) client|on behalf of)"
)
_RECORD = (
    r"(?:d\.?\s?o\.?\s?b\.?|date of birth|birth\s?date|born|s\.?s\.?n\.?|ss ?#|(?:last four|last 4)(?: of ssn)?"
    r"|social security(?: (?:no\.?|number|#))?|(?:case|file|record|claim|docket|voucher|account|acct|policy|chart"
    r"|medicaid|medicare|student|pupil|school"
    r"|member|patient|client|hmis|ebt|alien|a)[ -](?:no\.?|number|num\.?|id|#)|mrn|medicaid|medicare|immigration status"
    r"|diagnos[ie]s|(?:our|your|my) (?:ref(?:erence)?|file|case))"
)
_REFERENCE = r"(?:ref(?:erence|erring)?|in re|concerning|in the matter of|referred|referral(?: for)?)"
# The label of a line that tells something of the person whom a letter is about.
TELLS = re.compile(
    rf"(?:(?:{_PERSON}|{_RECORD}|{_REFERENCE})(?:'s|\(s\))?(?:[ /][\w./#]{{1,14}}){{0,3}}"
    rf"\.?(?: ?\([^()]{{1,30}}\))?\s?[:#\u2014=]"
    rf"|{_RECORD}\s{{1,3}}#?\s?\d|on behalf of\s[A-Z])",
    re.IGNORECASE,
)
TELLS_OF_SOMEBODY = re.compile(rf"\b(?:{_PERSON}|{_RECORD})(?=[\s).,:;#]|$)", re.IGNORECASE)
# A line without a label that begins with what it refers to, or with what the person is to the writer.
REFERS = re.compile(
    r"(?:(?:this is |our |your |my )?(?:re|ref|reference|regarding|referring to|concerning|about|on behalf of)"
    r"|in re|in reference to|in regard to|in the matter of|with (?:regard|reference|respect) to)\b[.,]?\s",
    re.IGNORECASE,
)
SPEAKS_OF = re.compile(
    rf"(?:(?:our|my|your|the|shared|mutual|joint|former|new|current)\s){{0,3}}{_PERSON}s?(?:,\s|\s?\u2014\s?|\s-\s|\s)"
    r"(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# A number of somebody's file: one with digits behind the word for the file.
FILED = re.compile(
    r"\b(?:(?:our|your|my)\s)?(?:ref(?:erence)?|file|case|docket|licen[cs]e|record|account|acct|policy|claim|voucher|mrn"
    r"|medicaid|medicare|s\.?s\.?n\.?|d\.?\s?o\.?\s?b\.?|date of birth|born)\.?(?:\s(?:no\.?|id|number))?[\s:#]{1,3}"
    r"(?=[\w/-]{0,20}\d)",
    re.IGNORECASE,
)
# He, she or they, but neither "In His service" nor the writer's own "(she/her)".
THIRD_PERSON = re.compile(
    r"(?:\b(?:he|she|they|him|her|hers|them|his|their)|^(?:He|She|They|His|Her|Their))\b(?<!/..)(?<!/...)(?<!/....)(?![/)])"
)
NAME = re.compile(r"(?:full |legal |first |last |preferred )?names?\s?[:\u2014]", re.IGNORECASE)
# A line with a label or a number, which tells more of the person of whom the line above told.
GOES_ON = re.compile(r"[A-Z][\w'./# ()-]{0,30}?\s?[:#\u2014=]\s?\S|.{0,40}\d[\d -]{2,14}\d")
LABELED = re.compile(r"(?P<label>[A-Za-z][\w'./# ()-]{0,40}?)\s?(?::|\s[\u2014-]|=)\s{1,3}(?P<told>\S.*)$")
# Labels of people who are named in their work, and of the letter itself.
IN_THEIR_WORK = frozenset(
    """
    director directors supervisor supervisors supervising manager coordinator instructor preceptor professor worker
    caseworker counselor advocate intern trainee staff chair president treasurer secretary board officer navigator
    specialist liaison assistant contact prepared written submitted signed sender writer author by drafted reviewed
    approved
    """.split()
)
OF_THE_LETTER = IN_THEIR_WORK | frozenset(
    """
    to from date sent attn attention phone tel telephone fax email mail web website office hours program
    department division unit address location site venue via topic event title agency organization host funder sponsor
    course class section assignment module term
    """.split()
)
_ON_A_PAPER = (
    r"course|class|instructor|professor|prof|teacher|section|module|assignment|due|term|semester|week|title|words?"
    r"|word ?count|total words"
)
PAPER = re.compile(rf"(?:{_ON_A_PAPER})\b.{{0,20}}:", re.IGNORECASE)
COURSE = re.compile(rf"(?:{_ON_A_PAPER}|student(?: (?:name|id))?)\b.{{0,20}}:", re.IGNORECASE)
SENT_ALONG = re.compile(
    r"(?:\d{1,2}\s)?(?:encl?|enclosures?|enclosed|attach(?:ed|ments?)?|b?cc?|c\.c\."
    r"|(?:carbon )?cop(?:y|ies|ied)(?: to)?)\.?(?:\s?\(\d{1,2}\))?\s{0,2}(?:[:\u2014]|$)|b?c\.?c\.?\s(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
