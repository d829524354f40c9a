const labels: Readonly<Record<string, string>> = { vatId: "VAT ID", iban: "IBAN", bic: "BIC" };

/** Returns a field's name as its label reads: "creditLimit" is "Credit limit". */
export function fieldLabel(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return labels[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
