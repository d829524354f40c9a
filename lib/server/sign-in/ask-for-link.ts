import "server-only";
import { z } from "zod";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { SignInInput } from "@/lib/schemas/sign-in";
import { queueForgotten } from "../kernel/jobs";
import { log } from "../kernel/log";
import { countedAddress } from "./session/client-address";
import type { SignInRequest } from "./sign-in";
import { countLimited } from "./tries/rate-limit";

const AskForLinkInput = z.strictObject({ email: SignInInput.shape.email });

/**
 * Asks for a link for a forgotten password. It does the same whether or not anybody has the address, which only the worker looks
 * up, and is limited by address and email. See docs/domain.md, section 7, "Forgotten passwords".
 */
export async function askForLink(
  { address }: SignInRequest,
  raw: unknown,
): Promise<Result<null, { reason: "too_many"; retryAfterSeconds: number }>> {
  const { email } = AskForLinkInput.parse(raw);
  // An address that may ask no more uses up nobody's tries.
  const retryAfterSeconds =
    (await countLimited("link_address", countedAddress(address))) ||
    (await countLimited("link_email", email));
  if (retryAfterSeconds > 0) {
    log.warn({ event: "links_limited", address }, "Too many links were asked for");
    return refuse({ reason: "too_many", retryAfterSeconds });
  }
  await queueForgotten(email);
  return ok(null);
}
