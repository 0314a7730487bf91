import type { Studio } from "../../../tenancy/studio";
import { askPage, cookiesAfter, postForm } from "../../../test/pages";
import type { Gallery } from "../model";
import type { GalleryRole } from "../model/roles";
import { enterPath, sharePath } from "../paths";
import { aPerson, GALLERY_PASSWORD } from "../testing";

let networks = 0;

/** An address that no other browser of the tests has. */
function anotherNetwork(): string {
  networks += 1;
  return `198.18.${Math.floor(networks / 250)}.${1 + (networks % 250)}`;
}

/** A browser of a test that keeps its cookies, from a network of its own. */
export class TestBrowser {
  constructor(
    private readonly slug: string,
    private readonly network = anotherNetwork(),
    private cookie = "",
  ) {}

  async get(path: string, headers: Record<string, string> = {}) {
    const response = await askPage(this.slug, path, {
      headers: { "cf-connecting-ip": this.network, cookie: this.cookie, ...headers },
    });
    return this.read(response);
  }

  async post(path: string, fields: Record<string, string>, more: Record<string, string> = {}) {
    const headers = { "cf-connecting-ip": this.network, cookie: this.cookie, ...more };
    return this.read(await postForm(this.slug, path, fields, { headers }));
  }

  /** Sends what a program of the page would. */
  async postJson(path: string, body: unknown) {
    const text = JSON.stringify(body);
    const headers = {
      ...{ "cf-connecting-ip": this.network, cookie: this.cookie },
      ...{ "content-type": "application/json", "content-length": String(text.length) },
      origin: `http://${this.slug}.localhost:8787`,
    };
    return this.read(await askPage(this.slug, path, { method: "POST", headers, body: text }));
  }

  private async read(response: Response) {
    this.cookie = cookiesAfter(response, this.cookie);
    const text = new TextDecoder().decode(await response.arrayBuffer());
    return {
      status: response.status,
      location: response.headers.get("location"),
      headers: response.headers,
      text,
    };
  }
}

/** A browser that has come into a gallery: by name as a role, or as anybody does where `named` is left out. */
export async function aBrowserIn(
  { studio, slug }: { studio: Studio; slug: string },
  gallery: Gallery,
  named?: GalleryRole,
): Promise<TestBrowser> {
  const browser = new TestBrowser(slug);
  const { shareKey } = gallery;
  if (named) {
    const email = `${named}-${crypto.randomUUID()}@example.com`;
    const { token } = await aPerson(studio, gallery.id, { email, role: named });
    await browser.post(enterPath(shareKey), { intent: "open", token });
  } else if (gallery.visibility === "password") {
    await browser.post(enterPath(shareKey), { intent: "password", password: GALLERY_PASSWORD });
  } else {
    await browser.get(sharePath(shareKey));
  }
  return browser;
}
