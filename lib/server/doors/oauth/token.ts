import "server-only";
import { permissionsOfKey } from "@/lib/domain/api-key";
import { accessTokenSeconds, isAccessToken, makeAccessToken } from "../../api-keys/access-token";
import { ctxOfKey } from "../../api-keys/ctx-of-key";
import { hashOfSecret } from "../../api-keys/secret";
import { readText, TooLong } from "../../outside/read-text";

const longestBody = 10_000;

/** Names what can be wrong with a request for a token, as RFC 6749, section 5.2, does. */
const problems = {
  invalid_request: [400, "Send the form fields grant_type, client_id and client_secret."],
  unsupported_grant_type: [400, "The only grant_type here is client_credentials."],
  invalid_client: [401, "There is no active key with this client_id and client_secret."],
  invalid_scope: [400, "The key does not have every permission that scope names."],
} as const;

/**
 * Gives a program an access token for an hour in exchange for its key, by OAuth 2 client credentials: the client's id is the id
 * of the key, and its secret is the key's. See docs/domain.md, section 7, "API keys".
 */
export async function answerTokenRequest(request: Request): Promise<Response> {
  const form = await formOf(request);
  if (form === "too_long") return problem("invalid_request", 413);
  if (!form) return problem("invalid_request");
  const { id, secret } = clientOf(request, form);
  if (!form.get("grant_type") || !id || !secret) return problem("invalid_request");
  if (form.get("grant_type") !== "client_credentials") return problem("unsupported_grant_type");
  // An access token gives no other one, so that each ends after its hour.
  const caller = isAccessToken(secret) ? null : await ctxOfKey(secret, new Date());
  if (caller?.keyId !== id) return problem("invalid_client");
  const named = new Set(form.get("scope")?.split(" ").filter(Boolean));
  const held = permissionsOfKey(caller.grant);
  const granted = named.size > 0 ? held.filter((permission) => named.has(permission)) : held;
  if (named.size > granted.length) return problem("invalid_scope");
  return Response.json(
    {
      access_token: await makeAccessToken(hashOfSecret(secret), named.size > 0 ? granted : null),
      token_type: "Bearer",
      expires_in: accessTokenSeconds,
      scope: granted.join(" "),
    },
    { headers: { "cache-control": "no-store" } },
  );
}

async function formOf(request: Request): Promise<URLSearchParams | "too_long" | null> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return null;
  try {
    return new URLSearchParams(await readText(request.body, longestBody));
  } catch (error) {
    if (error instanceof TooLong) return "too_long";
    throw error;
  }
}

/** Reads the client from the Authorization header, or else from the form. */
function clientOf(request: Request, form: URLSearchParams): { id: string; secret: string } {
  const [, basic] =
    /^Basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (!basic) return { id: form.get("client_id") ?? "", secret: form.get("client_secret") ?? "" };
  const [id = "", ...rest] = Buffer.from(basic, "base64").toString().split(":");
  return { id: decoded(id), secret: decoded(rest.join(":")) };
}

/** Reads what RFC 6749 has clients encode before they put it into the header. */
function decoded(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll("&", "%26")}`).get("text") ?? "";
}

function problem(error: keyof typeof problems, as?: 413): Response {
  const [usual, description] = problems[error];
  const status = as ?? usual;
  const headers = {
    "cache-control": "no-store",
    ...(status === 413 && { connection: "close" }),
    ...(status === 401 && { "www-authenticate": "Basic" }),
  };
  return Response.json({ error, error_description: description }, { status, headers });
}
