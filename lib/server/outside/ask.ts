import "server-only";
import type { z } from "zod";
import { endpointProblem } from "@/lib/domain/values/endpoint";
import { config } from "../kernel/config";
import { parseJson } from "./parse-json";
import { readText, TooLong } from "./read-text";
import { signed } from "./signature";

/** Somebody outside whom the product asks over the network. */
export type Party = { endpoint: string; secret: string; timeoutSeconds: number };

/** The answer, or why there is none, as words that go on after a name: "did not answer within 5 seconds". */
export type Heard<Answer> =
  | { heard: true; answer: Answer }
  | { heard: false; why: string /** Asking again as it is would end the same. */; permanent: boolean };

const longestAnswer = 65_536;
const worthRetrying = new Set([408, 425, 429]);

/**
 * Asks by a signed POST and understands the answer, or says why not; never throws but when told to stop. Never called
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
  if (problem) return { heard: false, why: "has an address that is not allowed", permanent: true };

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
      return { heard: false, why: `answered with status ${response.status}`, permanent: !transient };
    }
    const answer = shape.safeParse(parseJson(text));
    if (answer.success) return { heard: true, answer: answer.data };
    return { heard: false, why: "gave an answer that could not be understood", permanent: false };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (error instanceof TooLong) return { heard: false, why: "gave too long an answer", permanent: false };
    const why = timeUp.aborted
      ? `did not answer within ${timeoutSeconds} second${timeoutSeconds === 1 ? "" : "s"}`
      : "could not be reached";
    return { heard: false, why, permanent: false };
  }
}
