import { count } from "../format/count";
import { formatMoney, formatNumber, longDay } from "../format/format";
import { type LinkOver, whyUselessWords } from "../one-time-link";
import { provisioningStateLabels } from "../provisioning";
import { endpointWords } from "../values/endpoint";
import { fileFaultWords } from "../values/file-fault";
import { logoWords } from "../values/logo";
import { howToWrite } from "../values/value-kind";
import type { FieldRefusal } from "./field-refusal";
import type { Words } from "./words";

/** Says beside the field what is wrong with it, and what to do. */
export const fieldWords: Words<FieldRefusal> = {
  unknown_account: "There is no such account. Choose one from the list.",
  unknown_billing_to: "There is no such account. Choose one from the list.",
  inactive_account: "There is no such active account. Choose one from the list.",
  no_reseller: "This account is not a reseller. Choose a reseller, or change the account's type first.",
  unknown_reseller: "There is no such reseller. Choose one from the list.",
  other_payer:
    "Only the account itself or the account that pays for it can be invoiced. Choose one of them, or ask an administrator.",
  decides_credit: "The account that pays also lends its credit. Ask an administrator to change it.",
  orders_wait: (refusal) =>
    `Order ${refusal.order} waits for approval by this account's reseller. Approve or cancel it first.`,
  has_customers: (refusal) =>
    `${refusal.customer} is a customer of this reseller. Give its customers another reseller first.`,
  name_used: (refusal) => `Account ${refusal.earlier.code} has this name already.`,
  not_a_users_status: "Choose an active status that users may set.",
  not_sold: "We no longer sell this product. Choose another one.",
  still_open: "Only an executed or canceled order has an end date. Leave it blank.",
  only_subscriptions_are_tried: "Only a subscription can be a trial.",
  no_trial: "This product has no trial. Buy it instead.",
  trial_too_large: (refusal, locale) =>
    `A trial of this product has at most ${formatNumber(refusal.most, locale)} units.`,
  no_such_subscription: "The account has no such subscription of this product.",
  value_missing: "Enter a value.",
  value_not_of_its_kind: (refusal) => howToWrite[refusal.kind],
  order_too_large:
    "An order comes to at most 999,999,999,999,000 with tax and before discounts. Enter less, or split it over several orders.",
  date_out_of_range: (refusal, locale) =>
    `Choose ${dates[refusal.date]} from ${longDay(refusal.first, locale)} to ${longDay(refusal.last, locale)}.`,
  code_taken: (refusal) => `A product with the code “${refusal.code}” already exists. Choose another code.`,
  too_many_decimals: (refusal) => `An amount in ${refusal.currency} has at most ${refusal.most} decimals.`,
  unknown_invoice: "This invoice is already paid, or it belongs to another account. Reload the page.",
  more_than_outstanding: (refusal, locale) =>
    `Only ${formatMoney(refusal.outstanding, refusal.currency, locale)} of ${refusal.number} is outstanding.`,
  more_than_paid: "The allocations add up to more than the payment.",
  reference_used: "This reference was used before.",
  not_reserved: "This payment is not reserved for an order any more, so nothing changed.",
  payment_already_reversed: "This payment has already been reversed, so nothing changed.",
  endpoint_not_allowed: (refusal) => endpointWords[refusal.why],
  unknown_vendor: "There is no such vendor. Choose one from the list.",
  vendor_name_taken: (refusal) => `A vendor named “${refusal.name}” already exists. Choose another name.`,
  webhook_name_taken: (refusal) => `A webhook named “${refusal.name}” already exists. Choose another name.`,
  webhook_disabled: "This webhook is disabled. Enable it first.",
  earlier_delivery_waits:
    "An earlier event of the same order is still being delivered. This one follows automatically.",
  delivery_under_way: "We are already delivering this event again, so nothing changed.",
  too_many_events: (refusal, locale) =>
    `More than ${formatNumber(refusal.most, locale)} events match. Choose a shorter time.`,
  organization_name_taken: (refusal) =>
    `An organization named “${refusal.name}” already exists. Choose another name.`,
  email_taken: "This email address is already in use. Enter another one.",
  own_user: "You cannot deactivate yourself. Ask another administrator.",
  last_administrator: (refusal) =>
    `${refusal.name} is the last active person who can manage users and roles. Make somebody else administrator first.`,
  unknown_role: "There is no such role. Choose one from the list.",
  role_name_taken: (refusal) => `A role named “${refusal.name}” already exists. Choose another name.`,
  too_many_roles: (refusal, locale) =>
    `You have ${formatNumber(refusal.most, locale)} roles already. Delete one that nobody has first.`,
  role_in_use: (refusal) => {
    const others = refusal.people - refusal.names.length;
    const who = [...refusal.names, ...(others > 0 ? [count(others, "other")] : [])];
    const has = refusal.people === 1 ? "has" : "have";
    return `${inOneLine(who)} ${has} this role. Give them another role first.`;
  },
  last_managing_role: (refusal) =>
    `Only people with the role “${refusal.name}” can manage users and roles. Make somebody else administrator first.`,
  already_invited: "This person is already invited, but has not accepted yet. Send them a new link.",
  already_accepted: "This person has accepted already, and signs in with their own password.",
  last_account_administrator: (refusal) =>
    `${refusal.name} is the last active account administrator. Make somebody else account administrator first.`,
  too_many_colleagues: (refusal, locale) =>
    `Your account has ${formatNumber(refusal.most, locale)} people already. Ask us to add more.`,
  user_inactive: "This user is deactivated. Activate them first.",
  reaches_elsewhere:
    "This person signs in to another organization too, so you can't pass on a link that opens both. Only an email may carry it. Ask the people who run Order Desk for you: they can set up email, or make a link with npm run user:link.",
  useless_link: (refusal) => whyUselessWords[refusal.why],
  password_common: "This password is easy to guess, because many people use it. Choose another one.",
  password_personal:
    "This password is easy to guess, because it is made of your name, email or company. Choose another one.",
  password_wrong: "This is not your current password.",
  too_many_tries: (refusal) => `Too many tries. Try again in ${count(refusal.minutes, "minute")}.`,
  link_over: (refusal) => linkOverWords[refusal.state],
  code_wrong: "This code is wrong or too old. Type the one that the app shows now.",
  sign_in_with_factor:
    "You have a second factor, and this session began without it. Sign out, and sign in with it.",
  sign_in_again: (refusal) =>
    `You signed in more than ${refusal.minutes} minutes ago. Sign out, sign in again, and do this right after.`,
  prove_email_first:
    "We have never reached you at your address. Sign out, ask for a new password by “Forgot your password?”, and join once you have chosen it.",
  no_app_waits: "No authenticator app waits for its first code. Begin again.",
  no_app: "You have no authenticator app.",
  passkey_refused: "The passkey could not be checked, and nothing was kept. Begin again.",
  passkey_known: "This passkey is in use already.",
  too_many_passkeys: (refusal) =>
    `You have ${refusal.most} passkeys, and no more are possible. Remove one that you no longer use.`,
  no_second_factor: "There is no second factor, so nothing changed.",
  second_factor_needed:
    "Your organization requires a second factor, so the last one stays. Set up another one first.",
  person_of_others:
    "This person signs in to other organizations with it as well, so no administrator of one of them can do this. Ask the people who run Order Desk for you.",
  no_single_sign_on: "Single sign-on is not set up here.",
  identity_taken: "This account is linked to somebody else already, so nothing was linked. Use another one.",
  identity_linked: "You have linked an account of this provider already. Unlink it first.",
  no_identity: "This account is not linked, so nothing changed.",
  linking_over: "This took too long, or was done already. Begin again.",
  only_way_in:
    "You have no password, so this account is your only way to sign in. Ask an administrator for a link for a password first.",
  single_sign_on_only: "This organization accepts only single sign-on, so you can't set a password here.",
  factor_guards:
    "You have a second factor, so a link alone links no account. Ask an administrator to reset your second factor first.",
  link_account_first:
    "Link your own account in your profile first, or sign in with it. Then you can't lock yourself out.",
  single_sign_on_needed: "Your organization accepts only single sign-on, so this account stays.",
  sign_in_to_join:
    "You already sign in with this address, so you keep your password. Sign in with it, and then join.",
  invitation_of_another:
    "You are signed in as somebody else. Sign out, and sign in as the person who is invited.",
  same_email: "This is your email address already.",
  no_email_change: "No change of this person's email address waits for confirmation.",
  no_picture: (refusal) => logoWords(refusal.why),
  api_key_ended: (refusal) =>
    `This key is already ${refusal.state}, so nothing changed. Create another key instead.`,
  file_not_read: (refusal, locale) => fileFaultWords(refusal.why, locale),
  import_begun: "This import has already been started or canceled, so nothing changed.",
  import_ended: "This import has already ended, so nothing changed.",
  nothing_selected: "None of the selected orders is ready now. Select others.",
  too_many_selected: (refusal, locale) =>
    `More than ${formatNumber(refusal.most, locale)} orders match. Narrow the filter.`,
  run_ended: "The run has already ended.",
  nothing_to_retry: "The run is still in progress, or every order is done.",
  on_its_way: "The message is already on its way.",
  no_address: "The account has no email address. Enter one first.",
  carries_link: "This message carries a one-time link. Send the person a new link instead.",
  withdrawn: "The execution was reversed, so nothing is set up any more. Nothing was changed.",
  not_manual:
    "This product is provisioned automatically. Wait for its vendor, or retry it when it has failed.",
  wrong_state: (refusal) =>
    `The state is already “${provisioningStateLabels[refusal.state]}”, so nothing was changed.`,
};

const dates = {
  start: "a start date",
  order: "an order date",
  end: "an end date",
  issued: "an issue date",
  received: "a date",
  expiry: "a last day",
} as const;

const linkOverWords: Record<LinkOver, string> = {
  used: "This link was already used, and it works only once.",
  ended: "This link has ended, because it works for 24 hours. Ask for a new one.",
  void: "This link does not work any more, because something newer has replaced it. Use the newest link, or ask for one.",
  unknown:
    "We don't know this link. Check that you have the whole address and the newest email, or ask for a new link.",
};

/** Returns "Ada, Ben and Cleo". */
function inOneLine(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names).replace(/, and /, " and ");
}
