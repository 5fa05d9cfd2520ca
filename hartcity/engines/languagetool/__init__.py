"""LanguageTool: installed from pinned coordinates, run under supervision, asked over loopback."""
