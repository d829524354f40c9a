import "server-only";
import type { ImportPlan } from "@/lib/domain/imports/import";
import type { ReadRow } from "@/lib/domain/imports/read-row";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import type { Ctx } from "../kernel/ctx";
import { anything, type Found, findReferences } from "./found";
import type { Existing, RowData, Subject } from "./subjects/subject";

type Row = { externalId: string | null; data: RowData };

/** Says what becomes of a row, or why nothing does. */
export type Decision<There extends Existing = Existing> =
  | { plan: "create"; there: null }
  | { plan: Exclude<ImportPlan, "create">; there: There }
  | { plan: null; refusal: ImportRefusal };

export type Lookup = { found: Found; existing: Map<string, Existing> };

/** Looks up everything that these rows name, in as many statements for many rows as for one. */
export async function lookUp(ctx: Ctx, subject: Subject, rows: readonly Row[]): Promise<Lookup> {
  const references = rows.flatMap(({ data }) => subject.references(data));
  const externalIds = rows.flatMap(({ externalId }) => externalId ?? []);
  const [found, existing] = await Promise.all([
    findReferences(ctx, references),
    subject.existing(ctx, externalIds),
  ]);
  return { found, existing };
}

/** Decides what a row does, by the rules that its command has. */
export function decide(ctx: Ctx, subject: Subject, row: Row, { found, existing }: Lookup): Decision {
  const { externalId, data } = row;
  const references = subject
    .references(data)
    .filter(({ kind, name }) => found[kind](name) === undefined)
    .map(({ field, name }) => ({ field, name }));
  if (references.length > 0) return { plan: null, refusal: { reason: "unknown_reference", references } };
  if (!subject.schema.safeParse(subject.input(data, found)).success)
    return { plan: null, refusal: { reason: "not_accepted" } };
  const there = existing.get(externalId ?? "");
  if (there) {
    const plan = subject.compare(there, data, found);
    return typeof plan === "string" ? { plan, there } : { plan: null, refusal: plan };
  }
  const refusal = subject.objection(ctx, data, found);
  return refusal ? { plan: null, refusal } : { plan: "create", there: null };
}

/** Returns what the subject's command does not take of this row, by the fields of the command. */
export function notAccepted(subject: Subject, data: RowData): { path: string; message: string }[] {
  const read = subject.schema.safeParse(subject.input(data, anything));
  if (read.success) return [];
  return read.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
}

/** Checks the rows of a file as they come, and marks each: docs/domain.md, section 11. */
export class Check {
  /** Holds the line of each external id, so that no two rows have the same. */
  private readonly lines = new Map<string, number>();

  constructor(
    private readonly ctx: Ctx,
    private readonly subject: Subject,
  ) {}

  async of(
    rows: readonly ReadRow[],
  ): Promise<(ReadRow & { plan: ImportPlan | null; code: string | null })[]> {
    const lookup = await lookUp(this.ctx, this.subject, rows);
    return rows.map((row) => {
      const refusal = row.refusal ?? this.twice(row);
      if (refusal) return { ...row, refusal, plan: null, code: null };
      const decided = decide(this.ctx, this.subject, row, this.withEarlier(lookup));
      if (decided.plan === null) return { ...row, refusal: decided.refusal, plan: null, code: null };
      this.known.add(row.externalId ?? "");
      return { ...row, refusal: null, plan: decided.plan, code: decided.there?.code ?? null };
    });
  }

  /** Holds the external ids of rows that can be imported, so that later rows can name them. */
  private readonly known = new Set<string>();

  private twice({ externalId, line }: ReadRow): ImportRefusal | null {
    if (externalId === null) return null;
    const earlier = this.lines.get(externalId);
    if (earlier !== undefined) return { reason: "twice", line: earlier };
    this.lines.set(externalId, line);
    return null;
  }

  private withEarlier({ found, existing }: Lookup): Lookup {
    if (this.subject.table !== "accounts") return { found, existing };
    const account: Found["account"] = (name) =>
      found.account(name) ?? (this.known.has(name) ? anything.account(name) : undefined);
    return { found: { ...found, account }, existing };
  }
}
