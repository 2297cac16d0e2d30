"""Telegram: messages in, messages out. The order of the topics is the specification: the first that fits answers."""

from aiogram import Router

from handlers import (
    articles,
    chapters,
    digest,
    edits,
    errors,
    fallback,
    further,
    groups,
    library,
    people,
    questions,
    settings,
    speakers,
    start,
    strangers,
    suggested,
)


def build_router() -> Router:
    """The topics in the order in which they are asked whether a message is theirs."""
    router = Router(name="verbatim")
    router.include_routers(
        edits.router(),
        strangers.router(),
        groups.router(),
        start.router(),
        library.router(),
        digest.router(),
        speakers.router(),
        people.router(),
        settings.router(),
        chapters.router(),
        articles.router(),
        questions.router(),
        further.router(),
        suggested.router(),
        fallback.router(),
    )
    errors.watch(router)
    return router
