"""Tests of ``metrics``."""
