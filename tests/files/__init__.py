"""Tests of ``files``."""
