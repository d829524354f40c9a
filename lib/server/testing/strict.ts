import { afterEach, beforeEach, expect, vi } from "vitest";

// What is written as an error in a test fails it; an unhandled rejection already does.
const written: unknown[][] = [];

beforeEach(() => {
  written.length = 0;
  vi.spyOn(console, "error").mockImplementation((...words) => written.push(words));
});

afterEach(() => {
  expect(written, "console.error was called").toEqual([]);
});
