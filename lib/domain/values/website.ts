/** Reads a web address with or without its scheme and returns it whole, or null if it is none. */
export function readWebsite(typed: string): string | null {
  const text = /^[a-z][a-z\d+.-]*:/i.test(typed) && !/^[^/:]+:\d/.test(typed) ? typed : `https://${typed}`;
  if (/[\s"'<>\\]/.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, username, password, href } = new URL(text);
  const isWeb = protocol === "https:" || protocol === "http:";
  if (!isWeb || username || password || !/^[^.]+(\.[^.]+)*\.[^.\d][^.]*$/.test(hostname)) return null;
  return href.length > 200 ? null : href.replace(/\/$/, "");
}

/** Writes a web address as letters do, without its scheme. */
export function shownWebsite(website: string): string {
  return website.replace(/^https?:\/\//, "");
}
