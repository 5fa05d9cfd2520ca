"""Tests of ``plan.eligibility``."""
