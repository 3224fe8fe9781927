"""The journey to support as a reader walks it: steps by name, details by id."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

STEPS = ("about", "details", "send")
HASH = "3b" * 32
TRON = "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8"
REQUIRED = ("description", "transaction-hash")
ORDINARY = {
    "description": "My transfer says success but it has not arrived.",
    "network": "tron",
    "transaction-hash": HASH,
    "address": TRON,
    "time": "2026-11-20T14:05",
    "app-version": "8.1.0",
}
"""What a reader with a missing transfer may write, by the ids of details."""

# Whether some of these fields are folded away, and which of them are lists to choose from.
FIELDS = """(fields) => [
  fields.some((field) => document.querySelector(field).closest("[data-optional-fields]:not([open])")),
  fields.filter((field) => document.querySelector(field).matches("select")),
]"""


@dataclass(frozen=True)
class Walk:
    page: Page

    @property
    def step(self) -> str:
        """The name of the one step that shows."""
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)
        shown = self.page.locator("[data-step]:visible")
        expect(shown).to_have_count(1)
        return str(shown.get_attribute("data-step"))

    def part(self, selector: str) -> Locator:
        return self.page.locator(f"[data-step]:visible {selector}")

    def field(self, id: str) -> Locator:
        return self.page.locator(f"#detail-{id}")

    def note(self, id: str) -> Locator:
        return self.page.locator(f"#detail-{id}-note")

    def next(self) -> None:
        self.part("[data-next]").click()

    def back(self) -> None:
        before = self.step
        self.part("[data-back]").click()
        expect(self.page.locator(f'[data-step="{before}"]')).to_be_hidden()

    def to_details(self, about: str = "transfer") -> None:
        """From the first step to the details of an issue type."""
        self.part(f'[data-about="{about}"]').click()
        assert self.step == "details"

    def fill(self, answers: dict[str, str]) -> None:
        folded, chosen = self.page.evaluate(FIELDS, [f"#detail-{id}" for id in answers])
        if folded:
            self.page.locator("[data-optional-fields] summary").click()
        for id, text in answers.items():
            if f"#detail-{id}" in chosen:
                self.field(id).select_option(text)
            else:
                self.field(id).fill(text)

    def to_send(self, answers: dict[str, str] | None = None) -> None:
        """From the details to the finished message."""
        self.fill(ORDINARY if answers is None else answers)
        self.next()
        assert self.step == "send"

    def choose(self, channel: str) -> Locator:
        """Choose a channel; the way there."""
        closed = self.part("details:not([open])").filter(has=self.page.locator(f"#to-{channel}"))
        if closed.count():
            closed.locator("summary").click()
        self.page.locator(f"#to-{channel}").check()
        return self.page.locator(f'[data-channel="{channel}"]')

    @property
    def message(self) -> str:
        return self.page.locator("#message").input_value()
