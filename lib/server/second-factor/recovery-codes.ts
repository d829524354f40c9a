import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { recoveryCode, recoveryCodeCount } from "@/lib/domain/sign-in/second-factor";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";

/** Returns what a recovery code is found by. Nobody guesses 80 random bits from it. */
export function hashOfCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

/** Makes new recovery codes in place of all that a person has, and returns them. They are kept as hashes. */
export async function replaceRecoveryCodes(tx: Tx, { now }: Ctx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCode(randomBytes(10)));
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, hash: hashOfCode(code), createdAt: now })),
  });
  return codes;
}
