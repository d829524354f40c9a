import { asciiName } from "./domain-name";
import { sentAddress } from "./email";

/** A product says of which kind each of its values is: docs/domain.md, section 2, "Values". */

export const valueKinds = ["text", "domain_name", "hostname", "email", "ip_address", "whole_number"] as const;
export type ValueKind = (typeof valueKinds)[number];

/** Holds kinds by the names of the values. A value without a kind takes any text. */
export type ValueKinds = Readonly<Record<string, ValueKind>>;

export const valueKindLabels: Record<ValueKind, string> = {
  text: "Text",
  domain_name: "Domain name",
  hostname: "Hostname",
  email: "Email address",
  ip_address: "IP address",
  whole_number: "Whole number",
};

/** Says how a person writes a value of each kind. */
export const howToWrite: Record<ValueKind, string> = {
  text: "Enter a text.",
  domain_name: "Write a domain name like example.com, without https:// or a path.",
  hostname: "Write a hostname like srv1 or srv1.example.com: letters, digits, dashes and dots.",
  email: "Write an email address like info@example.com.",
  ip_address: "Write an IP address like 192.0.2.10 or 2001:db8::1.",
  whole_number: "Write a whole number with digits only, like 250.",
};

const isOfKind: Record<ValueKind, (value: string) => boolean> = {
  text: () => true,
  domain_name: (value) => asciiName(value, 2) !== null,
  hostname: (value) => asciiName(value, 1) !== null,
  email: (value) => sentAddress(value) !== null,
  ip_address: isAddress,
  whole_number: (value) => /^\d{1,18}$/.test(value),
};

/** Returns the kind of the value of this name. */
export function kindOf(kinds: ValueKinds, name: string): ValueKind {
  return (Object.hasOwn(kinds, name) && kinds[name]) || "text";
}

/** Tells whether a value is not of its kind. A blank value is missing, not wrong. */
export function isWrong(kind: ValueKind, typed: string): boolean {
  const value = typed.trim();
  return value !== "" && !isOfKind[kind](value);
}

/** Returns the kinds of these values alone, as they are kept: without text, which needs no mention. */
export function kindsOf(names: readonly string[], kinds: ValueKinds): ValueKinds {
  const kept = Object.entries(kinds).filter(([name, kind]) => names.includes(name) && kind !== "text");
  return Object.fromEntries(kept);
}

/**
 * Returns the values of an item that are not of their kind, by name. A value that was there before stays, since it was right
 * when it was entered.
 */
export function wrongValues(
  kinds: ValueKinds,
  values: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> = {},
): { name: string; kind: ValueKind }[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const kept = Object.hasOwn(before, name) && before[name] === value;
    const kind = kindOf(kinds, name);
    return !kept && isWrong(kind, value) ? [{ name, kind }] : [];
  });
}

function isAddress(value: string): boolean {
  const parts = value.split(".");
  const isFour =
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return (
    isFour || (/^[0-9a-f:.]{2,45}$/i.test(value) && value.includes(":") && URL.canParse(`http://[${value}]`))
  );
}
