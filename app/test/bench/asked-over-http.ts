import { Agent, request } from "node:http";

/** Asks a server of this machine over a connection that is kept, and reads whole answers. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true });

  /** Throws when the answer has another status. Node does not resolve *.localhost, so the host is a header only. */
  ask(
    { port, host, path, status = 200 }: { port: number; host: string; path: string; status?: number },
    {
      method = "GET",
      headers = {},
      body,
    }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<{ headers: NodeJS.Dict<string | string[]>; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent: this.agent, host: "127.0.0.1", port, path, method, headers: { host, ...headers } },
        (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (piece: string) => {
            text += piece;
          });
          response.on("end", () =>
            response.statusCode === status
              ? resolve({ headers: response.headers, text })
              : reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`)),
          );
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
