#!/usr/bin/env python3
"""Drives Chromium on the served page as a user would: browser.py ADDRESS REPORT [PICTURES]

Speaks the DevTools protocol over pipes. With PICTURES, a folder, screenshots are left there.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Browser:
    """A Chromium without a window, and one page in it."""

    def __init__(self, folder: str, language: str):
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()

        def streams():
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self._process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             f"--lang={language}", f"--accept-lang={language}", "--remote-debugging-pipe", "about:blank"],
            preexec_fn=streams, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._number = 0
        self._rest = b""
        self._session = None
        self.complaints = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        self.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)

    def ask(self, method: str, **parameters) -> dict:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session and not method.startswith(("Target.", "Browser.")):
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self._rest:
                self._rest += os.read(self._in, 1 << 20)
            line, self._rest = self._rest.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.complaints.append(answer["params"])
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def value(self, expression: str):
        result = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def wait(self, expression: str, seconds: float = 60):
        last = time.monotonic() + seconds
        while time.monotonic() < last:
            try:
                if self.value(f"!!({expression})"):
                    return
            except RuntimeError:
                pass  # between two pages
            time.sleep(0.1)
        raise RuntimeError(f"never: {expression}; {self.value('document.body.innerText')!r}")

    def go(self, address: str):
        self.ask("Page.navigate", url=address)
        self.wait(f"document.readyState === 'complete' && location.href.startsWith({json.dumps(address[:20])})")

    def give(self, element: str, files: list[str]):
        found = self.ask("Runtime.evaluate", expression=f"document.getElementById('{element}')")
        self.ask("DOM.setFileInputFiles", files=files, objectId=found["result"]["objectId"])

    def picture(self, file: Path, width: int, height: int):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        time.sleep(0.3)
        file.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        os.write(self._out, b'{"id": 0, "method": "Browser.close"}\0')
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def expect(true: bool, what: str):
    if not true:
        raise RuntimeError(f"not so: {what}")


def use(browser: Browser, address: str, report: str, folder: str):
    browser.go(address)
    expect(browser.value("document.documentElement.lang") == "en", "the page is in the browser's language")
    browser.value("document.querySelector('header a').click()")
    browser.wait("document.documentElement.lang === 'zh'")
    browser.value("document.querySelector('header a').click()")
    browser.wait("document.documentElement.lang === 'en' && document.readyState === 'complete'")

    large = Path(folder, "large.pdf")
    with large.open("wb") as file:
        file.truncate(2 << 30)
    browser.give("files", [str(large)])
    browser.wait("document.getElementById('problem').textContent.includes('2048 MiB')", 10)
    status = browser.value("""fetch('jobs', {method: 'POST'}).then((r) => r.json()).then((job) =>
        fetch(`jobs/${job.id}/files?name=b.pdf`, {method: 'PUT', body: new Blob([new Uint8Array(300 << 20)])}))
        .then((r) => r.status, () => 'refused')""")
    expect(status in (413, "refused"), f"300 MiB are refused: {status}")
    browser.complaints.clear()  # of the refusal

    browser.give("files", [report])
    browser.wait("location.pathname.endsWith('/audit.html') && document.querySelector('.finding.error')")
    browser.value("document.querySelector('a.link[href$=\".xlsx\"]').click()")
    last = time.monotonic() + 20
    while not Path(folder, "figures.xlsx").exists() and time.monotonic() < last:
        time.sleep(0.1)
    expect(Path(folder, "figures.xlsx").read_bytes()[:2] == b"PK", "the workbook was saved")
    expect(browser.complaints == [], f"the browser has nothing to complain of: {browser.complaints}")

    # What a page of another site gets: an opaque origin, here.
    browser.go("data:text/html,<p>elsewhere")
    foreign = browser.value(f"fetch('{address}jobs', {{method: 'POST'}}).then((r) => r.status, () => 'refused')")
    expect(foreign == "refused", f"another site gets no answer: {foreign}")


def take_pictures(address: str, report: str, pictures: Path):
    for language in ("en", "zh"):
        for width, height in ((1280, 800), (390, 844)):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                browser = Browser(folder, language)
                browser.go(f"{address}?lang={language}")
                browser.picture(pictures / f"start-{language}-{width}.png", width, height)
                browser.give("files", [report])
                browser.wait("location.pathname.endsWith('/audit.html') && document.querySelector('.finding')")
                browser.picture(pictures / f"audit-{language}-{width}.png", width, height)
                browser.close()


def main():
    address, report = sys.argv[1:3]
    if len(sys.argv) > 3:
        take_pictures(address, report, Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(folder, "en")
        try:
            use(browser, address, report, folder)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
