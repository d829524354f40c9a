import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { requestLocale } from "@/lib/domain/format/request-locale";
import type { LinkOver, LinkPurpose } from "@/lib/domain/one-time-link";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { ActionResult } from "@/lib/schemas/action-result";
import type { Command } from "../kernel/definition/command";
import { through } from "../kernel/telemetry/door";
import { holderOf, type LinkFacts, type LinkHolder } from "../profile/holder";
import { describeError } from "./action";

/**
 * Makes the server action of a command for people who hold a one-time link of this purpose. Only this uses a link: opening its
 * page changes nothing, since mail programs open pages too.
 */
export function actionByLink<Input extends z.ZodType, Output extends z.ZodType, Refused extends Refusal>(
  purpose: LinkPurpose,
  command: Command<LinkHolder, Input, Output, Refused>,
) {
  return async (secret: string, input: unknown): Promise<ActionResult<z.output<Output>>> => {
    try {
      const { now, locale } = await request();
      const held = await holderOf(purpose, secretOf(secret), { now, locale });
      const result = held.ok ? await through("action", () => command(held.value.holder, input)) : held;
      if (result.ok) return { ok: true, value: result.value };
      const { refusal } = result;
      const { message, problems, because } = tellRefusal(refusal, locale);
      return { ok: false, reason: because, message, problems, refusal };
    } catch (error) {
      return describeError(error);
    }
  };
}

/** Returns what the page of a link shows, or why the link is over, in words. */
export async function lookAtLink(
  purpose: LinkPurpose,
  secret: string,
): Promise<{ open: LinkFacts } | { over: LinkOver; words: string }> {
  const { now, locale } = await request();
  const held = await holderOf(purpose, secretOf(secret), { now, locale });
  if (held.ok) return { open: held.value.facts };
  return { over: held.refusal.state, words: tellRefusal(held.refusal, locale).message };
}

async function request() {
  return { now: new Date(), locale: requestLocale((await headers()).get("accept-language")) };
}

/** Takes nothing but a text of the length that secrets have. */
export function secretOf(sent: unknown): string {
  return typeof sent === "string" && sent.length <= 100 ? sent : "";
}
