import { expect, test } from "vitest";
import { importLimits } from "@/lib/domain/imports/import";
import type { ReadRow } from "@/lib/domain/imports/read-row";
import { FileNotRead } from "../file-not-read";
import { SentFile } from "../sent-file";
import { rowsOfCsv } from "./csv";
import { rowsOfNdjson } from "./ndjson";

/** Sends a text in pieces of so many bytes, as a network does. */
function sent(text: string | Uint8Array, pieces = 7): SentFile {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  async function* body() {
    for (let from = 0; from < bytes.length; from += pieces) yield bytes.slice(from, from + pieces);
  }
  return new SentFile(body());
}

async function all(rows: AsyncIterable<ReadRow>): Promise<ReadRow[]> {
  const read: ReadRow[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

const csv = (text: string | Uint8Array) => all(rowsOfCsv("accounts", sent(text).texts()));

async function faultOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof FileNotRead) return error.fault;
  throw error ?? new Error("The file was read");
}

test("reads UTF-8 with its mark, quotation marks, line breaks inside of them, and blank lines", async () => {
  const text = '\ufeffexternalId,name\r\n1,"Café, ""Nord"""\r\n\r\n2,"Two\r\nlines"\r\n3,Last';
  const rows = await csv(text);
  expect(rows.map(({ line, data }) => [line, data.name])).toEqual([
    [2, 'Café, "Nord"'],
    [4, "Two\r\nlines"],
    [6, "Last"],
  ]);
});

test("reads columns that semicolons separate", async () => {
  const [row] = await csv("externalId;name\n1;Acme, Inc.\n");
  expect(row?.data).toEqual({ externalId: "1", name: "Acme, Inc." });
});

test("tells the line on which a quotation mark is not closed", async () => {
  const fault = await faultOf(csv('externalId,name\n1,Acme\n2,"Broken\n3,Last\n'));
  expect(fault).toEqual({ reason: "quotes_broken", line: 3 });
});

test("refuses what is not UTF-8", async () => {
  expect(await faultOf(csv(new Uint8Array([0x65, 0xff, 0xfe])))).toEqual({ reason: "not_utf8" });
});

test("refuses a row and a line that are too long, without keeping them", async () => {
  const long = "x".repeat(importLimits.line + 1);
  const piece = 64 * 1024;
  const ofCsv = rowsOfCsv("accounts", sent(`externalId,name\n1,"${long}"\n`, piece).texts());
  expect(await faultOf(all(ofCsv))).toMatchObject({ reason: "line_too_long", line: 2 });
  const ofJson = rowsOfNdjson("accounts", sent(`{}\n"${long}"`, piece).texts());
  expect(await faultOf(all(ofJson))).toMatchObject({ reason: "line_too_long", line: 2 });
});

test("refuses a file that is too large as soon as it is", async () => {
  let asked = 0;
  async function* endless() {
    for (const piece = new Uint8Array(1024 * 1024).fill(10); ; asked++) yield piece;
  }
  const read = async () => {
    for await (const _ of new SentFile(endless()).texts());
  };
  expect(await faultOf(read())).toEqual({ reason: "too_large", most: importLimits.bytes });
  expect(asked).toBe(importLimits.bytes / 1024 / 1024);
});

test("refuses a file that has too many lines, blank ones too", async () => {
  const blank = new Uint8Array(importLimits.lines + 1).fill(10);
  const fault = await faultOf(all(rowsOfNdjson("accounts", sent(blank, 64 * 1024).texts())));
  expect(fault).toEqual({ reason: "too_many_rows", most: importLimits.rows });
});

test("reads NDJSON line by line, and a broken line breaks no other", async () => {
  const text = '{"externalId":"1","name":"Größe"}\r\n\n{broken\n{"externalId":"2","name":"B"}';
  const rows = await all(rowsOfNdjson("accounts", sent(text, 3).texts()));
  expect(rows.map(({ line, externalId, refusal }) => [line, externalId, refusal?.reason])).toEqual([
    [1, "1", undefined],
    [3, null, "not_json"],
    [4, "2", undefined],
  ]);
});

test("stands for what it holds, whatever pieces it comes in", async () => {
  const [one, other] = [sent("externalId,name\n", 3), sent("externalId,name\n", 100)];
  for (const file of [one, other]) for await (const _ of file.texts());
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  expect(one.toJSON()).toMatch(/^[0-9a-f]{64}$/);
});
