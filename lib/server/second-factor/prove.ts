import "server-only";
import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { type SecondFactor, typedCode } from "@/lib/domain/sign-in/second-factor";
import { sql, type Tx } from "../kernel/db";
import { unsealed } from "../secrets/seal";
import { stepOfCode } from "./app-code";
import { hashOfCode } from "./recovery-codes";
import { signedCount } from "./web-authn";

/** Is what somebody sends to prove that it is them. */
export type Proof = { code: string } | { response: AuthenticationResponseJSON; challenge: string };

/**
 * Tells with what a person proved that it is them, or null if they did not. A code counts once, also of two that are sent at
 * once. See docs/domain.md, section 7, "Second factor".
 */
export async function prove(tx: Tx, personId: string, proof: Proof, now: Date): Promise<SecondFactor | null> {
  if ("response" in proof) return provePasskey(tx, personId, proof, now);
  const typed = typedCode(proof.code);
  if (!typed) return null;
  if (typed.is === "recovery_code") {
    const { count } = await tx.recoveryCode.updateMany({
      where: { personId, hash: hashOfCode(typed.code), usedAt: null },
      data: { usedAt: now },
    });
    return count > 0 ? "recovery_code" : null;
  }
  const app = await tx.authenticatorApp.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { secret: true },
  });
  const step = app?.secret ? await stepOfTyped(personId, app.secret, typed.code, now) : null;
  if (step === null) return null;
  const { count } = await tx.authenticatorApp.updateMany({
    where: { personId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count > 0 ? "app" : null;
}

/** Returns the step of a code by the app's sealed secret, or null if it is wrong. */
export async function stepOfTyped(
  personId: string,
  sealed: string,
  code: string,
  now: Date,
): Promise<number | null> {
  const secret = await unsealed(personId, "authenticator_app", sealed);
  return secret === null ? null : stepOfCode(secret, code, now);
}

async function provePasskey(
  tx: Tx,
  personId: string,
  { response, challenge }: { response: AuthenticationResponseJSON; challenge: string },
  now: Date,
): Promise<"passkey" | null> {
  // The row is locked, so that a copied passkey is found out by its count of uses.
  await tx.$queryRaw(sql`SELECT id FROM passkeys WHERE credential_id = ${response.id} FOR UPDATE`);
  const passkey = await tx.passkey.findUnique({ where: { credentialId: response.id } });
  if (passkey?.personId !== personId) return null;
  const counter = await signedCount(response, challenge, passkey);
  if (counter === null) return null;
  await tx.passkey.update({ where: { id: passkey.id }, data: { counter, lastUsedAt: now } });
  return "passkey";
}
