import { expect, test } from "vitest";
import { oneLine } from "./one-line";

test.each([
  ["Order 1042\r\nBcc: everybody@example.com", 99, "Order 1042 Bcc: everybody@example.com"],
  [" a\u0000b\u2028c ", 99, "a b c"],
  ["half \ud83d of one", 99, "half of one"],
  ["🙂🙂🙂", 2, "🙂🙂"],
  ["a🙂🙂", 2, "a🙂"],
])("%j", (text, longest, line) => {
  expect(oneLine(text, longest)).toBe(line);
});
