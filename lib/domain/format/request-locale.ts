/** The database keeps a language tag of this length at most. */
const longestTag = 35;

/**
 * Returns the first language of an Accept-Language header that the runtime can format in. Dates and numbers follow it.
 */
export function requestLocale(acceptLanguage: string | null): string {
  for (const part of acceptLanguage?.split(",") ?? []) {
    const tag = part.split(";")[0]?.trim();
    if (!tag || tag === "*" || tag.length > longestTag) continue;
    try {
      const [supported] = Intl.DateTimeFormat.supportedLocalesOf(tag);
      if (supported) return supported;
    } catch {
      // This was no language tag, so the next one counts.
    }
  }
  return "en-GB";
}
