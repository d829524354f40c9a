import { tellRefusal } from "../refusals/tell";
import { say, type Words } from "../refusing/words";
import type { FieldKind } from "./fields";
import type { ImportRefusal } from "./refusal";

/** Says what is wrong with one field of a row, or with the whole row if there is no field. */
export type RowProblem = { field: string | null; message: string };

/** Says where in the file a problem is: `line` is null where that is the line of the row. */
export type PlacedProblem = RowProblem & { line: number | null };

/** Names the column and the line of a problem of an item that has a line of its own, instead of "items.0.product". */
export function placeProblem(
  { field, message }: RowProblem,
  itemLines: readonly number[] | null,
): PlacedProblem {
  const [, at, column] = /^items\.(\d+)\.(.+)$/s.exec(field ?? "") ?? [];
  const line = itemLines?.[Number(at)];
  return line === undefined ? { field, message, line: null } : { field: column ?? null, message, line };
}

/** Tells why a row is not imported, by field. `accepted` says what its command would not take. */
export function rowProblems(
  refusal: ImportRefusal,
  accepted: () => readonly RowProblem[],
  locale: string,
): RowProblem[] {
  const whole = { field: null, message: say(words, refusal, locale) };
  switch (refusal.reason) {
    case "unknown_fields":
      return refusal.fields.map((field) => ({ field, message: "Imports have no such field. Remove it." }));
    case "no_external_id":
      return [{ ...whole, field: "externalId" }];
    case "twice":
      return [{ ...whole, field: "externalId" }];
    case "wrong_kind":
      return refusal.fields.map(({ field, kind }) => ({ field, message: kinds[kind] }));
    case "lines_differ":
    case "cannot_change":
    case "balance_stays":
      return refusal.fields.map((field) => ({ ...whole, field }));
    case "unknown_reference":
      return refusal.references.map(({ field, name }) => ({ field, message: notFound(field, name) }));
    case "not_accepted": {
      const problems = accepted();
      return problems.length > 0 ? [...problems] : [whole];
    }
    case "refused": {
      const { message, problems } = tellRefusal(refusal.refusal, locale);
      if (problems.length === 0) return [{ field: null, message }];
      return problems.map(({ path, message: problem }) => ({ field: fieldOfPath(path), message: problem }));
    }
    default:
      return [whole];
  }
}

const named: Readonly<Record<string, string>> = {
  accountId: "account",
  billingToId: "billingTo",
  endedAt: "endDate",
  productId: "product",
  resellerId: "reseller",
  statusId: "status",
  vendorId: "vendor",
};

/** Returns the field of the file that fills this field of a command, such as "items.0.product" for "items.0.productId". */
export function fieldOfPath(path: string): string {
  return path
    .split(".")
    .map((part) => named[part] ?? part)
    .join(".");
}

function notFound(field: string, name: string): string {
  const what = field.split(".").at(-1) ?? field;
  return `There is no ${things[what] ?? what} “${name}”. ${ways[what] ?? "Enter its code or external id."}`;
}

const things: Readonly<Record<string, string>> = { billingTo: "account" };
const ways: Readonly<Record<string, string>> = {
  status: "Enter the description of a status.",
  vendor: "Enter the name of a vendor.",
};

const kinds: Readonly<Record<FieldKind | "items", string>> = {
  text: "Enter text.",
  limit: "Enter an amount, or “unlimited”.",
  number: "Enter a whole number.",
  boolean: "Enter true or false.",
  list: "Enter a list of texts.",
  map: "Enter names with a text for each.",
  items: "Enter a list of items.",
};

const words: Words<ImportRefusal> = {
  not_json: "This line is not a JSON object. Write one object on each line.",
  unreadable_text: "This row holds characters that are no text. Remove them.",
  too_many_cells: ({ columns, cells }) =>
    `This line has ${cells} cells, but the file has ${columns} columns. Put quotation marks around text with a separator in it.`,
  unknown_fields: "Imports have no such field. Remove it.",
  no_external_id: "Enter the id that the other system uses, with at most 100 characters.",
  wrong_kind: "A value is of another kind than its field.",
  twice: ({ line }) => `Line ${line} already has this external id. Give each row one of its own.`,
  lines_differ:
    "The lines of this order say different things here. Write the same on each, or leave it blank.",
  unknown_reference: "The row names something that does not exist.",
  not_accepted: "The row has a value that we can't take.",
  cannot_change:
    "The product already exists, and this cannot change. Leave it as it is, or add another product.",
  balance_stays:
    "This opening balance already exists and stays as it is. Record what was paid since as a payment of the account.",
  refused: "The row was refused.",
  not_allowed: ({ who }) => `${who} no longer has permission to do this.`,
  failed_here: ({ error }) =>
    `Something failed on our side, and nothing of this row was saved. Import the file again. (Error ${error})`,
};
