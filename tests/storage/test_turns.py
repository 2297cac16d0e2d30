from __future__ import annotations

import asyncio

from storage.turns import Turns


async def test_the_urgent_go_first_and_the_others_in_their_order() -> None:
    turns, order = Turns(), list[str]()

    async def write(name: str) -> None:
        async with turns.turn(urgent=name.isupper()):
            order.append(name)

    async with turns.turn(urgent=False):
        waiting = [asyncio.create_task(write(name)) for name in "aBcD"]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert order == ["B", "D", "a", "c"]


async def test_one_writes_at_a_time() -> None:
    turns, inside, most = Turns(), 0, 0

    async def write(number: int) -> None:
        nonlocal inside, most
        async with turns.turn(urgent=number % 2 == 0):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(write(number) for number in range(20)))
    assert most == 1


async def test_who_gives_up_holds_up_nobody() -> None:
    turns = Turns()
    async with turns.turn(urgent=False):
        first, second = asyncio.create_task(_pass(turns)), asyncio.create_task(_pass(turns))
        await asyncio.sleep(0)
        first.cancel()
    await asyncio.wait_for(second, timeout=5)
    assert first.cancelled()


async def test_a_turn_that_comes_as_one_gives_up_is_passed_on() -> None:
    turns = Turns()
    async with turns.turn(urgent=False):
        first, second = asyncio.create_task(_pass(turns)), asyncio.create_task(_pass(turns))
        await asyncio.sleep(0)
    first.cancel()  # the turn was given to it a moment ago
    await asyncio.wait_for(second, timeout=5)
    async with asyncio.timeout(5), turns.turn(urgent=False):
        assert first.cancelled()


async def _pass(turns: Turns) -> None:
    async with turns.turn(urgent=False):
        pass
