import "server-only";
import {
  askedOfCredit,
  askedOfVendor,
  nothingAsked,
  type OutsideAnswers,
  type OutsideQuestions,
  type Verdict,
} from "@/lib/domain/order/holds/outside";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import { PreCheckAnswer } from "@/lib/schemas/vendors";
import { CreditCheckAnswer } from "@/lib/server/credit-check/input";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import type { Outside } from "../../kernel/definition/outside";
import { ask, type Party } from "../../outside/ask";

/**
 * Lists the outside parties that an execution may depend on: vendors and the credit check. See docs/domain.md, section 2,
 * "Asked outside".
 */
export const outside: Outside<OutsideAnswers, OrderRefusal> = {
  nothingAsked,
  ask: (ctx, refusal) => (refusal.reason === "unanswered" ? answersTo(ctx, refusal.questions) : undefined),
};

async function answersTo(ctx: Ctx, questions: OutsideQuestions): Promise<OutsideAnswers> {
  const [vendors, credit] = await Promise.all([askVendors(ctx, questions), askCredit(ctx, questions)]);
  return { vendors, credit };
}

/** Asks all vendors at the same time. */
async function askVendors(ctx: Ctx, { vendors: questions }: OutsideQuestions) {
  if (questions.length === 0) return [];
  const vendors = await read(ctx).vendor.findMany({
    where: { id: { in: questions.map(({ vendor }) => vendor.id) } },
    select: { id: true, endpoint: true, secret: true, timeoutSeconds: true },
  });
  return Promise.all(
    questions.flatMap((question) => {
      const vendor = vendors.find(({ id }) => id === question.vendor.id);
      return vendor ? [askVendor(ctx, vendor, question)] : [];
    }),
  );
}

async function askVendor(
  ctx: Ctx,
  vendor: Omit<Party, "organizationId" | "of"> & { id: string },
  question: OutsideQuestions["vendors"][number],
): Promise<OutsideAnswers["vendors"][number]> {
  const { orderCode, items } = question;
  const { organizationId } = ctx;
  const heard = await ask(
    { ...vendor, organizationId, of: "vendor" },
    { type: "pre_check", orderCode, items },
    PreCheckAnswer,
  );
  const bound = { vendorId: vendor.id, asked: askedOfVendor(question), items: [] };
  if (!heard.heard) return { ...bound, verdict: "silent", silence: heard.silence };
  if (heard.answer.status === "clear") return { ...bound, verdict: "clear" };
  const { message, items: named } = heard.answer;
  return { ...bound, verdict: "held", message, items: named };
}

async function askCredit(
  ctx: Ctx,
  { credit: question }: OutsideQuestions,
): Promise<OutsideAnswers["credit"]> {
  const agency = question && (await read(ctx).creditCheck.findFirst());
  if (!question || !agency) return null;
  const { account, orderCode, amount, currency } = question;
  const heard = await ask(
    { ...agency, of: "credit_check" },
    { type: "credit_check", account, orderCode, amount, currency },
    CreditCheckAnswer,
  );
  return { asked: askedOfCredit(question), ...verdictOf(heard) };
}

function verdictOf(heard: Awaited<ReturnType<typeof ask<CreditCheckAnswer>>>): Verdict {
  if (!heard.heard) return { verdict: "silent", silence: heard.silence };
  if (heard.answer.status === "allow") return { verdict: "clear" };
  return { verdict: "held", message: heard.answer.message };
}
