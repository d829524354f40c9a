import { madeOnce } from "../format/made";

/**
 * Says where letters reach an organization or an account; nothing of it is required. See docs/domain.md, section 3,
 * "Documents".
 */
export type Address = {
  /** Holds one to three lines: street and number, a post box, a building. */
  street: string | null;
  postalCode: string | null;
  city: string | null;
  /** Names a state, province or county. */
  region: string | null;
  /** Holds the two letters of ISO 3166. */
  country: string | null;
};

export const addressLimits = { street: 200, streetLines: 3, postalCode: 20, city: 80, region: 80 } as const;

/** These countries write the postal code behind city and region, as in "Austin, TX 78701". */
const cityFirst = new Set(["AU", "CA", "GB", "IE", "IN", "NZ", "SG", "US", "ZA"]);

/** Returns the lines of a letter's address, with the country last and in the given language. */
export function addressLines(address: Address, language: string): string[] {
  const { street, postalCode, city, region, country } = address;
  const place = cityFirst.has(country ?? "")
    ? join([join([city, region], ", "), postalCode], " ")
    : join([join([postalCode, city], " "), region], ", ");
  return [...(street?.split("\n") ?? []), place, country && countryName(country, language)].filter(
    (line): line is string => Boolean(line),
  );
}

/** Returns the country's name in a language, or its code where the runtime knows no name. */
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
