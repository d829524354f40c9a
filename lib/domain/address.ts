import { madeOnce } from "./format/made";

/** Where letters reach an organization or an account: docs/domain.md, section 3, "Documents". Nothing of it is required. */
export type Address = {
  /** Street and number, a post box, a building: one to three lines. */
  street: string | null;
  postalCode: string | null;
  city: string | null;
  /** A state, province or county. */
  region: string | null;
  /** ISO 3166, two letters. */
  country: string | null;
};

export const addressLimits = { street: 200, streetLines: 3, postalCode: 20, city: 80, region: 80 } as const;

/** Where the postal code stands behind city and region, "Austin, TX 78701". */
const cityFirst = new Set(["AU", "CA", "GB", "IE", "IN", "NZ", "SG", "US", "ZA"]);

/** Returns the lines of a letter's address, the country last and in that language. */
export function addressLines(address: Address, language: string): string[] {
  const { street, postalCode, city, region, country } = address;
  const place = cityFirst.has(country ?? "")
    ? join([join([city, region], ", "), postalCode], " ")
    : join([join([postalCode, city], " "), region], ", ");
  return [...(street?.split("\n") ?? []), place, country && countryName(country, language)].filter(
    (line): line is string => Boolean(line),
  );
}

/** Returns the country's name in a language, or its code where there is none. */
function countryName(code: string, language: string): string {
  const names = madeOnce(
    `countries ${language}`,
    () => new Intl.DisplayNames(language, { type: "region", fallback: "code" }),
  );
  return names.of(code) ?? code;
}

function join(parts: readonly (string | null)[], separator: string): string {
  return parts.filter(Boolean).join(separator);
}
