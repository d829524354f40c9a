import { z } from "zod";
import { accountTypes } from "@/lib/domain/account";
import { languages } from "@/lib/domain/messages/message";
import { addressFields } from "./address";
import { AmountText, blankable, Email, Id, line, optional } from "./fields";

export const AccountFields = {
  name: line("a name", 120),
  email: optional(Email),
  /** Messages and documents to the account are in this language. */
  language: z.enum(languages, "Choose a language from the list.").default("en"),
  ...addressFields,
  /** Names the account that is invoiced by default; blank is the account itself. */
  billingToId: optional(Id),
  /**
   * Blank is unlimited, and 0 may never owe. Left out, the limit stays, and a new account gets 0: docs/domain.md,
   * section 4.
   */
  creditLimit: blankable(AmountText).optional(),
  type: z.enum(accountTypes, "Choose a type from the list.").default("customer"),
  /** Names the reseller whose customer the account is: docs/domain.md, section 5. */
  resellerId: optional(Id),
  /** Makes orders from the Storefront wait for the reseller's approval. */
  orderApproval: z.boolean().default(true),
  /** Names the account of the same name that the person was told of and goes on despite. */
  despiteAccountId: Id.optional(),
};

export function resellerHasNone(
  account: { type: "customer" | "reseller"; resellerId: string | null },
  check: z.RefinementCtx,
) {
  if (account.type === "customer" || account.resellerId === null) return;
  const message = "A reseller is nobody's customer. Leave the reseller empty.";
  check.addIssue({ code: "custom", path: ["resellerId"], message });
}
