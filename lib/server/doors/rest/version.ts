import "server-only";

/** Is the version of the API: the day on which it last changed. See docs/domain.md, section 8, "Versions". */
export const apiVersion = "2026-11-26";

/** Says from which day on a call is deprecated, when it goes at the earliest, and which call takes its place. */
export type Deprecation = {
  readonly since: string;
  readonly sunset: string;
  /** Is the path below the base of the API. */
  readonly instead: string;
};

/** Counts the days between deprecation and sunset that callers have at least. */
export const daysOfNotice = 365;

/** Returns the header fields that tell a caller about it: Deprecation by RFC 9745, Sunset by RFC 8594. */
export function deprecationHeaders({ since, sunset, instead }: Deprecation): Record<string, string> {
  return {
    deprecation: `@${Date.parse(since) / 1000}`,
    sunset: new Date(sunset).toUTCString(),
    link: `</api/v1${instead.split("?")[0]}>; rel="successor-version", </api/docs#versions>; rel="deprecation"`,
  };
}
