/** The first language of an Accept-Language header that can be formatted in; dates and numbers follow it. */
export function requestLocale(acceptLanguage: string | null): string {
  for (const part of acceptLanguage?.split(",") ?? []) {
    const tag = part.split(";")[0]?.trim();
    if (!tag || tag === "*") continue;
    try {
      const [supported] = Intl.DateTimeFormat.supportedLocalesOf(tag);
      if (supported) return supported;
    } catch {
      // No language tag: the next one counts.
    }
  }
  return "en-GB";
}
