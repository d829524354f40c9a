"use client";

import { NativeSelect, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { notify } from "@/components/feedback/notify";
import { useLocale } from "@/components/format/locale";
import { AmountInput } from "@/components/inputs/number-input";
import { RemoteSelect } from "@/components/inputs/remote-select";
import { useMay } from "@/components/layout/current-user";
import { accountTypeLabels, accountTypes } from "@/lib/domain/account";
import { formatMoney } from "@/lib/domain/format/format";
import { languageLabels, languages } from "@/lib/domain/messages/message";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import type { ActionResult } from "@/lib/schemas/action-result";
import type { AccountDetail } from "@/lib/server/accounts/queries/accounts";
import type { Country } from "../../../_components/countries";
import { AddressFields, addressValues } from "../../_components/form/address-fields";
import { EditForm } from "../../_components/form/edit-form";
import classes from "../../_components/form/form.module.css";
import { createAccountAction, editAccountAction } from "../actions";
import { heldWords } from "./held-words";

interface AccountFormProps {
  /** Is null for a new account. */
  account: AccountDetail | null;
  /** Counts the open orders that the account ordered or pays for, which deactivating it holds. */
  openOrders?: number;
  currency: string;
  countries: Country[];
}

export function AccountForm({ account, openOrders = 0, currency, countries }: AccountFormProps) {
  const router = useRouter();
  const maySetLimit = useMay("credit-limit:save");
  const sameName = useRef<string>(undefined);
  const home = account ? `/accounts/${account.code}` : "/accounts";
  return (
    <EditForm
      label="Account"
      draftKey={account ? `account:${account.id}` : "account-new"}
      edited={account}
      initial={valuesOf(account)}
      save={async (values, version) => {
        const despiteAccountId = sameName.current;
        const result = await saveAccount(account, { ...values, despiteAccountId }, version, maySetLimit);
        sameName.current = sameNameIn(result);
        return result;
      }}
      onSaved={({ code, held }, { name }) => {
        notify(savedWords(account === null, name.trim(), held));
        router.push(`/accounts/${code}`);
        router.refresh();
      }}
      back={home}
    >
      {(form) => <AccountFields {...{ form, account, openOrders, currency, countries }} />}
    </EditForm>
  );
}

/** Is the account of the same name that a refusal tells of. Saving again goes on despite it. */
function sameNameIn(result: ActionResult<unknown>): string | undefined {
  const refusal = (result.ok ? undefined : result.refusal) as Refusal | undefined;
  return refusal?.reason === "name_used" ? refusal.earlier.id : undefined;
}

function savedWords(added: boolean, name: string, held: number): string {
  if (added) return `${name} added`;
  return held > 0 ? `${name} saved. ${heldWords(held)}` : `${name} saved`;
}

type FieldsProps = Required<AccountFormProps> & { form: UseFormReturnType<Values> };

function AccountFields({ form, account, openOrders, currency, countries }: FieldsProps) {
  return (
    <>
      <TextInput label="Name" {...form.getInputProps("name")} autoFocus={!account} />
      <div className={classes.pair}>
        <TextInput
          label="Email"
          description="We send messages here. Without an address they stay in the outbox."
          inputMode="email"
          {...form.getInputProps("email")}
        />
        <NativeSelect
          label="Language"
          description="We write messages and documents in this language."
          data={languages.map((value) => ({ value, label: languageLabels[value] }))}
          {...form.getInputProps("language")}
        />
      </div>
      <AddressFields form={form} countries={countries} />
      <CreditLimit form={form} account={account} currency={currency} />
      <BillingTo form={form} />
      <div className={classes.pair}>
        <NativeSelect
          label="Type"
          description="A reseller has customers of its own."
          data={accountTypes.map((value) => ({ value, label: accountTypeLabels[value] }))}
          {...form.getInputProps("type")}
        />
        {form.values.type === "customer" && (
          <RemoteSelect<{ id: string; name: string; code: string }>
            label="Reseller"
            source="/orders/options/resellers"
            placeholder="None"
            description="This account is a customer of the reseller that you choose."
            hint={({ code }) => code}
            empty="There is no account of type reseller yet"
            value={form.values.reseller}
            onChange={(option) =>
              form.setFieldValue("reseller", option && { id: option.id, name: option.name })
            }
            onUnmatched={(typed) => form.setFieldValue("reseller", typed)}
            error={form.errors.resellerId}
          />
        )}
      </div>
      {form.values.type === "customer" && form.values.reseller && (
        <Switch
          label="Order approval"
          description="Its Storefront orders wait for the reseller's approval."
          {...form.getInputProps("orderApproval", { type: "checkbox" })}
        />
      )}
      {account && (
        <Switch
          label="Active"
          description={
            form.values.active || !account.active
              ? "An inactive account cannot order anything, and its open orders wait."
              : heldWords(openOrders)
          }
          {...form.getInputProps("active", { type: "checkbox" })}
        />
      )}
    </>
  );
}

/** Asks for the credit limit, or shows it with the reason to people who may not decide about credit. */
function CreditLimit({ form, account, currency }: Pick<FieldsProps, "form" | "account" | "currency">) {
  const maySet = useMay("credit-limit:save");
  const { locale } = useLocale();
  const label = `Credit limit (${currency})`;
  if (maySet) {
    return (
      <AmountInput
        label={label}
        description="Blank is unlimited. With 0 the account may never owe."
        currency={currency}
        {...form.getInputProps("creditLimit")}
        value={form.values.creditLimit}
      />
    );
  }
  const limit =
    account && account.creditLimit === null
      ? "Unlimited"
      : formatMoney(account?.creditLimit ?? "0", currency, locale);
  const reason = "Only administrators can change a credit limit.";
  return (
    <TextInput
      label={label}
      description={account ? reason : `A new account may never owe. ${reason}`}
      value={limit}
      readOnly
      variant="filled"
    />
  );
}

function BillingTo({ form }: Pick<FieldsProps, "form">) {
  const { billingTo } = form.values;
  if (!useMay("credit-limit:save")) {
    return (
      <TextInput
        label="Billing to"
        description="The payer decides whose credit is used, so only administrators can change it."
        value={billingTo?.name ?? "The account itself"}
        error={form.errors.billingToId}
        readOnly
        variant="filled"
      />
    );
  }
  return (
    <RemoteSelect<{ id: string; name: string; code: string }>
      label="Billing to"
      source="/orders/options/accounts"
      placeholder="The account itself"
      description="We invoice this account unless the order says otherwise."
      hint={({ code }) => code}
      value={billingTo}
      onChange={(option) => form.setFieldValue("billingTo", option && { id: option.id, name: option.name })}
      onUnmatched={(typed) => form.setFieldValue("billingTo", typed)}
      error={form.errors.billingToId}
    />
  );
}

type Values = ReturnType<typeof valuesOf>;

function valuesOf(account: AccountDetail | null) {
  return {
    name: account?.name ?? "",
    email: account?.email ?? "",
    language: account?.language ?? "en",
    ...addressValues(account),
    creditLimit: account?.creditLimit ?? "",
    billingTo: (account?.billingTo ?? null) as { id: string; name: string } | null,
    type: account?.type ?? "customer",
    reseller: (account?.reseller ?? null) as { id: string; name: string } | null,
    orderApproval: account?.orderApproval ?? true,
    active: account?.active ?? true,
  };
}

async function saveAccount(
  account: AccountDetail | null,
  { active, billingTo, reseller, creditLimit, ...fields }: Values & { despiteAccountId: string | undefined },
  version: number,
  maySetLimit: boolean,
) {
  const resellerId = fields.type === "customer" ? (reseller?.id ?? null) : null;
  const limit = maySetLimit ? { creditLimit } : {};
  const values = { ...fields, ...limit, billingToId: billingTo?.id ?? null, resellerId };
  if (!account) {
    const created = await createAccountAction(values);
    return created.ok ? { ok: true as const, value: { ...created.value, held: 0 } } : created;
  }
  const { id, code } = account;
  const result = await editAccountAction({ ...values, active, id, version });
  return result.ok ? { ok: true as const, value: { id, code, held: result.value.held } } : result;
}
