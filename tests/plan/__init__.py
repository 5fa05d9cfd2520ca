"""Tests of ``plan``."""
