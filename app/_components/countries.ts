const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const notCountries = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

export type Country = { id: string; name: string };

/** Returns ISO 3166 codes with their names, by name. The server makes the list, so that both sides print the same. */
export function countries(): Country[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = names.of(code);
      // The code of a country that is no more, such as East Germany, is read as its successor's.
      const isCurrent = new Intl.Locale(`und-${code}`).region === code;
      return name && isCurrent && !notCountries.has(code) ? { id: code, name } : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
