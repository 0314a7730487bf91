import { Agent, request } from "node:http";
import { DEMO_PASSWORD, type DemoStudio } from "~/test/demo/demo-studios";

const agent = new Agent({ keepAlive: false });

/**
 * Gives a demo studio its price list and its way to send prints through the forms of the workspace, as its owner
 * would; what is there already stays.
 *
 * @returns the list, for the galleries
 */
export async function seedPrices(origin: URL, { studio, prices }: DemoStudio): Promise<string> {
  const host = `${studio.slug}.${origin.host}`;
  const send = form({ host, origin: `${origin.protocol}//${host}`, port: Number(origin.port) });
  const signedIn = await send("/sign-in", { email: studio.owner.email, password: DEMO_PASSWORD });
  const cookie = signedIn.cookies;
  const lists = await send("/studio/price-lists", null, cookie);
  const before = new RegExp(`href="/studio/price-lists/(prl_[0-9a-z]+)"[^>]*>${prices.name}<`).exec(
    lists.text,
  )?.[1];
  if (before) return before;
  const made = await send("/studio/price-lists", { name: prices.name, minimum: prices.minimum }, cookie);
  const path = made.location;
  for (const product of prices.products) {
    await send(`${path}/products/new`, { intent: "save", shippingClass: "standard", ...product }, cookie);
  }
  for (const way of prices.shipping) {
    await send("/studio/settings/shipping/new", { intent: "save", ...way }, cookie);
  }
  return path.slice(path.lastIndexOf("/") + 1);
}

interface Answer {
  location: string;
  cookies: string;
  text: string;
}

/** Sends a form as a browser does, or reads a page without one. Node does not resolve *.localhost, so the host is a header. */
function form({ host, origin, port }: { host: string; origin: string; port: number }) {
  return (path: string, fields: Record<string, string> | null, cookie = ""): Promise<Answer> => {
    const body = fields === null ? "" : new URLSearchParams(fields).toString();
    const headers = {
      host,
      cookie,
      ...(fields === null
        ? {}
        : {
            origin,
            "content-type": "application/x-www-form-urlencoded",
            "content-length": Buffer.byteLength(body),
          }),
    };
    const method = fields === null ? "GET" : "POST";
    return new Promise((resolve, reject) => {
      const sent = request({ agent, host: "127.0.0.1", port, method, path, headers }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString("utf8");
        const { location = "" } = response.headers;
        const isDone = fields === null ? response.statusCode === 200 : response.statusCode === 303;
        const cookies = (response.headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
        if (isDone) resolve({ location, cookies, text });
        else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 2000)}`));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  };
}
