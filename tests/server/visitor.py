"""One who speaks to the server as a browser does, but waits for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect


SECONDS = 60


class Visitor:
    """One who speaks to the server without a browser, and waits for nothing that need not be waited for."""

    def __init__(self, stream: ClientConnection) -> None:
        """Take an open connection."""
        self._stream = stream
        self.fields: dict[str, tuple[str, str]] = {}
        self.pages: dict[str, str] = {}
        self.parts: set[str] = set()
        self.drawn: list[str] = []
        self.documents: dict[str, str] = {}
        self.address = ""
        self._session = ""

    async def ask(self, page: str, part: str = "", **values: str) -> None:
        """Ask for a page, or for a part of it, and tell what stands in fields of the one that is left."""
        message = BackMsg()
        message.rerun_script.fragment_id = part
        message.rerun_script.query_string = self.address
        message.rerun_script.page_name = "" if page in self.pages else page
        message.rerun_script.page_script_hash = self.pages.get(page, "")
        for name, value in values.items():
            message.rerun_script.widget_states.widgets.add(id=name, string_value=value)
        await self._stream.send(message.SerializeToString())

    async def hear(self, until: str) -> None:
        """Take in what is drawn until a run of the page ``until`` has ended."""
        self.drawn = []
        async with asyncio.timeout(SECONDS):
            async for data in self._stream:
                message = ForwardMsg()
                message.ParseFromString(data)
                kind = message.WhichOneof("type")
                if kind == "new_session":
                    self._session = message.new_session.initialize.session_id
                    self.drawn.append(message.new_session.page_script_hash)
                elif kind == "navigation":
                    self.pages = {one.url_pathname: one.page_script_hash for one in message.navigation.app_pages}
                    self.drawn[-1] = message.navigation.page_script_hash
                elif kind == "page_info_changed":
                    self.address = message.page_info_changed.query_string
                elif kind == "delta" and message.delta.fragment_id:
                    self.parts.add(message.delta.fragment_id)
                elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "text_area":
                    field = message.delta.new_element.text_area
                    self.fields[field.label] = field.id, field.value if field.set_value else field.default
                elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "download_button":
                    button = message.delta.new_element.download_button
                    self.documents[button.label] = button.deferred_file_id
                elif (
                    kind == "script_finished"
                    and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                    and self.drawn[-1:] == [self.pages[until]]
                ):
                    return

    async def make(self, document: str) -> str:
        """Press a button that makes a document and return the address at which it is to be fetched."""
        message = BackMsg()
        message.backend_operation_request.request_id = document
        message.backend_operation_request.session_id = self._session
        message.backend_operation_request.deferred_file.file_id = self.documents[document]
        await self._stream.send(message.SerializeToString())
        async with asyncio.timeout(SECONDS):
            async for data in self._stream:
                answer = ForwardMsg()
                answer.ParseFromString(data)
                if answer.WhichOneof("type") == "backend_operation_response":
                    return answer.backend_operation_response.deferred_file.url
        return ""


@asynccontextmanager
async def visit(server: str, page: str, address: str = "") -> AsyncIterator[Visitor]:
    """Open a page as a tab does, be it at the address of a workspace, and wait until it is drawn."""
    async with connect(f"{server.replace('http', 'ws', 1)}/_stcore/stream", max_size=None) as stream:
        visitor = Visitor(stream)
        visitor.address = address
        await visitor.ask(page)
        await visitor.hear(page)
        yield visitor
