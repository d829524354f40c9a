/** Holds a sentence for each code of a family of refusals. Some need what the refusal holds and how its reader writes. */
export type Words<Family extends { reason: string }> = {
  readonly [Code in Family["reason"]]: string | Sentence<Extract<Family, { reason: Code }>>;
};

type Sentence<Refusal> = (refusal: Refusal, locale: string) => string;

/** Says a refusal in the words of its family. */
export function say<Family extends { reason: string }>(
  words: Words<Family>,
  refusal: Family,
  locale: string,
): string {
  const said = words[refusal.reason as Family["reason"]] as string | Sentence<Family>;
  return typeof said === "string" ? said : said(refusal, locale);
}
