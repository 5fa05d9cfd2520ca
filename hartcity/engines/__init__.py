"""The grammar engines: Harper in this process, LanguageTool beside it, and one answer from both."""

from hartcity.engines.base import EngineState, EngineStatus
from hartcity.engines.grammar import ENGINES, Asking, Grammar, GrammarResult, GrammarStatus


__all__ = ["ENGINES", "Asking", "EngineState", "EngineStatus", "Grammar", "GrammarResult", "GrammarStatus"]
