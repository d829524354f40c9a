import "server-only";
import { dictionary } from "@zxcvbn-ts/language-common";

let words: Set<string> | undefined;

/** Tells whether many people use a password, which is in lower case. */
export function isCommonPassword(word: string): boolean {
  words ??= new Set(dictionary["passwords-common"]);
  return words.has(word);
}
