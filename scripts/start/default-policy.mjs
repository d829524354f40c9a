// The web server loads this, which gives every answer a content security policy that allows nothing, and over HTTPS the word
// that it is to stay so: also what Next.js answers before anything of ours runs, like a redirect of "/orders/" or an
// address that it cannot read. A page's own policy takes its place.
import { subscribe } from "node:diagnostics_channel";

const nothingAllowed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const isHttps = process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;

subscribe("http.server.request.start", (/** @type {any} */ { response }) => {
  response.setHeader("content-security-policy", nothingAllowed);
  response.setHeader("x-content-type-options", "nosniff");
  if (isHttps) response.setHeader("strict-transport-security", "max-age=63072000; includeSubDomains");
});
