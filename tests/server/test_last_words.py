"""No word is lost between the page that is left and the one that is asked for, however soon the messages follow."""

from __future__ import annotations

import asyncio

import pytest

from tests.server.visitor import visit


NEEDS = "Needs (one a line)"
TURNS, CLOSED = 12, 4
PAUSES = (0.0, 0.001, 0.01, 0.05)
"""Seconds between two messages: they come at once, or the second while the first is heard."""

LOOKS = 20


@pytest.mark.parametrize("pause", PAUSES)
def test_words_are_kept_when_the_next_page_is_asked_for_in_the_same_moment(server, pause):
    """The last words of a field and the wish for another page come in one go, or while the first is being heard."""

    async def write_and_leave() -> None:
        async with visit(server, "plan") as visitor:
            for turn in range(TURNS):
                words = f"a bed, said {turn} times"
                await visitor.ask("plan", **{visitor.fields[NEEDS][0]: words})
                await asyncio.sleep(pause)
                await visitor.ask("email")
                await visitor.hear("email")
                await visitor.ask("plan")
                await visitor.hear("plan")
                assert visitor.fields[NEEDS][1] == words

    asyncio.run(write_and_leave())


@pytest.mark.parametrize("pause", PAUSES)
def test_the_next_page_comes_though_a_part_of_the_last_one_still_speaks(server, pause):
    """The editor's round, say, is sent in the moment in which its page is left: the page that was asked for stays."""

    async def leave_while_it_speaks() -> None:
        async with visit(server, "email") as visitor:
            for _ in range(TURNS):
                visitor.parts = set()
                await visitor.ask("email")
                await visitor.hear("email")
                assert visitor.parts
                await visitor.ask("plan")
                await asyncio.sleep(pause)
                for part in visitor.parts:
                    await visitor.ask("email", part)
                await visitor.hear("plan")
                await visitor.ask("plan")
                await visitor.hear("plan")
                assert set(visitor.drawn) == {visitor.pages["plan"]}

    asyncio.run(leave_while_it_speaks())


@pytest.mark.parametrize("pause", PAUSES)
def test_a_last_word_that_comes_after_the_click_is_kept_and_leads_nowhere(server, pause):
    """A busy browser tells what a field holds only after it has asked for the next page."""

    async def leave_before_it_is_told() -> None:
        async with visit(server, "plan") as visitor:
            for turn in range(TURNS):
                needs, words = visitor.fields[NEEDS][0], f"a bed, said {turn} times"
                await visitor.ask("plan", **{needs: "a bed"})
                await visitor.hear("plan")
                await visitor.ask("email")
                await asyncio.sleep(pause)
                await visitor.ask("plan", **{needs: words})
                await visitor.hear("email")
                await visitor.ask("email")
                await visitor.hear("email")
                assert set(visitor.drawn) == {visitor.pages["email"]}
                await visitor.ask("plan")
                await visitor.hear("plan")
                assert visitor.fields[NEEDS][1] == words

    asyncio.run(leave_before_it_is_told())


async def found(server: str, address: str) -> str:
    """Return the needs as one finds them who opens a workspace."""
    async with visit(server, "plan", address) as visitor:
        return visitor.fields[NEEDS][1]


async def kept_at_last(server: str, address: str, words: str) -> str:
    """Return what is found once it is ``words``, or when one has looked long enough: saving takes its moment."""
    for _ in range(LOOKS):
        last = await found(server, address)
        if last == words:
            break
    return last


@pytest.mark.parametrize("pause", PAUSES[::2])
def test_words_are_kept_when_the_tab_is_closed_in_the_same_moment(server, pause):
    """The last words come, and the connection ends: who opens the workspace again finds them."""

    async def write_and_close() -> None:
        for turn in range(CLOSED):
            async with visit(server, "plan") as visitor:
                await visitor.ask("plan", **{visitor.fields[NEEDS][0]: "a bed"})
                await visitor.hear("plan")
                words = f"a bed, said {turn} times"
                await visitor.ask("plan", **{visitor.fields[NEEDS][0]: words})
                await asyncio.sleep(pause)
            assert visitor.address
            assert await kept_at_last(server, visitor.address, words) == words

    asyncio.run(write_and_close())
