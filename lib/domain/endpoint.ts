/**
 * Why this cannot be the address of a vendor or another service outside, or null when it can. What is sent there says
 * who buys what, so it travels encrypted; a service on this very machine may do without, where tests and the demo run.
 */
export function endpointProblem(text: string, { loopback }: { loopback: boolean }): string | null {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) return "Leave user and password out; calls are signed with the secret.";
  const own = url !== undefined && isThisMachine(url.hostname);
  if (loopback && own && url.protocol === "http:") return null;
  if (url?.protocol !== "https:") return "Enter an address that begins with https://.";
  if ((own && !loopback) || isNobody(url.hostname)) return "Enter an address outside of this machine.";
  return null;
}

function isThisMachine(hostname: string): boolean {
  return (
    /^(.+\.)?localhost\.?$/.test(hostname) || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/** Addresses of no service: unspecified, link-local (as of a cloud's metadata), and IPv4 in the clothes of IPv6. */
function isNobody(hostname: string): boolean {
  return (
    /^0(\.\d{1,3}){3}$/.test(hostname) ||
    /^169\.254(\.\d{1,3}){2}$/.test(hostname) ||
    /^\[(::|::ffff:.*|fe[89ab].*)\]$/.test(hostname)
  );
}
