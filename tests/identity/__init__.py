"""Tests of who signed in."""
