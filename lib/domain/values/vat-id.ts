/** VAT IDs are checked by the shape that each country gives them: docs/domain.md, section 3, "Documents". */

type Shape = { prefix?: string; pattern: RegExp; example: string };

const british = /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/;

/** Holds what follows the prefix, by ISO 3166 code. The prefix is the code itself unless given. */
const shapes: Readonly<Record<string, Shape>> = {
  AT: { pattern: /^U\d{8}$/, example: "ATU12345678" },
  BE: { pattern: /^[01]\d{9}$/, example: "BE0123456789" },
  BG: { pattern: /^\d{9,10}$/, example: "BG123456789" },
  CH: { prefix: "CHE", pattern: /^\d{9}(MWST|TVA|IVA)?$/, example: "CHE-123.456.789 MWST" },
  CY: { pattern: /^\d{8}[A-Z]$/, example: "CY12345678X" },
  CZ: { pattern: /^\d{8,10}$/, example: "CZ12345678" },
  DE: { pattern: /^\d{9}$/, example: "DE123456789" },
  DK: { pattern: /^\d{8}$/, example: "DK12345678" },
  EE: { pattern: /^\d{9}$/, example: "EE123456789" },
  ES: { pattern: /^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, example: "ESX12345678" },
  FI: { pattern: /^\d{8}$/, example: "FI12345678" },
  FR: { pattern: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, example: "FR12345678901" },
  GB: { pattern: british, example: "GB123456789" },
  GR: { prefix: "EL", pattern: /^\d{9}$/, example: "EL123456789" },
  HR: { pattern: /^\d{11}$/, example: "HR12345678901" },
  HU: { pattern: /^\d{8}$/, example: "HU12345678" },
  IE: { pattern: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/, example: "IE1234567FA" },
  IT: { pattern: /^\d{11}$/, example: "IT12345678901" },
  LT: { pattern: /^(\d{9}|\d{12})$/, example: "LT123456789" },
  LU: { pattern: /^\d{8}$/, example: "LU12345678" },
  LV: { pattern: /^\d{11}$/, example: "LV12345678901" },
  MT: { pattern: /^\d{8}$/, example: "MT12345678" },
  NL: { pattern: /^\d{9}B\d{2}$/, example: "NL123456789B01" },
  NO: { pattern: /^\d{9}(MVA)?$/, example: "NO123456789MVA" },
  PL: { pattern: /^\d{10}$/, example: "PL1234567890" },
  PT: { pattern: /^\d{9}$/, example: "PT123456789" },
  RO: { pattern: /^\d{2,10}$/, example: "RO12345678" },
  SE: { pattern: /^\d{10}01$/, example: "SE123456789001" },
  SI: { pattern: /^\d{8}$/, example: "SI12345678" },
  SK: { pattern: /^\d{10}$/, example: "SK1234567890" },
  XI: { pattern: british, example: "XI123456789" },
};

const byPrefix = new Map(
  Object.entries(shapes).map(([country, shape]) => [shape.prefix ?? country, shape] as const),
);

/** No longer value is kept. */
const longestVatId = 20;

/**
 * Reads a VAT ID as people write it, with spaces, dots, hyphens and small letters, and returns it as it is kept,
 * "DE123456789". A missing prefix is that of `country`, and a country without a known shape takes any value.
 */
export function readVatId(
  typed: string,
  country: string | null,
): { ok: true; vatId: string } | { ok: false; message: string } {
  const text = typed
    .replace(/[\s.\-/]/gu, "")
    .toUpperCase()
    .replace(/^GR(?=\d)/, "EL");
  const prefix = text.startsWith("CHE") ? "CHE" : text.slice(0, 2);
  const abroad = byPrefix.get(prefix);
  if (abroad?.pattern.test(text.slice(prefix.length))) return { ok: true, vatId: text };
  const home = country === null ? undefined : shapes[country];
  if (home?.pattern.test(text)) return { ok: true, vatId: `${home.prefix ?? country}${text}` };

  const expected = abroad ?? home;
  if (expected) {
    const message = `This VAT ID has the wrong form. Write it like ${expected.example}.`;
    return { ok: false, message };
  }
  const any = /^[A-Z0-9]+$/.test(text) && /\d.*\d/.test(text);
  if (any && text.length >= 4 && text.length <= longestVatId) return { ok: true, vatId: text };
  return { ok: false, message: "Enter a VAT ID of 4 to 20 letters and digits, like DE123456789." };
}
