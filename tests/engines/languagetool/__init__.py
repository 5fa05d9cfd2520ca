"""Tests of ``languagetool``."""
