import "server-only";
import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import { type Tx, unscoped } from "../kernel/db";
import { transaction } from "../kernel/transaction";
import { letterToPerson } from "../people/letter";
import { membersWith } from "../people/members";
import { type Proof, prove } from "../second-factor/prove";
import { beginStep, lockStep, openStep, type Step, takeStep } from "../second-factor/steps";
import { askForPasskey } from "../second-factor/web-authn";
import { admit, type SignedInUser } from "./admit";
import { counted } from "./counted";
import { recordFailure } from "./failure";
import { countedAddress } from "./session/client-address";
import { knownDevice } from "./session/known-device";
import { userCtx } from "./session/user-ctx";
import type { SignInRefusal, SignInRequest } from "./sign-in";
import { signingIn } from "./signing-in";
import { askForSingleSignOn } from "./single-sign-on-only";
import { countFactorAttempt } from "./tries/attempt";
import { countLimited, countTryOf, takeBackTryOf } from "./tries/rate-limit";

/** Says why a sign-in did not go on. It is over after ten minutes, once it was finished, and without its cookie. */
export type FinishRefusal = SignInRefusal | { reason: "over" };

type Finished = Result<SignedInUser, FinishRefusal>;

const over = refuse({ reason: "over" as const });

/** Returns what the second step of a sign-in asks for, or null if the step is over. */
export async function lookAtStep(token: string, now: Date) {
  const step = await openStep(token, "second_factor", now);
  if (!step?.personId) return null;
  const { personId, challenge } = step;
  const passkeys = await unscoped().passkey.findMany({
    where: { personId },
    select: { credentialId: true },
  });
  const app = await unscoped().authenticatorApp.count({ where: { personId, confirmedAt: { not: null } } });
  return {
    app: app > 0,
    passkey: passkeys.length > 0 ? await askForPasskey(challenge, passkeys) : null,
  };
}

/**
 * Signs in whose password was right, by a second factor: a code of the app, a recovery code or a passkey. See docs/domain.md,
 * section 7, "Second factor".
 */
export function finishSignIn(
  request: SignInRequest,
  token: string,
  sent: { code: string } | { response: AuthenticationResponseJSON },
): Promise<Finished> {
  return counted("second_factor", finishByFactor(request, token, sent));
}

async function finishByFactor(
  request: SignInRequest,
  token: string,
  sent: { code: string } | { response: AuthenticationResponseJSON },
): Promise<Finished> {
  const { now, address } = request;
  const step = await openStep(token, "second_factor", now);
  const members = step?.personId ? await membersWith({ personId: step.personId }) : [];
  const user = members.find(({ id }) => id === step?.userId);
  if (!step || step.sessionVersion === null || !user?.active) return over;
  if (user.organization.singleSignOnOnly) return askForSingleSignOn(user, request);

  const device = knownDevice(user.person, request.cookieOf ?? (() => undefined), now, "factor");
  const attempt = await countFactorAttempt(request, user.person.id, device);
  if (!attempt.ok) return attempt;
  const { forgive, locks } = attempt.value;
  const proof = "response" in sent ? { ...sent, challenge: step.challenge } : sent;
  const admitted = await admit(user, {
    ...{ method: "password", address, now, device, sessionVersion: step.sessionVersion },
    proven: (tx, ctx) => provenOnce(tx, ctx, { step, userId: user.id, personId: user.person.id }, proof),
  });
  if (!admitted) {
    await recordFailure({ was: "second_factor", address, now }, members, locks);
    const retryAfterSeconds = Math.max(0, ...locks.map(({ minutes }) => minutes * 60));
    return refuse({ reason: "wrong", retryAfterSeconds });
  }
  await forgive();
  return ok(admitted);
}

/** Begins to sign in by a passkey alone, and returns what the browser asks the person for. */
export async function beginByPasskey({ now, address }: Pick<SignInRequest, "now" | "address">) {
  const retryAfterSeconds = await countLimited("passkey_question", countedAddress(address));
  if (retryAfterSeconds > 0) return refuse({ reason: "too_many" as const, retryAfterSeconds });
  const { token, challenge } = await beginStep(unscoped(), { purpose: "passkey" }, now);
  return ok({ token, options: await askForPasskey(challenge) });
}

/**
 * Signs in by a passkey alone, which says who it is and that they unlocked it. Nobody can guess it, so failed tries lock nobody
 * out but the address. See docs/domain.md, section 7, "Second factor".
 */
export function signInByPasskey(
  request: SignInRequest,
  token: string,
  response: AuthenticationResponseJSON,
): Promise<Finished> {
  return counted("passkey", checkPasskey(request, token, response));
}

async function checkPasskey(
  request: SignInRequest,
  token: string,
  response: AuthenticationResponseJSON,
): Promise<Finished> {
  const { now, address } = request;
  const counted = countedAddress(address);
  const { waitSeconds } = await countTryOf(counted);
  if (waitSeconds > 0) return refuse({ reason: "too_many", retryAfterSeconds: waitSeconds });
  const step = await openStep(token, "passkey", now);
  if (!step) return over;
  const passkey = await unscoped().passkey.findUnique({
    where: { credentialId: response.id },
    select: { personId: true },
  });
  const { invitation } = request;
  const { members, user } = passkey
    ? await signingIn({ where: { personId: passkey.personId }, invitation, now })
    : { members: [], user: null };
  if (!user) return refuse({ reason: "wrong", retryAfterSeconds: 0 });

  const device = knownDevice(user.person, request.cookieOf ?? (() => undefined), now);
  const owner = { step, userId: user.id, personId: user.person.id };
  const proven = (tx: Tx, ctx: Ctx) => provenOnce(tx, ctx, owner, { response, challenge: step.challenge });
  if (user.organization.singleSignOnOnly) {
    const ctx = userCtx(user, now);
    if (await transaction(ctx, (tx) => proven(tx, ctx))) return askForSingleSignOn(user, request);
  }
  const admitted = user.organization.singleSignOnOnly
    ? null
    : await admit(user, { method: "passkey", address, now, device, proven });
  if (!admitted) {
    await recordFailure({ was: "second_factor", address, now }, members, []);
    return refuse({ reason: "wrong", retryAfterSeconds: 0 });
  }
  await takeBackTryOf(counted);
  return ok(admitted);
}

/** Checks a proof and uses up its step. Of two that are sent at once, one counts. */
async function provenOnce(
  tx: Tx,
  ctx: Ctx,
  { step, userId, personId }: { step: Step; userId: string; personId: string },
  proof: Proof,
) {
  // The step is locked before anything is used up, so that what comes second uses up nothing.
  if (!(await lockStep(tx, step))) return null;
  const factor = await prove(tx, personId, proof, ctx.now);
  if (!factor) return null;
  await takeStep(tx, step);
  if (factor === "recovery_code") await letterToPerson(tx, ctx, userId, { type: "recovery_code_used" });
  return factor;
}
