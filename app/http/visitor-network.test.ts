import fc from "fast-check";
import { expect, test } from "vitest";
import { visitorNetwork } from "./visitor-network";

const networkOf = (address: string) =>
  visitorNetwork(new Request("http://aurora.localhost/", { headers: { "cf-connecting-ip": address } }));

test("an IPv4 address is counted whole", () => {
  expect(networkOf("192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("192.0.2.10")).toBe("192.0.2.10");
});

test("an IPv6 address is counted as its /64, however it is written", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:0db8:0001:0002::/64");
  expect(networkOf("2001:DB8:1:2::6")).toBe("2001:0db8:0001:0002::/64");
  expect(networkOf("2001:db8::6")).toBe("2001:0db8:0000:0000::/64");
  expect(networkOf("2001:db8::1:2:3:4")).toBe("2001:0db8:0000:0000::/64");
  expect(networkOf("::1")).toBe("0000:0000:0000:0000::/64");
  expect(networkOf("fe80::")).toBe("fe80:0000:0000:0000::/64");
});

test("addresses are of one network exactly when their first half is the same", () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const half = fc.tuple(group, group, group, group);
  const text = (groups: number[]) => groups.map((each) => each.toString(16)).join(":");
  fc.assert(
    fc.property(half, half, half, half, (one, other, end, otherEnd) => {
      expect(networkOf(text([...one, ...end]))).toBe(networkOf(text([...one, ...otherEnd])));
      if (text(one) !== text(other)) {
        expect(networkOf(text([...one, ...end]))).not.toBe(networkOf(text([...other, ...end])));
      }
    }),
  );
});

test("what a visitor says of addresses in other headers counts for nothing", () => {
  const headers = {
    "cf-connecting-ip": "192.0.2.1",
    "x-forwarded-for": "203.0.113.9",
    "x-real-ip": "203.0.113.9",
    "true-client-ip": "203.0.113.9",
    forwarded: "for=203.0.113.9",
  };
  expect(visitorNetwork(new Request("http://aurora.localhost/", { headers }))).toBe("192.0.2.1");
});
