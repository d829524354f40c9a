// The web server loads this, which leaves in X-Forwarded-For the one address that a request came from, as far as we
// can trust it. Each of the TRUSTED_PROXIES in front of us appended its caller, and what stands before is the
// client's word.
import { subscribe } from "node:diagnostics_channel";
import "./default-policy.mjs";
import "./longest-body.mjs";

/** @param {string | undefined} told @param {string | undefined} caller @param {number} trustedProxies */
export function clientAddress(told, caller, trustedProxies) {
  const hops = [...(told?.split(",") ?? []), caller ?? ""].map((hop) => hop.trim());
  return hops.at(-1 - trustedProxies) ?? hops[0];
}

subscribe("http.server.request.start", (/** @type {any} */ { request }) => {
  const { headers, socket } = request;
  const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0);
  headers["x-forwarded-for"] = clientAddress(
    headers["x-forwarded-for"],
    socket.remoteAddress,
    trustedProxies,
  );
});
