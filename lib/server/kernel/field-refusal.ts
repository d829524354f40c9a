import { refuse } from "@/lib/domain/result";
import type { Problem } from "@/lib/schemas/action-result";
import { databaseErrorCode } from "./transaction";

/** A refusal that one field can put right. */
export type FieldRefusal<Reason extends string> = {
  reason: Reason;
  /** What happened and what to do, in one or two sentences. */
  message: string;
  problems: Problem[];
};

export function refuseField<Reason extends string>(reason: Reason, path: string, message: string) {
  return refuse<FieldRefusal<Reason>>({ reason, message, problems: [{ path, message }] });
}

/** The database has a row of that name, code or address already. */
export function isUniqueViolation(error: unknown): boolean {
  return databaseErrorCode(error) === "23505";
}
