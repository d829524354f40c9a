import "server-only";
import type { z } from "zod";
import type { Silence } from "@/lib/domain/refusing/silence";
import { endpointProblem } from "@/lib/domain/values/endpoint";
import { config } from "../kernel/config";
import { parseJson } from "./parse-json";
import { readText, TooLong } from "./read-text";
import { signed } from "./signature";

/** Holds an outside party that the product asks over the network. */
export type Party = { endpoint: string; secret: string; timeoutSeconds: number };

/** Holds the answer, or the reason why there is none. */
export type Heard<Answer> =
  | { heard: true; answer: Answer }
  | { heard: false; silence: Silence /** Tells whether retrying is useless. */; permanent: boolean };

const longestAnswer = 65_536;
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
  const { endpoint, secret, timeoutSeconds } = party;
  const problem = endpointProblem(endpoint, { loopback: config().embedded });
  if (problem) return { heard: false, silence: { is: "not_allowed" }, permanent: true };

  const body = JSON.stringify(question);
  const timeUp = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
        ...signed(secret, body, new Date()),
      },
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
    });
    const text = await readText(response.body, longestAnswer);
    if (!response.ok) {
      const transient = response.status >= 500 || worthRetrying.has(response.status);
      return { heard: false, silence: { is: "status", status: response.status }, permanent: !transient };
    }
    const answer = shape.safeParse(parseJson(text));
    if (answer.success) return { heard: true, answer: answer.data };
    return { heard: false, silence: { is: "not_understood" }, permanent: false };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (error instanceof TooLong) return { heard: false, silence: { is: "too_long" }, permanent: false };
    const silence: Silence = timeUp.aborted ? { is: "late", seconds: timeoutSeconds } : { is: "unreachable" };
    return { heard: false, silence, permanent: false };
  }
}
