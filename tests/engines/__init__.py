"""Tests of ``engines``."""
