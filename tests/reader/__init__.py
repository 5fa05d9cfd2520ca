"""Tests of ``reader``."""
