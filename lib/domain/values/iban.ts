/** IBANs follow ISO 13616 and BICs ISO 9362: docs/domain.md, section 3, "Documents". */

/** An IBAN has the length that the country at its beginning gives it. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 " +
    "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 " +
    "LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 " +
    "QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

export type ReadIban = { ok: true; iban: string } | { ok: false; message: string };

/** Reads an IBAN with or without spaces and returns it as it is kept: capitals and digits only. */
export function readIban(typed: string): ReadIban {
  const iban = typed.replace(/[\s-]/gu, "").toUpperCase();
  const example = "Enter an IBAN, like DE89 3704 0044 0532 0130 00.";
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(iban)) return { ok: false, message: example };
  const country = iban.slice(0, 2);
  const length = lengths[country];
  if (length === undefined) return { ok: false, message: `No IBAN begins with ${country}. ${example}` };
  if (iban.length !== length) {
    const message = `An IBAN that begins with ${country} has ${length} characters. This one has ${iban.length}.`;
    return { ok: false, message };
  }
  if (remainder(iban) !== 1) {
    const message = "The check digits do not match this IBAN. Compare it with your bank's papers.";
    return { ok: false, message };
  }
  return { ok: true, iban };
}

/** Returns the remainder by 97, with the country and the check digits at the end and letters as 10 to 35. */
function remainder(iban: string): number {
  const digits = [...`${iban.slice(4)}${iban.slice(0, 4)}`].map((sign) => Number.parseInt(sign, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

/** Writes an IBAN in groups of four, as banks print it. */
export function groupedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Reads a BIC and returns it in capitals, or null if it is none. */
export function readBic(typed: string): string | null {
  const bic = typed.replace(/\s/gu, "").toUpperCase();
  return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) ? bic : null;
}
