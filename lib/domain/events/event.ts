import type { AccountEvent } from "./account-event";
import type { OrderEvent } from "./order-event";
import type { SetupEvent } from "./setup-event";

/**
 * Describes something that happened, with what it happened to. The first word of its kind says which of the three it is.
 * An event keeps data. It keeps a sentence only if a person or another system said it. See docs/domain.md, section 2,
 * "History".
 */
export type Event =
  | (OrderEvent & {
      orderId: string;
      /** Is the label of the order's status after the event. */
      statusLabel: string;
      comment?: string | undefined;
    })
  | (AccountEvent & { accountId: string })
  /** Its subject is the name or code of what it is about, by which people find it in the audit log. */
  | (SetupEvent & { subject: string });

export type EventKind = Event["kind"];

const kinds: Record<EventKind, true> = {
  "order.created": true,
  "order.moved_in": true,
  "order.placed": true,
  "order.approved": true,
  "order.edited": true,
  "order.status_changed": true,
  "order.status_replaced": true,
  "order.delivered": true,
  "order.returned": true,
  "order.executed": true,
  "order.execution_refused": true,
  "order.cancelled": true,
  "order.scheduled": true,
  "order.execution_begun": true,
  "order.repriced": true,
  "order.schedule_failed": true,
  "order.reversed": true,
  "order.paid": true,
  "order.payment_released": true,
  "order.payment_reversed": true,
  "order.trial_ending": true,
  "order.trial_ended": true,
  "order.message_resent": true,
  "order.provisioned": true,
  "order.provisioning_failed": true,
  "order.provisioning_retried": true,
  "account.created": true,
  "account.edited": true,
  "user.signed_in": true,
  "user.signed_out": true,
  "user.sign_in_failed": true,
  "user.sign_in_locked": true,
  "user.session_ended": true,
  "user.created": true,
  "user.role_changed": true,
  "user.deactivated": true,
  "user.activated": true,
  "user.password_reset": true,
  "user.password_changed": true,
  "user.invited": true,
  "user.invitation_accepted": true,
  "user.invitation_declined": true,
  "user.link_asked_for": true,
  "user.second_factor_added": true,
  "user.second_factor_removed": true,
  "user.identity_linked": true,
  "user.identity_unlinked": true,
  "user.second_factor_reset": true,
  "user.recovery_codes_made": true,
  "user.second_factor_asked": true,
  "user.single_sign_on_asked": true,
  "user.second_factor_failed": true,
  "user.email_changed": true,
  "user.name_changed": true,
  "user.sessions_ended": true,
  "role.created": true,
  "role.edited": true,
  "role.deleted": true,
  "call.forbidden": true,
  "list.exported": true,
  "order_statuses.saved": true,
  "organization.created": true,
  "organization.edited": true,
  "organization.sign_in_rules_saved": true,
  "organization.logo_saved": true,
  "organization.logo_removed": true,
  "product.created": true,
  "product.edited": true,
  "vendor.created": true,
  "vendor.edited": true,
  "vendor.secret_renewed": true,
  "webhook.created": true,
  "webhook.edited": true,
  "webhook.secret_rotated": true,
  "webhook.tested": true,
  "webhook.replayed": true,
  "webhook.disabled": true,
  "webhook.enabled": true,
  "webhook.deleted": true,
  "message.resent": true,
  "credit_check.saved": true,
  "api_key.created": true,
  "api_key.rotated": true,
  "api_key.revoked": true,
  "import.started": true,
  "opening_balance.recorded": true,
  "payment.recorded": true,
  "payment.reversed": true,
};

/** Lists every kind of event. */
export const eventKinds = Object.keys(kinds) as EventKind[];
