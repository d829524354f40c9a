import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { sentAddress } from "./email";

describe("an address that mail systems take is accepted, its domain in ASCII", () => {
  it.each([
    ["info@müller.de", "info@xn--mller-kva.de"],
    ["info@mu\u0308ller.de", "info@xn--mller-kva.de"],
    ["INFO@MÜLLER.DE", "info@xn--mller-kva.de"],
    ["info@xn--mller-kva.de", "info@xn--mller-kva.de"],
    ["x@example.xn--p1ai", "x@example.xn--p1ai"],
    ["x@пример.рф", "x@xn--e1afmkfd.xn--p1ai"],
    ["x@例え。テスト", "x@xn--r8jz45g.xn--zckzah"],
    ["a&b@example.com", "a&b@example.com"],
    ["o'neil+tag=1@sub.example.co.uk", "o'neil+tag=1@sub.example.co.uk"],
    ["{root}!#$%*/?^_`|~-@example.com", "{root}!#$%*/?^_`|~-@example.com"],
    ["jörg@müller.de", "jörg@xn--mller-kva.de"],
    ["用户@例子.公司", "用户@xn--fsqu00a.xn--55qx5d"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  ])("%s", (typed, sent) => {
    expect(sentAddress(typed)).toBe(sent);
  });
});

describe("what is no address is refused", () => {
  it.each([
    "",
    "nobody",
    "@example.com",
    "a@",
    "a@@example.com",
    "a@b@example.com",
    "a b@example.com",
    "a@exam ple.com",
    ".a@example.com",
    "a.@example.com",
    "a..b@example.com",
    "a@example..com",
    "a@-example.com",
    "a@example-.com",
    "a@.example.com",
    "a@example.com.",
    "a@localhost",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    "a@1.2",
    "a@example.com:25",
    "a@example.com/path",
    "a@example.com?x",
    "a@exa%6Dple.com",
    "a@exa_mple.com",
    "a@xn--a.de",
    "a,b@example.com",
    "a;b@example.com",
    "a<b@example.com",
    "Ada <a@example.com>",
    "a@example.com\r\nBcc: all@example.com",
    "a\r\nBcc: all@example.com",
    "a\u0000@example.com",
    "a\u200b@example.com",
    "a\u202e@example.com",
    '"a b"@example.com',
    `${"a".repeat(65)}@example.com`,
    `${"ü".repeat(33)}@example.com`,
    `a@${"b".repeat(64)}.com`,
    `a@${"bcd.".repeat(64)}com`,
  ])("%j", (typed) => {
    expect(sentAddress(typed)).toBeNull();
  });
});

test("no text becomes an address with a second @, a space or a line break, and an address stays itself", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.emailAddress());
  fc.assert(
    fc.property(text, fc.constantFrom("", "@example.com", "@müller.de"), (typed, end) => {
      const sent = sentAddress(`${typed}${end}`);
      if (sent === null) return;
      expect(sent).toMatch(/^[^\s@\p{Cc}]+@[a-z0-9.-]+$/u);
      expect(sentAddress(sent)).toBe(sent);
    }),
  );
});
