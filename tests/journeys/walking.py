"""Somebody with a browser: they read and press words in their language, and every page they come to is checked."""

import re
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from django.utils import translation
from playwright.sync_api import Locator, Page, Response

from tests.journeys.judging import complaints
from tests.journeys.keying import choose, pick, reach, type_day
from tests.make_town import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: What people look at: a cheap telephone, the screen that offices own, and the narrowest screen that must do.
PHONE, DESK, NARROW = (360, 740), (1366, 768), (320, 640)
WIDE = (1920, 1080)  # where a case opens beside its list
CASE_OF_THE_DESK = re.compile(r"/desk/cases/\d+/")
PATIENCE = 30_000  # milliseconds; on a machine with much else to do a page takes its time


class Walker:
    """One person and their browser: no cookies of others, a screen of their size, a language of their own."""

    def __init__(
        self,
        browser: "Browser",
        url: str,
        screen: tuple[int, int],
        language: str,
        *,
        javascript: bool = True,
        worker: bool = True,
        **more: bool,
    ) -> None:
        self.language, self.screen, self.javascript, self.url = language, screen, javascript, url
        self.keys = more.pop("keys", False)  # no mouse: Tab, arrows, Space and Enter
        self.errors: list[str] = []  # of our scripts
        self.looks = 0  # how often a case was shown at the desk, or something was done with it
        self.visited = 0
        self.context = browser.new_context(
            base_url=url,
            viewport={"width": screen[0], "height": screen[1]},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            java_script_enabled=javascript,
            service_workers="allow" if worker else "block",
            **more,  # type: ignore[arg-type] # such as has_touch
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page
        self.another_tab()

    def another_tab(self) -> Self:
        """Close the tab that is open, and begin in a new one of the same browser."""
        for page in self.context.pages:
            page.close()
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("response", self._note)
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.leave()

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()

    def _note(self, response: Response) -> None:
        if response.request.is_navigation_request() and CASE_OF_THE_DESK.search(response.url):
            self.looks += 1

    # Going somewhere

    def open(self, address: str) -> Self:
        """Type an address. The first one chooses the language, as the switch on the page does."""
        if not self.visited:
            address += f"{'&' if '?' in address else '?'}lang={self.language}"
        self.page.goto(address)
        return self.arrived()

    def press(self, words: str) -> Self:
        """Press the button, or follow the link, that says this in their language."""
        wanted = self.one(words)
        if not self.keys:
            return self.go(wanted.click)
        reach(self.page, wanted)
        return self.go(lambda: self.page.keyboard.press("Enter"))

    def go(self, way: Callable[[], object]) -> Self:
        """Do what leads to another page, and look at it."""
        with self.page.expect_navigation():
            way()
        return self.arrived()

    def sign_in(self, username: str, password: str = PASSWORD) -> Self:
        """As staff: by user name and password, on the way to the desk."""
        self.open("/desk/").fill(login=username, password=password)
        return self.press("Sign in")

    def explain(self) -> Self:
        """Say why they open the case: the purpose that is usual in their role. That page shows nothing of the case."""
        assert self.page.locator("[name=purpose]").count()
        self.press("Open the case")
        self.looks -= 2
        return self

    # Filling in

    def fill(self, **fields: str) -> Self:
        """Fill in fields by their names; a choice by its value."""
        for name, value in fields.items():
            field = self.page.locator(f"[name={name}]")
            if self.keys:
                self._type(field, name, value)
            elif field.first.get_attribute("type") == "radio":
                self.page.locator(f"[name={name}][value='{value}']").check()
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        return self

    def _type(self, field: Locator, name: str, value: str) -> None:
        """Come to the field by keyboard, and type: a choice by the arrows, a day part by part."""
        kind = field.first.get_attribute("type")
        wanted = self.page.locator(f"[name={name}][value='{value}']") if kind == "radio" else field
        reach(self.page, wanted)
        if kind == "radio":
            choose(self.page, wanted)
        elif field.evaluate("field => field.tagName") == "SELECT":
            pick(self.page, field, value)
        elif kind == "date":
            type_day(self.page, field, value)
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(value)

    def unfold(self, words: str) -> Self:
        """Open what is folded away under these words."""
        said = self.page.locator("summary").get_by_text(self.say(words), exact=True)
        if self.keys:
            reach(self.page, said.locator("xpath=ancestor-or-self::summary"))
            self.page.keyboard.press("Enter")
        else:
            said.click()
        return self

    # Reading

    def say(self, words: str, **params: object) -> str:
        """Our English words in their language."""
        with translation.override(self.language):
            return translation.gettext(words) % params if params else translation.gettext(words)

    def one(self, words: str) -> Locator:
        """The button or link that says this."""
        main, name = self.page.locator("main"), self.say(words)
        button = main.get_by_role("button", name=name, exact=True)
        return button.or_(main.get_by_role("link", name=name, exact=True)).first

    def reads(self, words: str) -> bool:
        """Do they see these words of theirs?"""
        return self.say(words) in self.text()

    def text(self, what: str = "main") -> str:
        """What stands there."""
        return self.page.locator(what).first.inner_text()

    # What every page must keep

    def arrived(self) -> Self:
        """The page is in their language, has nothing against WCAG 2.2 AA, and is not wider than their screen."""
        self.visited += 1
        assert self.page.locator("html").get_attribute("lang") == self.language, self.page.url
        if self.javascript:  # axe waits for the page's clock, which stands still without; the markup is the same
            found = complaints(self.page, self.screen)
            assert not found, "\n".join([self.page.url, *found])
        assert self.is_within_the_screen(), f"{self.page.url} is wider than {self.screen[0]} pixels"
        return self

    def is_within_the_screen(self) -> bool:
        """Nothing has to be pushed sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
