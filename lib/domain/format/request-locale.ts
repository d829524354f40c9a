/** As much as the database keeps of one. */
const longestTag = 35;

/** Returns the first language of an Accept-Language header that can be formatted in; dates and numbers follow it. */
export function requestLocale(acceptLanguage: string | null): string {
  for (const part of acceptLanguage?.split(",") ?? []) {
    const tag = part.split(";")[0]?.trim();
    if (!tag || tag === "*" || tag.length > longestTag) continue;
    try {
      const [supported] = Intl.DateTimeFormat.supportedLocalesOf(tag);
      if (supported) return supported;
    } catch {
      // No language tag: the next one counts.
    }
  }
  return "en-GB";
}
