/** A second factor proves with more than a password who signs in: docs/domain.md, section 7, "Second factor". */

/** Says what somebody proved it with, beside the password. */
export type SecondFactor = "app" | "passkey" | "recovery_code";

export const secondFactorLabels: Record<SecondFactor, string> = {
  app: "authenticator app",
  passkey: "passkey",
  recovery_code: "recovery code",
};

/** A sign-in that waits for its second factor, and a question for a passkey, end after this many minutes. */
export const stepMinutes = 10;

/** A person gets this many recovery codes at a time. */
export const recoveryCodeCount = 10;

/** A person has at most this many passkeys. */
export const mostPasskeys = 20;

/** Leaves out what reads like another sign: I, L, O and U. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 16;

/** Writes 10 random bytes as a recovery code of 80 bits, such as "7K3M-0QXA-9T2B-HJ5V". */
export function recoveryCode(bytes: Uint8Array): string {
  let bits = [...bytes].reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  let code = "";
  for (let sign = 0; sign < codeLength; sign++) {
    code = signs[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Says what somebody typed where either kind of code is taken. */
export type TypedCode = { is: "app"; code: string } | { is: "recovery_code"; code: string };

/** Reads a code as people type it: with spaces or hyphens, in small letters, and with O for 0. Returns null for neither kind. */
export function typedCode(typed: string): TypedCode | null {
  const plain = typed.replace(/[\s\p{Pd}]/gu, "").toUpperCase();
  if (/^\d{6}$/.test(plain)) return { is: "app", code: plain };
  const code = plain.replace(/O/g, "0").replace(/[IL]/g, "1");
  const all = [...code];
  if (all.length !== codeLength || !all.every((sign) => signs.includes(sign))) return null;
  return { is: "recovery_code", code: code.replace(/(.{4})(?=.)/g, "$1-") };
}
