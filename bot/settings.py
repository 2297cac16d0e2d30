"""What the owner may set, in the environment or in `.env`; `.env.example` explains each."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.utils.token import TokenValidationError, validate_token
from pydantic import AnyHttpUrl, Field, PositiveInt, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class WrongSettingError(Exception):
    """A setting has a value that cannot be used; the message names it and says what is wrong."""


class Settings(BaseSettings):
    """The settings, each named after its environment variable. Made by `load_settings`."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    telegram_api_url: AnyHttpUrl = Field(default=AnyHttpUrl("https://api.telegram.org"))
    database_url: str = "sqlite:///verbatim.db"
    allowed_users: Annotated[frozenset[int], NoDecode] = frozenset()
    reading_processes: PositiveInt = 2
    bundle_seconds: float = Field(default=1.0, ge=0, le=60, allow_inf_nan=False)
    fetch_links: bool = True
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _is_token(cls, token: SecretStr | None) -> SecretStr | None:
        try:
            return token if token is None or validate_token(token.get_secret_value()) else None
        except TokenValidationError:
            raise ValueError("it should look like 123456789:AbC-dEf, as @BotFather gives it") from None

    @field_validator("allowed_users", mode="before")
    @classmethod
    def _are_ids(cls, users: object) -> object:
        if not isinstance(users, str):
            return users
        parts = [part.strip() for part in users.split(",") if part.strip()]
        if not all(part.isdecimal() for part in parts):
            raise ValueError("it should be Telegram user ids, numbers with commas between them")
        return frozenset(map(int, parts))

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level


def load_settings() -> Settings:
    """The settings of this process; raises `WrongSettingError` with one sentence about the first wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper()
        raise WrongSettingError(f"{name} cannot be used: {first['msg'].removeprefix('Value error, ')}.") from None
