import { searchWords } from "./search";

/** A search also finds what was mistyped: docs/domain.md, section 9, "Search". */

const [shortest, longest] = [4, 40];
const onlyLetters = /^[\p{L}\p{M}]+$/u;
/** A word of this length is also found by how many trigrams it shares, which allows for a second mistake. */
const long = 8;

export type MistypedWord = {
  word: string;
  /**
   * Holds a regular expression for text in search form: a word that begins with this one, or with it except for one
   * letter that is wrong, missing, too many or swapped with the next. It is null for words that mean themselves: short
   * words, numbers and codes.
   */
  pattern: string | null;
  alike: boolean;
};

/** Returns the words of a query with what each may have been meant as. */
export function mistypedWords(query: string): MistypedWord[] {
  return searchWords(query).map((word) => {
    const letters = [...word];
    const meansItself = letters.length < shortest || letters.length > longest || !onlyLetters.test(word);
    return {
      word,
      pattern: meansItself ? null : ` (${[...new Set(oneMistake(letters))].join("|")})`,
      alike: !meansItself && letters.length >= long,
    };
  });
}

function oneMistake(letters: readonly string[]): string[] {
  const of = (some: readonly string[]) => some.join("");
  const at = letters.map((_, i) => i);
  const wrong = at.map((i) => of(letters.with(i, any)));
  const missing = at.map((i) => of(letters.toSpliced(i, 0, any)));
  // Too little would be left of a short word.
  const tooMany = letters.length > shortest ? at.map((i) => of(letters.toSpliced(i, 1))) : [];
  const swapped = at.slice(1).map((i) => {
    const [before = "", letter = ""] = [letters[i - 1], letters[i]];
    return of(letters.toSpliced(i - 1, 2, letter, before));
  });
  return [...wrong, ...missing, ...tooMany, ...swapped];
}

/** Stands for any letter in a regular expression. */
const any = ".";
