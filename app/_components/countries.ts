const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const notCountries = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** ISO 3166 codes with their names, by name; made on the server, so that both sides print the same. */
export function countries(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const label = names.of(code);
      return label && !notCountries.has(code) ? { value: code, label } : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}
