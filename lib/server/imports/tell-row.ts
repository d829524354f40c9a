import "server-only";
import type { ImportSubject } from "@/lib/domain/import-subject";
import type { ImportPlan, ImportRowState } from "@/lib/domain/imports/import";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import {
  fieldOfPath,
  type PlacedProblem,
  placeProblem,
  rowProblems,
} from "@/lib/domain/imports/refusal-words";
import { notAccepted } from "./decide";
import type { RowData } from "./subjects/subject";
import { subjectOf } from "./subjects/subjects";

/** Describes a row of an import, as people and programs look at it. */
export type ImportRow = {
  /** Is the line of the file on which the row begins. */
  line: number;
  externalId: string | null;
  /** Names the account of an order, or else the account or product itself. */
  name: string;
  state: ImportRowState;
  plan: ImportPlan | null;
  /** Is the code of what the row made, changed or found. */
  code: string | null;
  problems: PlacedProblem[];
};

export type StoredRow = Omit<ImportRow, "name" | "problems"> & {
  data: unknown;
  refusal: unknown;
  itemLines: number[] | null;
};

/** Tells a row as it is kept. */
export function tellRow(subject: ImportSubject, row: StoredRow, locale: string): ImportRow {
  const { line, externalId, itemLines, state, plan, code } = row;
  const data = row.data as RowData;
  const refusal = row.refusal as ImportRefusal | null;
  const accepted = () =>
    notAccepted(subjectOf(subject), data).map(({ path, message }) => ({ field: fieldOfPath(path), message }));
  const told = refusal ? rowProblems(refusal, accepted, locale) : [];
  const problems = told.map((problem) => placeProblem(problem, itemLines));
  const name = String(data.account ?? data.name ?? "");
  return { line, externalId, name, state, plan, code, problems };
}
