import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations } from "./accessibility";
import { FAILURES } from "./product";

const devices = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
} satisfies Record<string, BrowserContextOptions>;

export type Device = keyof typeof devices;

export interface VisitorOptions {
  javaScript?: boolean;
  reducedMotion?: boolean;
}

export interface Asked {
  /** What is answered. */
  status?: number;
  form?: Record<string, string>;
  json?: object;
}

/** How long a page may take to show what is waited for, before the test counts as failed. */
const PATIENCE_MS = 10_000;

/** What Chromium says of a request without a connection. */
const OFFLINE = "net::ERR_INTERNET_DISCONNECTED";

/** Keeps what moved on a page without the visitor's doing (Layout Instability API). */
const recordLayoutShifts = `
  window.layoutShifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const what = entry.sources.map(({ node, previousRect: from, currentRect: to }) => {
        const name = node?.nodeType === 1 ? node.outerHTML.slice(0, 80) : node?.textContent;
        return name + " " + JSON.stringify([from, to]);
      });
      window.layoutShifts.push(entry.value.toFixed(4) + ": " + what.join("; "));
    }
  }).observe({ type: "layout-shift", buffered: true });`;

/** One person with a browser of their own: nothing is shared with other visitors. */
export class Visitor {
  /** What went wrong in any page: console, failed requests, refused answers, exceptions. */
  readonly troubles: string[] = [];
  private readonly awaited = new Set<string>();
  private hasLostConnection = false;

  private constructor(
    readonly context: BrowserContext,
    private tab: Page,
    readonly device: Device,
    private readonly javaScript: boolean,
  ) {
    context.on("console", (message) => {
      if (!["error", "warning"].includes(message.type())) return;
      if (this.hasLostConnection && message.text().includes(OFFLINE)) return;
      // Answers are judged below, where it is known which ones are meant to be refusals.
      if (!message.text().startsWith("Failed to load resource: the server responded")) {
        this.troubles.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    context.on("weberror", (error) => this.troubles.push(`exception: ${error.error().message}`));
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText;
      // A page that is left, and a download that begins, abort what was being loaded. Without JavaScript no
      // script is let in, and Chromium gives the policy as the reason.
      const isMeant =
        reason === "net::ERR_ABORTED" ||
        (this.hasLostConnection && reason === OFFLINE) ||
        (!javaScript && /\.js$/.test(request.url()));
      if (!isMeant) this.troubles.push(`request: ${reason} ${request.url()}`);
    });
    context.on("response", (response) => {
      const answer = `${response.status()} ${response.url()}`;
      if (response.status() >= 400 && !this.awaited.has(answer)) this.troubles.push(`answer: ${answer}`);
    });
  }

  static async enter(browser: Browser, device: Device, options: VisitorOptions): Promise<Visitor> {
    const { javaScript = true, reducedMotion = false } = options;
    const context = await browser.newContext({
      ...devices[device],
      locale: "en-GB",
      colorScheme: "light",
      javaScriptEnabled: javaScript,
      reducedMotion: reducedMotion ? "reduce" : "no-preference",
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(recordLayoutShifts);
    return new Visitor(context, await context.newPage(), device, javaScript);
  }

  /** The page that is open. */
  get page(): Page {
    return this.tab;
  }

  /** Takes the connection away, or gives it back; what fails in between is no trouble. */
  async goOffline(isOffline: boolean): Promise<void> {
    this.hasLostConnection = true;
    await this.context.setOffline(isOffline);
  }

  /** Closes the page as one closes a tab; the next one is empty. */
  async closeTab(): Promise<void> {
    const left = this.tab;
    this.tab = await this.context.newPage();
    await left.close();
  }

  /** Asks for an address as a script of the open page would: with GET, or by sending a form or JSON. Returns the body. */
  async ask(url: string, { status = 200, form, json }: Asked = {}): Promise<string> {
    this.awaited.add(`${status} ${url}`);
    const answer = await this.page.evaluate(
      async ({ url, form, json }) => {
        const headers = { "content-type": "application/json" };
        const sent = form ? { body: new URLSearchParams(form) } : { body: JSON.stringify(json), headers };
        const response = await fetch(url, form || json ? { method: "POST", ...sent } : {});
        return { status: response.status, text: await response.text() };
      },
      { url, form, json },
    );
    expect(answer.status, `${url}: ${answer.text.slice(0, 300)}`).toBe(status);
    return answer.text;
  }

  /** Opens an address, which answers with this status, and looks the page over. */
  async open(url: string, status = 200): Promise<void> {
    this.awaited.add(`${status} ${url}`);
    const response = await this.page.goto(url);
    expect(response?.status(), url).toBe(status);
    await this.lookOver();
  }

  /** Presses as the device does: with a finger or the mouse. */
  async press(target: Locator): Promise<void> {
    if (this.device === "phone") await target.tap();
    else await target.click();
  }

  /** Presses what leads to another page, waits for the page's heading, and looks it over. */
  async follow(target: Locator, heading: string | RegExp): Promise<void> {
    await this.press(target);
    await this.see(heading);
  }

  /** Waits for a page with this heading, and looks it over. */
  async see(heading: string | RegExp): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await this.lookOver();
  }

  /** The page as it is now has no accessibility fault and does not scroll sideways. */
  async lookOver(): Promise<void> {
    await this.settled();
    const { page } = this;
    // axe is a script; the pages are the same to it without JavaScript.
    if (this.javaScript) expect(await axeViolations(page), `axe at ${page.url()}`).toEqual([]);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width, `the width of ${page.url()}`).toBeLessThanOrEqual(devices[this.device].viewport.width);
  }

  /** Waits until the page is loaded, answers to events, and everything that moves once has arrived. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState("load");
    if (!this.javaScript) return;
    await this.page.waitForFunction(() => {
      const isOurs = document.querySelector("script[type=module]") !== null;
      return !isOurs || Object.keys(document.body).some((key) => key.startsWith("__reactFiber"));
    });
    await this.page.waitForFunction(() =>
      document.getAnimations().every((each) => {
        const { delay = 0, iterations } = each.effect?.getComputedTiming() ?? {};
        const startsIn = delay - Number(each.currentTime ?? 0);
        // A message that goes by itself stands still for seconds; long enough to be looked at as well.
        return each.playState !== "running" || iterations === Number.POSITIVE_INFINITY || startsIn > 2000;
      }),
    );
  }

  /** What has moved on the page without the visitor's doing. */
  layoutShifts(): Promise<string[]> {
    return this.page.evaluate("window.layoutShifts");
  }

  /** Keeps a picture of every page in the temporary folder and returns the folder. */
  async photograph(name: string): Promise<string> {
    const folder = join(FAILURES, name.replace(/\W+/g, "-").slice(0, 80));
    await mkdir(folder, { recursive: true });
    for (const [i, page] of this.context.pages().entries()) {
      await page.screenshot({ path: join(folder, `${Date.now()}-${i}.png`), timeout: 5000 }).catch(() => {});
    }
    return folder;
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
