import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { stepMinutes } from "@/lib/domain/sign-in/second-factor";
import { sql, type Tx, unscoped } from "../kernel/db";

/** Steps of a sign-in that has begun: docs/domain.md, section 7, "Second factor". */

export type Step = {
  hash: string;
  personId: string | null;
  userId: string | null;
  sessionVersion: number | null;
  /** Is what a passkey has to sign, in base64url. */
  challenge: string;
  /** Is the hash of the one-time link by which an identity is to be bound. */
  linkHash: string | null;
};

/** Says what a step is for, and what is known by then. */
type NewStep =
  | { purpose: "second_factor"; personId: string; userId: string; sessionVersion: number }
  | { purpose: "passkey" }
  | { purpose: "new_passkey"; personId: string }
  | { purpose: "new_identity"; personId: string }
  | { purpose: "identity_by_link"; personId: string; linkHash: string };

const randomText = () => randomBytes(32).toString("base64url");
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Begins a step, and returns the secret by which it is found. Its cookie or page holds it. */
export async function beginStep(
  db: Pick<Tx, "$executeRaw">,
  step: NewStep,
  now: Date,
): Promise<{ token: string; challenge: string }> {
  const [token, challenge] = [randomText(), randomText()];
  const endsAt = new Date(now.getTime() + stepMinutes * 60_000);
  const {
    personId = null,
    userId = null,
    sessionVersion = null,
    linkHash = null,
  } = {
    ...step,
  } as Partial<Step>;
  await db.$executeRaw(sql`
    INSERT INTO sign_in_steps (hash, purpose, person_id, user_id, session_version, challenge, link_hash, ends_at)
    VALUES (${hashOf(token)}, ${step.purpose}::sign_in_purpose, ${personId}::uuid, ${userId}::uuid, ${sessionVersion}::int, ${challenge}, ${linkHash}, ${endsAt})`);
  return { token, challenge };
}

/** Returns a step that is still open, and changes nothing. */
export function openStep(token: string, purpose: NewStep["purpose"], now: Date): Promise<Step | null> {
  return unscoped().signInStep.findFirst({
    where: { hash: hashOf(token), purpose, endsAt: { gt: now } },
    select: {
      hash: true,
      personId: true,
      userId: true,
      sessionVersion: true,
      challenge: true,
      linkHash: true,
    },
  });
}

/** Locks an open step, and tells whether it is still there. */
export async function lockStep(tx: Tx, { hash }: Pick<Step, "hash">): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(
    sql`SELECT hash FROM sign_in_steps WHERE hash = ${hash} FOR UPDATE`,
  );
  return rows.length > 0;
}

/** Uses up an open step, and tells whether this did. Of two at once, one does. */
export async function takeStep(tx: Tx, { hash }: Pick<Step, "hash">): Promise<boolean> {
  const { count } = await tx.signInStep.deleteMany({ where: { hash } });
  return count > 0;
}
