"""The draft editor: CodeMirror in a Streamlit component, with the report beside it, built by ``build.mjs``."""

from hartcity.ui.editor.component import draft_editor
from hartcity.ui.editor.packed_report import PackedReport


__all__ = ["PackedReport", "draft_editor"]
