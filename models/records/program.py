"""The user and the program: one record of each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from models.records.base import Record, says
from models.records.letter import Dialect

ThemeName = Literal["system", "light", "dark", "high contrast"]
OfferScenario = Literal["guaranteed", "expected", "all well"]


class Profile(Record, frozen=True, kw_only=True):
    """Who signs the letters."""

    table: ClassVar[str] = "profile"
    noun: ClassVar[str] = "profile"

    name: Annotated[str, says("Your name", "As it stands under your letters.")] = ""
    email: Annotated[str, says("E-mail")] = ""
    phone: Annotated[str, says("Phone")] = ""
    city: Annotated[str, says("Town")] = ""
    link: Annotated[str, says("Link", "A portfolio or profile page. Not needed.")] = ""


class Settings(Record, frozen=True, kw_only=True):
    table: ClassVar[str] = "settings"
    noun: ClassVar[str] = "settings"

    country: Annotated[str, says("Country", "Two letters; decides holidays, currency and spelling.")] = "US"
    region: Annotated[str, says("Region", "State or province, for its holidays.")] = ""
    dialect: Annotated[Dialect, says("Spelling")] = "US"
    currency: Annotated[str, says("Currency", "Three letters, such as USD.")] = "USD"
    theme: Annotated[ThemeName, says("Look")] = "system"
    text_size: Annotated[int, says("Text size", unit="%")] = 100
    weekly_goal: Annotated[
        int, says("Weekly goal", "Applications, conversations and interviews together; 0 means none.")
    ] = 0
    learned_words: Annotated[tuple[str, ...], says("Words you taught it")] = ()
    letter_font: Annotated[Literal["serif", "sans"], says("Letters are shown in")] = "sans"
    offer_scenario: Annotated[OfferScenario, says("Bonus and equity count")] = "expected"
    offer_years: Annotated[int, says("Years to compare", "1 to 6.")] = 4
    offer_year: Annotated[int, says("Year in the table")] = 1
    offer_stay_months: Annotated[
        int | None,
        says("How long do you think you’ll stay?", "Blank means longer than the years compared.", unit="months"),
    ] = None
    offer_price_days: Annotated[
        bool, says("Count days off as money", "The salary has paid for them already; this counts them once more.")
    ] = False
    offers_aside: Annotated[tuple[str, ...], says("Offers put aside", "Their columns are left out.")] = ()
    sample: Annotated[tuple[str, ...], says("Sample story", "table/id of the records that belong to the sample.")] = ()
