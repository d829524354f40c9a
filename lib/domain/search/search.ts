/**
 * Returns text as searches compare it: without accents, case, ligatures, widths and punctuation, one space between
 * words. The database's `search_form` does the same, and a test holds the two together. See docs/domain.md, section 9.
 */
export function searchForm(text: string): string {
  const plain = text.normalize("NFKD").replace(dropped, "").toLowerCase();
  return plain
    .replace(spelled, (letter) => spellings[letter] ?? letter)
    .replace(separators, " ")
    .trim();
}

/** Returns the words that a search asks for. Each has to be found, in any order. */
export function searchWords(query: string): string[] {
  return searchForm(query).split(" ").filter(Boolean);
}

/** Tells whether every word of the query is in the text. A query without a word is in every text. */
export function matches(text: string, query: string): boolean {
  return matcher(query)(text);
}

/** Returns `matches` for one query and many texts. */
export function matcher(query: string): (text: string) => boolean {
  const wanted = searchWords(query).map((word) => (beginsAWord(word) ? ` ${word}` : word));
  if (wanted.length === 0) return () => query.trim() === "";
  return (text) => {
    const form = ` ${searchForm(text)}`;
    return wanted.every((word) => form.includes(word));
  };
}

/**
 * Tells whether a word is looked for only where a word begins: one or two letters, and numbers. Scripts without spaces
 * between words are exempt.
 */
export function beginsAWord(word: string): boolean {
  return /^\d+$/.test(word) || (word.length < 3 && !/[\u0530-\u{10ffff}]/u.test(word));
}

/** Returns the order code that the whole query is, as people write it: "1021", "#1021-2", "order 1021". */
export function orderCodeIn(query: string): string | null {
  const found = /^(?:order\s*)?(?:no\.?\s*|number\s*)?#?\s*(\d{1,15}(?:-\d{1,6})?)$/.exec(
    query.normalize("NFKC").trim().toLowerCase(),
  );
  return found?.[1] ?? null;
}

/** Returns the number of an invoice, opening balance or credit note that the query is: "INV-1001", "inv 1001", "Invoice INV-1001". */
export function billNumberIn(query: string): string | null {
  const found = /^(?:invoice |credit note |opening balance )?(inv|cn|ob) ?(\d{1,15})$/.exec(
    searchForm(query),
  );
  return found ? `${found[1]}-${found[2]}`.toUpperCase() : null;
}

/** NFKD sets these accents and points apart; apostrophes and characters without width count as little. */
const dropped =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f]|\u0670|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]|['`\u00ad\u02b9-\u02bc\u0640\u200b-\u200f\u2018\u2019\u201b\u202a-\u202e\u2032\u2060-\u2064\ufeff]/g;

const separators =
  /[\p{Cc}\s\]\\[!"#$%&()*+,./:;<=>?@^_{|}~\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010-\u2015\u201a\u201c-\u201f\u2022\u2026\u2039\u203a\u2044\u2212\u3000-\u3003\u3008-\u3011\u30fb-]+/gu;

/** NFKD keeps these letters whole, and people type the others for them. */
const spellings: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th" },
  ...{ ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ŧ: "t", ı: "i", ŋ: "n", ƀ: "b", ɨ: "i", ʉ: "u" },
  ...{ ς: "σ", ى: "ي", ة: "ه" },
};
const spelled = new RegExp(`[${Object.keys(spellings).join("")}]`, "g");
