import { trimmed } from "./trimmed";

/** Says which passwords are good: docs/domain.md, section 7, "Passwords". */

/** A password has this many characters. White space before and after it does not count. */
export const passwordLength = { min: 12, max: 200 } as const;

/** Says why a password of the right length is easy to guess. */
export type PasswordFault = "password_common" | "password_personal";

/** Holds what others know of the person, which a password must not be made of. */
export type PersonalData = { name: string; email: string; organization: string };

/** The rest of a password beside personal words has at least this many letters and digits. */
const leastBeside = 8;

/**
 * Returns why a password is easy to guess, or null. `isCommon` tells whether a word in lower case is on the list of common
 * passwords.
 */
export function passwordFault(
  password: string,
  personal: PersonalData,
  isCommon: (word: string) => boolean,
): PasswordFault | null {
  const word = trimmed(password).normalize("NFKC").toLowerCase();
  if (isVariantOfCommon(word, isCommon)) return "password_common";
  return besidePersonal(word, personal) < leastBeside ? "password_personal" : null;
}

/** Finds common passwords also with digits and signs around them, or repeated. */
function isVariantOfCommon(word: string, isCommon: (word: string) => boolean): boolean {
  const unit = /^(.+?)\1+$/su.exec(word)?.[1] ?? word;
  const core = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const repeatsLittle = unit !== word && [...unit].length < 6;
  return repeatsLittle || [word, unit, core].some((one) => one !== "" && isCommon(one)) || core === "";
}

/** Counts the letters and digits that stay when all words of the personal data are taken out. */
function besidePersonal(password: string, { name, email, organization }: PersonalData): number {
  const [local = "", domain = ""] = email.split("@");
  const words = [name, local, domain, organization]
    .map((text) => text.normalize("NFKC").toLowerCase())
    .flatMap((text) => [...text.split(/[^\p{L}\p{M}\p{N}]+/u), plain(text)])
    .filter((text) => [...text].length >= 3)
    .toSorted((one, other) => other.length - one.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, " "), plain(password));
  return [...plain(rest)].length;
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
