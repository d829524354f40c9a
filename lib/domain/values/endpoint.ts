export type EndpointFault = "has_password" | "not_https" | "this_machine" | "not_public";

export const endpointWords: Record<EndpointFault, string> = {
  has_password: "Leave user and password out, since calls are signed with the secret.",
  not_https: "Enter an address that begins with https://.",
  this_machine: "Enter an address outside of this machine.",
  not_public: "Enter a public address. The person who runs Order Desk can allow others (OUTBOUND_ALLOW).",
};

/**
 * Returns why a vendor or another service outside cannot have this address, or null if it can. Requests say who buys
 * what, so they travel encrypted, except to this machine where tests and the demo run.
 */
export function endpointProblem(text: string, { loopback }: { loopback: boolean }): EndpointFault | null {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) return "has_password";
  const own = url !== undefined && isThisMachine(url.hostname);
  if (loopback && own && url.protocol === "http:") return null;
  if (url?.protocol !== "https:") return "not_https";
  if ((own && !loopback) || isNobody(url.hostname)) return "this_machine";
  return null;
}

function isThisMachine(hostname: string): boolean {
  return (
    /^(.+\.)?localhost\.?$/.test(hostname) || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/**
 * Tells whether an address belongs to no service: unspecified, link-local (as a cloud's metadata), or IPv4 written as
 * IPv6.
 */
function isNobody(hostname: string): boolean {
  return (
    /^0(\.\d{1,3}){3}$/.test(hostname) ||
    /^169\.254(\.\d{1,3}){2}$/.test(hostname) ||
    /^\[(::|::ffff:.*|fe[89ab].*)\]$/.test(hostname)
  );
}
