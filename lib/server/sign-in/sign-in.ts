import "server-only";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { SignInInput } from "@/lib/schemas/sign-in";
import { unscoped } from "../kernel/db";
import { log } from "../kernel/log";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import { factorsOf, hasFactor } from "../second-factor/factors";
import { beginStep } from "../second-factor/steps";
import { admit, type SignedInUser } from "./admit";
import { counted } from "./counted";
import { recordFailure } from "./failure";
import { inTurn, takePlace, verifyNow } from "./password/password";
import { countedAddress } from "./session/client-address";
import { type CookieOf, knownDevice } from "./session/known-device";
import { userCtx } from "./session/user-ctx";
import { type SigningIn, signingIn } from "./signing-in";
import { askForSingleSignOn } from "./single-sign-on-only";
import { countAttempt } from "./tries/attempt";

/** Holds the secret by which a sign-in goes on, whose password was right and whose second factor is not there yet. */
export type WaitsForFactor = { waitsWith: string };

/** Says why nobody was signed in, and after how many seconds the next try counts, if not at once. */
export type SignInRefusal =
  | { reason: "wrong"; retryAfterSeconds: number }
  | { reason: "too_many"; retryAfterSeconds: number }
  | { reason: "busy" }
  /** The password or the passkey was right, and the organization takes neither. */
  | { reason: "single_sign_on"; organization: string };

export interface SignInRequest {
  now: Date;
  /** Holds the network address that the request came from. */
  address: string;
  /** Reads the cookies by which a device is known. Without it, none is. */
  cookieOf?: CookieOf;
  /** Is the secret of an invitation, which somebody whom no other organization lets in accepts by signing in. */
  invitation?: string | null;
}

/**
 * Signs a person in by password. It does not tell whether the email, the password or the account was wrong. See
 * docs/domain.md, section 7, "Lockouts".
 */
export function signIn(
  request: SignInRequest,
  raw: unknown,
): Promise<Result<SignedInUser | WaitsForFactor, SignInRefusal>> {
  return counted("password", signInWhenFree(request, raw));
}

async function signInWhenFree(
  request: SignInRequest,
  raw: unknown,
): Promise<Result<SignedInUser | WaitsForFactor, SignInRefusal>> {
  const input = SignInInput.parse(raw);
  // A try that nobody has time for counts for nothing, so the place comes first.
  const leave = takePlace(countedAddress(request.address));
  if (!leave) return refuse({ reason: "busy" });
  try {
    return await inTurn(() => tryToSignIn(request, input));
  } finally {
    leave();
  }
}

async function tryToSignIn(
  request: SignInRequest,
  { email, password }: SignInInput,
): Promise<Result<SignedInUser | WaitsForFactor, SignInRefusal>> {
  const { now, address, invitation, cookieOf = () => undefined } = request;
  const { members, user } = await signingIn({ where: { sentEmail: email }, invitation, now });
  const person = members[0]?.person;
  const device = person ? knownDevice(person, cookieOf, now) : null;
  const attempt = await countAttempt(request, email, person && device ? { id: person.id, device } : null);
  if (!attempt.ok) {
    log.warn({ event: "sign_in_limited", address: request.address }, "Too many tries to sign in");
    return attempt;
  }

  const { forgive, locks } = attempt.value;
  const matches = await verifyNow(person?.passwordHash ?? null, password);
  if (!user || !matches) {
    await recordFailure({ was: "password", ...request }, members, locks);
    return refuse({
      reason: "wrong",
      retryAfterSeconds: Math.max(0, ...locks.map(({ minutes }) => minutes * 60)),
    });
  }

  await forgive();
  if (user.organization.singleSignOnOnly) return askForSingleSignOn(user, request);
  if (hasFactor(await factorsOf(unscoped(), user.person.id))) {
    return ok({ waitsWith: await askForFactor(user, request) });
  }
  const admitted = await admit(user, { method: "password", address, now, device });
  if (!admitted) throw new Error("Nothing was to be proven");
  return ok(admitted);
}

/** Begins the step in which the second factor is asked for, and records that the password was right. */
function askForFactor(user: SigningIn, { now, address }: SignInRequest): Promise<string> {
  const { id: userId, sessionVersion, person } = user;
  const ctx = userCtx(user, now);
  return transaction(ctx, async (tx) => {
    const step = { purpose: "second_factor" as const, personId: person.id, userId, sessionVersion };
    const { token } = await beginStep(tx, step, now);
    await record(tx, ctx, [{ kind: "user.second_factor_asked", subject: user.email, after: { address } }]);
    return token;
  });
}
