"""Telegram: messages in, messages out. The order of the topics is the specification: the first that fits answers."""

from aiogram import Router

from handlers import (
    articles,
    bundles,
    chapters,
    digest,
    edits,
    errors,
    excerpts,
    fallback,
    files,
    further,
    groups,
    library,
    links,
    people,
    questions,
    removed,
    settings,
    speakers,
    start,
    strangers,
    suggested,
    tags,
    widgets,
    works,
)


def build_router() -> Router:
    """The topics in the order in which they are asked whether a message is theirs."""
    router = Router(name="verbatim")
    router.include_routers(
        edits.router(),
        bundles.router(),
        strangers.router(),
        groups.router(),
        works.router(),
        excerpts.router(),
        start.router(),
        library.router(),
        tags.router(),
        digest.router(),
        speakers.router(),
        people.router(),
        settings.router(),
        chapters.router(),
        removed.router(),
        links.router(),
        files.router(),
        articles.router(),
        questions.router(),
        widgets.router(),
        further.router(),
        suggested.router(),
        fallback.router(),
    )
    errors.watch(router)
    return router
