import fc from "fast-check";
import { expect, test } from "vitest";
import { cookieHeader, readCookie } from "./cookies";

const request = (cookie: string, scheme = "http") =>
  new Request(`${scheme}://aurora.localhost/`, { headers: { cookie } });

test("a cookie is found among others, by its whole name", () => {
  expect(readCookie("flash", request("a=1; flash=hello; b=2"))).toBe("hello");
  expect(readCookie("flash", request("flash=hello"))).toBe("hello");
  expect(readCookie("flash", request("xflash=1; flash2=2; Flash=3"))).toBe(null);
  expect(readCookie("flash", request("flash; =flash; "))).toBe(null);
  expect(readCookie("flash", request("flash=%E0%A4%A"))).toBe(null);
});

test("on https only the name that the browser guarantees is believed", () => {
  expect(readCookie("flash", request("flash=hello", "https"))).toBe(null);
  expect(readCookie("flash", request("flash=forged; __Host-flash=hello", "https"))).toBe("hello");
  expect(readCookie("flash", request("__Host-flash=hello"))).toBe(null);
});

test("whatever is put into a cookie comes out of it, and nothing of it reaches the attributes", () => {
  fc.assert(
    fc.property(fc.fullUnicodeString(), fc.constantFrom("http", "https"), (value, scheme) => {
      const header = cookieHeader("flash", value, 60, request("", scheme));
      const [pair = "", ...attributes] = header.split("; ");
      expect(readCookie("flash", request(pair, scheme))).toBe(value);
      expect(attributes).toEqual([
        "Path=/",
        "HttpOnly",
        "SameSite=Lax",
        "Max-Age=60",
        ...(scheme === "https" ? ["Secure"] : []),
      ]);
    }),
  );
});
