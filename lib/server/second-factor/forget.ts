import "server-only";
import type { Tx } from "../kernel/db";

/** Deletes all second factors of a person, with the steps that wait for one. */
export async function forgetFactors(tx: Tx, personId: string): Promise<void> {
  await tx.authenticatorApp.deleteMany({ where: { personId } });
  await tx.passkey.deleteMany({ where: { personId } });
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.signInStep.deleteMany({ where: { personId } });
}
