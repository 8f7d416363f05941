"""What must be true of a page in any way it may be looked at; each look returns what is wrong, as sentences."""

from itertools import product
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

THEMES, WIDTHS, LANGUAGES = ("light", "dark"), (1440, 390), ("kk", "ru", "en")
WAYS = tuple(product(THEMES, WIDTHS, LANGUAGES))
HEIGHT = 900
NARROWEST = 320
HEAVIEST = 100_000
BUTTONS = "form button:not(details:not([open]) *)"  # what is folded opens without scripts
WEIGHED = ("Document", "Stylesheet", "Script")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FACTS = """() => ({
  language: document.documentElement.lang,
  headings: document.querySelectorAll('h1').length,
  title: document.title,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
})"""


class Eyes:
    """One browser page that is used again and again, with an ear for what it asks and says."""

    def __init__(self, browser, world, *, scripts=True):
        self.world = world
        self.context = browser.new_context(java_script_enabled=scripts)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.troubles, self.weights, self._kinds = [], {}, {}
        self.page.on("console", lambda line: line.type == "error" and self.troubles.append(f"console: {line.text}"))
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("request", self._asked)
        wire = self.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        wire.on("Network.responseReceived", lambda told: self._kinds.update({told["requestId"]: told["type"]}))
        wire.on("Network.loadingFinished", self._weighed)

    def _asked(self, request):
        if request.url.startswith("http") and urlsplit(request.url).netloc != urlsplit(self.world.url).netloc:
            self.troubles.append(f"asks another host: {request.url}")

    def _weighed(self, told):
        kind = self._kinds.get(told["requestId"])
        self.weights[kind] = self.weights.get(kind, 0) + told["encodedDataLength"]

    def open(self, path, *, session, theme="light", width=1440, language="ru"):
        """Open the page in this way; what is wrong with the answer itself."""
        self.page.goto("about:blank")
        for heard in (self.troubles, self.weights, self._kinds):
            heard.clear()
        cookies = {settings.LANGUAGE_COOKIE_NAME: language} | ({settings.SESSION_COOKIE_NAME: session} if session else {})
        self.context.clear_cookies()
        self.context.add_cookies([{"name": name, "value": value, "url": self.world.url} for name, value in cookies.items()])
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        answer = self.page.goto(self.world.url + path, wait_until="load")
        wrong = [] if answer.status == 200 else [f"answers {answer.status}"]
        reached = urlsplit(self.page.url).path
        return wrong if reached == urlsplit(path).path else [*wrong, f"leads to {reached}"]


def look(eyes, path, *, session, way):
    """Everything that is wrong with a page in one of the twelve ways."""
    theme, width, language = way
    wrong = eyes.open(path, session=session, theme=theme, width=width, language=language)
    if wrong:
        return wrong
    wrong += _facts(eyes.page.evaluate(FACTS), language)
    broken = Axe().run(eyes.page, options=RULES).response["violations"]
    wrong += [f"{rule['id']}: {node['html'][:160]}" for rule in broken for node in rule["nodes"]]
    if width == min(WIDTHS):
        eyes.page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        wrong += _wide(eyes.page.evaluate(OVERFLOW), NARROWEST)
    weight = sum(eyes.weights.get(kind, 0) for kind in WEIGHED)
    wrong += [f"weighs {weight / 1000:.0f} kB"] if weight >= HEAVIEST or not weight else []
    return wrong + eyes.troubles


def _facts(facts, language):
    wrong = _wide(facts["wide"], "its own")
    wrong += [] if facts["language"] == language else [f"says that it is in {facts['language']}"]
    wrong += [] if facts["headings"] == 1 else [f"has {facts['headings']} main headings"]
    return wrong + ([] if facts["title"].strip(" –") else ["has no title"])


def _wide(pixels, width):
    return [f"is {pixels} px too wide at {width} px"] if pixels > 0 else []


def look_without_scripts(eyes, path, *, session):
    """What is wrong with the page where JavaScript is off: its heading, text and controls must be there."""
    wrong = eyes.open(path, session=session)
    if wrong:
        return wrong
    main = eyes.page.locator("main")
    wrong += [] if main.locator("h1").is_visible() else ["shows no heading"]
    hidden = [control.get_attribute("name") for control in main.locator(BUTTONS).all() if not control.is_visible()]
    wrong += [] if len(main.inner_text().split()) > 3 else ["shows no text"]
    return wrong + [f"hides the button {name}" for name in hidden] + eyes.troubles
