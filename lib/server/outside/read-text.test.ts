import { expect, test } from "vitest";
import { readStart, readText, TooLong } from "./read-text";

const endless = () => {
  let sent = 0;
  let stopped = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
    cancel: () => {
      stopped = true;
    },
  });
  return { body, sent: () => sent, stopped: () => stopped };
};

test("reads what is short enough, whole", async () => {
  expect(await readText(new Response("grün 🙂").body, 10)).toBe("grün 🙂");
  expect(await readText(null, 10)).toBe("");
});

test("stops reading where it becomes too long, whatever was announced", async () => {
  const source = endless();
  await expect(readText(source.body, 10_000)).rejects.toThrow(TooLong);
  expect(source.sent()).toBeLessThan(20_000);
  expect(source.stopped()).toBe(true);
  await expect(readText(new Response("12345678901").body, 10)).rejects.toThrow(TooLong);
});

test("reads the beginning of what is too long, and waits for no more", async () => {
  const source = endless();
  expect(await readStart(source.body, 3000)).toEqual({ text: "\0".repeat(3000), whole: false });
  expect(source.stopped()).toBe(true);
  expect(await readStart(new Response("1234567890").body, 10)).toEqual({ text: "1234567890", whole: true });
});
