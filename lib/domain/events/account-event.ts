import type { AccountType } from "../account";
import type { Language } from "../messages/message";
import type { Address } from "../values/address";
import type { EventsOf } from "./events-of";

/** Holds what of an account its history keeps, as a person would compare it: other accounts by their names. */
export type AccountFacts = Address & {
  name: string;
  email: string | null;
  language: Language;
  vatId: string | null;
  /** Is exact decimal text in the organization's currency, or null for an unlimited account. */
  creditLimit: string | null;
  type: AccountType;
  orderApproval: boolean;
  active: boolean;
  billingTo: string | null;
  reseller: string | null;
};

/** Says what each kind of event keeps of an account: docs/domain.md, section 4. Older events lack newer facts. */
type Facts = {
  "account.created": { after: Partial<AccountFacts> };
  "account.edited": { before: Partial<AccountFacts>; after: Partial<AccountFacts> };
};

export type AccountEvent = EventsOf<Facts>;
