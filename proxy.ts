import { type NextRequest, NextResponse } from "next/server";

const isDevelopment = process.env.NODE_ENV === "development";
const isHttps = process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;

/** Every page is served with a policy of its own, whose nonce the layout hands on. The rest is in next.config.js. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);

  const response = isTooLong(request) ? tooLong() : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Holds the longest body of a page's server action, in bytes, as next.config.js has it. Routes for programs read theirs. */
const longestBody = 1_048_576;

function isTooLong({ headers, nextUrl: { pathname } }: NextRequest): boolean {
  const isOfPage = !/^\/(api|tmf-api)\//.test(pathname);
  return isOfPage && Number(headers.get("content-length") ?? 0) > longestBody;
}

/** Ends the connection with the answer, so that the rest of the body is not even received. */
function tooLong(): NextResponse {
  const headers = { connection: "close", "content-type": "text/plain; charset=utf-8" };
  return new NextResponse("This is longer than 1 MB, so we did not read it.", { status: 413, headers });
}

/** Style attributes are allowed, since components size and paint by them; style elements need the nonce. */
function contentSecurityPolicy(nonce: string): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

// What is left out answers no page, and sends what it has to say in headers by scripts/start/default-policy.mjs. Next hands
// on 10 MB at most of what passes here, so files that are read as they arrive do not.
export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg|api/v1/|setup/imports/upload$).*)"],
};
