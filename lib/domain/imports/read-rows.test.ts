import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importSubjects } from "../import-subject";
import { csvRow } from "../values/csv";
import { fieldsOf } from "./fields";
import { type Columns, CsvRows, columnsOf } from "./from-csv";
import { rowOfJson } from "./from-json";
import type { ReadRow } from "./read-row";

function columns(subject: (typeof importSubjects)[number], headings: string[]): Columns {
  const read = columnsOf(subject, headings);
  if ("fault" in read) throw new Error(JSON.stringify(read.fault));
  return read.columns;
}

function rowsOf(subject: (typeof importSubjects)[number], headings: string[], lines: string[][]): ReadRow[] {
  const rows = new CsvRows(subject, columns(subject, headings));
  const taken = lines.map((cells, at) => rows.take({ line: at + 2, cells }));
  return [...taken, rows.end()].filter((row) => row !== null);
}

describe("the first line of a CSV file", () => {
  test("names fields in any order, case and spacing", () => {
    expect(columns("accounts", ["NAME", " External ID", "postal_code"]).map(({ field }) => field)).toEqual([
      "name",
      "externalId",
      "postalCode",
    ]);
  });

  test.each([
    [["externalId", "name", "shoe size"], { reason: "unknown_columns", columns: ["shoe size"] }],
    [["externalId"], { reason: "missing_columns", columns: ["name"] }],
    [["externalId", "name", "Name"], { reason: "column_twice", column: "name" }],
    [["externalId", "name", "name.x"], { reason: "unknown_columns", columns: ["name.x"] }],
  ])("%j is refused as %j", (headings, fault) => {
    expect(columnsOf("accounts", headings)).toEqual({ fault });
  });
});

describe("a row of CSV", () => {
  test("is read by the kinds of its fields, and a blank cell says nothing", () => {
    const headings = ["externalId", "code", "name", "type", "billingPeriod", "price", "cost", "taxRate"];
    const more = [
      "requiredConfiguration",
      "valueKinds.Domain name",
      "nonAutomatic",
      "trialDays",
      "description",
    ];
    const cells = ["p1", "BKP", "Backup", "subscription", "month", "5.00", "2", "19"];
    const [row] = rowsOf(
      "products",
      [...headings, ...more],
      [[...cells, "Domain name; Note", "domain_name", "yes", "14", ""]],
    );
    expect(row).toMatchObject({ line: 2, externalId: "p1", refusal: null });
    expect(row?.data).toEqual({
      ...{ externalId: "p1", code: "BKP", name: "Backup", type: "subscription", billingPeriod: "month" },
      ...{ price: "5.00", cost: "2", taxRate: "19", requiredConfiguration: ["Domain name", "Note"] },
      ...{ valueKinds: { "Domain name": "domain_name" }, nonAutomatic: true, trialDays: 14 },
    });
  });

  test("of another kind is refused by field, and its cells are not taken for something else", () => {
    const [row] = rowsOf("accounts", ["externalId", "name", "orderApproval"], [["1", "Acme", "maybe"]]);
    expect(row?.refusal).toEqual({
      reason: "wrong_kind",
      fields: [{ field: "orderApproval", kind: "boolean" }],
    });
    const [words] = rowsOf(
      "accounts",
      ["externalId", "name", "orderApproval"],
      [["1", "Acme", "constructor"]],
    );
    expect(words?.refusal?.reason).toBe("wrong_kind");
  });

  test("with more cells than columns is refused", () => {
    const [row] = rowsOf("accounts", ["externalId", "name"], [["1", "Acme", "Inc."]]);
    expect(row?.refusal).toEqual({ reason: "too_many_cells", columns: 2, cells: 3 });
  });

  test("loses the apostrophe that keeps a formula from running", () => {
    const [row] = rowsOf("accounts", ["externalId", "name"], [["1", "'=SUM(A1)"]]);
    expect(row?.data.name).toBe("=SUM(A1)");
  });
});

describe("the lines of one order", () => {
  const headings = ["externalId", "account", "note", "product", "quantity", "configuration.Domain name"];

  test("are its items, and what they leave blank is as on the first", () => {
    const rows = rowsOf("orders", headings, [
      ["o1", "a1", "Move", "BKP", "2", ""],
      ["o1", "", "", "DOM", "1", "a.example"],
      ["o2", "a1", "", "BKP", "1", ""],
    ]);
    expect(rows.map(({ line, externalId, data, refusal }) => ({ line, externalId, data, refusal }))).toEqual([
      {
        line: 2,
        externalId: "o1",
        refusal: null,
        data: {
          ...{ externalId: "o1", account: "a1", note: "Move" },
          items: [
            { product: "BKP", quantity: 2 },
            { product: "DOM", quantity: 1, configuration: { "Domain name": "a.example" } },
          ],
        },
      },
      {
        line: 4,
        externalId: "o2",
        refusal: null,
        data: { externalId: "o2", account: "a1", items: [{ product: "BKP", quantity: 1 }] },
      },
    ]);
  });

  test("may not say different things about it", () => {
    const [row] = rowsOf("orders", headings, [
      ["o1", "a1", "Move", "BKP", "2", ""],
      ["o1", "a2", "Move", "BKP", "2", ""],
    ]);
    expect(row?.refusal).toEqual({ reason: "lines_differ", fields: ["account"] });
  });
});

describe("a line of NDJSON", () => {
  test.each([
    ["", "not_json"],
    ["[]", "not_json"],
    ["null", "not_json"],
    ["{", "not_json"],
    [`${"[".repeat(100_000)}`, "not_json"],
    ['{"externalId":"1","name":"a\\u0000"}', "unreadable_text"],
    ['{"externalId":"1","name":"\\ud800"}', "unreadable_text"],
    ['{"name":"Acme"}', "no_external_id"],
    ['{"externalId":" ","name":"Acme"}', "no_external_id"],
    ['{"externalId":"1","shoes":1}', "unknown_fields"],
    ['{"externalId":"1","__proto__":1}', "unknown_fields"],
    ['{"externalId":"1","name":{}}', "wrong_kind"],
  ])("%s is refused as %s", (text, reason) => {
    expect(rowOfJson("accounts", text, 7)).toMatchObject({ line: 7, data: {}, refusal: { reason } });
  });

  test("takes a number for an id and null for nothing", () => {
    const row = rowOfJson("accounts", '{"externalId":7,"name":"Acme","creditLimit":null}', 1);
    expect(row).toMatchObject({ externalId: "7", refusal: null, data: { creditLimit: null } });
  });
});

test("whatever a line says, a row is kept whole or refused", () => {
  const values = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.constantFrom(...importSubjects), fc.dictionary(fc.string(), values), (subject, more) => {
      const { own } = fieldsOf(subject);
      for (const extra of [{}, ...Object.keys(own).map((name) => ({ [name]: more[name] ?? "x" }))]) {
        const sent = { externalId: "1", items: [], ...more, ...extra };
        const { data, refusal } = rowOfJson(subject, JSON.stringify(sent), 1);
        expect(data).toEqual(refusal ? {} : JSON.parse(JSON.stringify(sent)));
      }
    }),
  );
});

test("what our own writer wrote into CSV is read as it was", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((one) => one.trim() === one && one !== "");
  fc.assert(
    fc.property(text, text, (externalId, name) => {
      // The writer's own test holds it to RFC 4180, so that here its cells are enough.
      const cells = [externalId, name].map((cell) => csvRow([cell]).slice(0, -2));
      fc.pre(cells.every((cell) => !cell.startsWith('"')));
      const [row] = rowsOf("accounts", ["externalId", "name"], [cells]);
      if (row?.refusal === null) expect(row.data).toEqual({ externalId, name });
    }),
  );
});
