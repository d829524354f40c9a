import "server-only";
import type { z } from "zod";
import type { Silence } from "@/lib/domain/refusing/silence";
import { type SecretOf, unsealed } from "../secrets/seal";
import { parseJson } from "./parse-json";
import { post } from "./post";
import { signed } from "./signature";

/** Holds an outside party that the product asks over the network. Its secret is sealed. */
export type Party = {
  organizationId: string;
  of: SecretOf;
  endpoint: string;
  secret: string;
  timeoutSeconds: number;
};

/** Holds the answer, or the reason why there is none. */
export type Heard<Answer> =
  | { heard: true; answer: Answer }
  | { heard: false; silence: Silence /** Tells whether retrying is useless. */; permanent: boolean };

const worthRetrying = new Set([408, 425, 429]);

/**
 * Sends a signed POST and reads the answer, or says why there is none; it throws only when it is told to stop. Never call it
 * inside a transaction. See docs/domain.md, section 3, "Calls".
 */
export async function ask<Answer>(
  party: Party,
  question: object,
  shape: z.ZodType<Answer>,
  { signal, idempotencyKey }: { signal?: AbortSignal; idempotencyKey?: string } = {},
): Promise<Heard<Answer>> {
  const { organizationId, of, endpoint, timeoutSeconds } = party;
  const secret = await unsealed(organizationId, of, party.secret);
  if (secret === null) return { heard: false, silence: { is: "secret_unreadable" }, permanent: true };
  const body = JSON.stringify(question);
  const headers = {
    ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
    ...signed(secret, body, new Date()),
  };
  const posted = await post(endpoint, body, { asked: of, headers, timeoutSeconds, signal });
  if (!posted.answered) {
    return { heard: false, silence: posted.silence, permanent: posted.silence.is === "not_allowed" };
  }
  const { status, text, whole } = posted;
  if (status < 200 || status > 299) {
    const transient = status >= 500 || worthRetrying.has(status);
    return { heard: false, silence: { is: "status", status }, permanent: !transient };
  }
  if (!whole) return { heard: false, silence: { is: "too_long" }, permanent: false };
  const answer = shape.safeParse(parseJson(text));
  if (answer.success) return { heard: true, answer: answer.data };
  return { heard: false, silence: { is: "not_understood" }, permanent: false };
}
