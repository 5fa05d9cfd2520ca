"""The draft editor: CodeMirror in a Streamlit component, with the report beside it, built by ``build.mjs``."""

from hartcity.ui.editor.answer import Answer
from hartcity.ui.editor.desk import draft_editor


__all__ = ["Answer", "draft_editor"]
