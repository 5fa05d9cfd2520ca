"""What an email address looks like."""

from __future__ import annotations

import re


ADDRESS = re.compile(r"([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63})+)", re.ASCII)
"""An address with its two sides as groups; short enough for every mail program."""
