import "server-only";
import type { FillInRefusal } from "@/lib/domain/order/fill-in";
import type { ApprovalRefusal } from "@/lib/domain/storefront/approval";
import type { BasketRefusal } from "@/lib/domain/storefront/basket";
import type { CheckoutRefusal } from "@/lib/domain/storefront/checkout";
import type { PaymentRefusal } from "@/lib/domain/storefront/payment";
import { refusalsOf } from "../kernel/refusals";

/** Pick the refusals of their subject that a command of the Storefront may answer. */
export const basketRefusals = refusalsOf<BasketRefusal>();
export const checkoutRefusals = refusalsOf<CheckoutRefusal>();
export const approvalRefusals = refusalsOf<ApprovalRefusal>();
export const fillInRefusals = refusalsOf<FillInRefusal>();
export const paymentRefusals = refusalsOf<PaymentRefusal>();
