import { afterEach, beforeEach, expect, vi } from "vitest";

// An error that a test logs makes it fail. An unhandled rejection already does.
const written: unknown[][] = [];

beforeEach(() => {
  written.length = 0;
  vi.spyOn(console, "error").mockImplementation((...words) => written.push(words));
});

afterEach(() => {
  expect(written, "console.error was called").toEqual([]);
});
