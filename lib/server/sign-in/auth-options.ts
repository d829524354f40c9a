import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Result } from "@/lib/domain/values/result";
import { type Vouched, vouchedBy } from "../identities/identity";
import { config } from "../kernel/config";
import { log } from "../kernel/log";
import { walledHttpAgent } from "../outside/wall";
import type { SignedInUser } from "./admit";
import { finishSignIn } from "./finish";
import { clientAddress } from "./session/client-address";
import { keepDevice, requestCookies } from "./session/known-device";
import { loadSession } from "./session/session";
import {
  claimsOf,
  isClaims,
  isSecure,
  seenFrom,
  sessionCookieName,
  sessionCookieOptions,
  sessionSecret,
} from "./session/session-token";
import { endSessionWith } from "./session/sessions";
import { type SignInRefusal, signIn } from "./sign-in";

interface OidcProfile {
  sub: string;
  name?: string;
  email?: string;
}

type Doors = {
  /** Hears why credentials were not taken, which the library does not tell. */
  refused: (refusal: SignInRefusal) => void;
  /** Does what a browser went to the identity provider for. */
  backFromProvider: (vouched: Vouched) => Promise<{ signedIn: SignedInUser } | { leadsTo: string }>;
};

/** Returns next-auth's own sign-in: credentials for scripts that know its protocol, and OpenID Connect if it is configured. */
export function authOptions({ refused, backFromProvider }: Doors): AuthOptions {
  const oidc = oidcProvider();
  return {
    secret: sessionSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: config().sessions.longest },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/login", error: "/login", signOut: "/login" },
    providers: [credentialsProvider(refused), ...(oidc ? [oidc] : [])],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const vouched = vouchedBy(profile);
        const back = vouched ? await backFromProvider(vouched) : { leadsTo: "/login?error=not_linked" };
        if ("leadsTo" in back) return back.leadsTo;
        await keepDevice(back.signedIn.device);
        Object.assign(user, back.signedIn);
        return true;
      },
      async jwt({ token, user }) {
        return user ? { ...(await claimsOf(user as unknown as SignedInUser, await seenFrom())) } : token;
      },
      async session({ session, token }) {
        const claims = token as unknown as Parameters<typeof loadSession>[0];
        const live = await loadSession(claims, {
          ...{ now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null },
        });
        return {
          expires: session.expires,
          user: live && !live.lacksFactor ? { name: live.user.name, email: live.user.email } : undefined,
        };
      },
    },
    events: {
      async signOut({ token }) {
        if (isClaims(token)) await endSessionWith(token, new Date());
      },
    },
    logger: {
      error: (code, metadata) =>
        log.error({ code, err: "error" in metadata ? metadata.error : metadata }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

function credentialsProvider(refused: (refusal: SignInRefusal) => void) {
  return CredentialsProvider({
    credentials: {
      email: { label: "Email" },
      password: { label: "Password", type: "password" },
      code: { label: "Code of the second factor, if there is one" },
    },
    async authorize(credentials, { headers }) {
      const { email, password, code } = credentials ?? {};
      const address = clientAddress(new Headers(headers as Record<string, string>));
      const cookieOf = await requestCookies();
      const request = { now: new Date(), address, cookieOf };
      const begun = await signIn(request, { email, password });
      const result =
        begun.ok && "waitsWith" in begun.value
          ? await finishSignIn(request, begun.value.waitsWith, { code: code ?? "" })
          : (begun as Result<SignedInUser, SignInRefusal>);
      if (result.ok) {
        await keepDevice(result.value.device);
        return result.value;
      }
      if (result.refusal.reason !== "over") refused(result.refusal);
      return null;
    },
  });
}

function oidcProvider(): OAuthConfig<OidcProfile> | null {
  const { oidc } = config();
  if (!oidc) return null;
  return {
    id: "oidc",
    name: oidc.name,
    type: "oauth",
    wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    // The deployment names the issuer, and the issuer names the addresses where it is asked.
    httpOptions: { agent: walledHttpAgent(oidc.issuer) },
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: "openid email profile" } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    profile: (profile) => ({ id: profile.sub, name: profile.name ?? null, email: profile.email ?? null }),
  };
}
