import type { Answer, Ask, RunningProduct } from "./running-product";

export interface ListedPhoto {
  id: string;
  filename: string;
  status: "processing" | "ready" | "failed";
  renditions: { name: string; url: string }[];
}

export interface OrderState {
  status: string;
  archiveUrl: string | null;
}

/** The REST API of one studio, as another program would use it. */
export class RestClient {
  private token = "";

  constructor(
    private readonly product: RunningProduct,
    readonly slug: string,
  ) {}

  at(path: string): string {
    return `http://${this.slug}.localhost:${this.product.port}${path}`;
  }

  async signIn(email: string, password: string): Promise<void> {
    const { accessToken } = await this.call<{ accessToken: string }>("POST", "/tokens", { email, password });
    this.token = accessToken;
  }

  /** One call that answers with data. Throws with the answer when it is an error. */
  async call<Data>(
    method: string,
    path: string,
    body?: object | Uint8Array,
    token = this.token,
  ): Promise<Data> {
    const isFile = body instanceof Uint8Array;
    const sent: Ask = { method, headers: token ? { authorization: `Bearer ${token}` } : {} };
    if (body) sent.body = isFile ? body : JSON.stringify(body);
    if (body && !isFile) sent.headers = { ...sent.headers, "content-type": "application/json" };
    const answer = await this.product.ask(this.at(`/api/v1${path}`), sent);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.bytes}`);
    return JSON.parse(answer.bytes.toString()).data as Data;
  }

  /** Every photo of a gallery, over all pages. */
  async photos(galleryId: string): Promise<ListedPhoto[]> {
    const all: ListedPhoto[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
      const page: { items: ListedPhoto[]; nextCursor: string | null } = await this.call(
        "GET",
        `/galleries/${galleryId}/photos${query}`,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  }

  media(url: string): Promise<Answer> {
    return this.product.ask(url, { headers: { authorization: `Bearer ${this.token}` } });
  }
}
