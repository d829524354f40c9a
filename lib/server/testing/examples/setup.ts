import "server-only";
import { read } from "../../kernel/db";
import { saveOrderStatuses } from "../../order-statuses/commands/save-order-statuses";
import { loadStatusList } from "../../order-statuses/queries/list-order-statuses";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { executeOrder } from "../../orders/commands/execute-order";
import { saveLogo } from "../../organizations/commands/save-logo";
import { getCompany } from "../../organizations/queries/get-company";
import { getSignInRules } from "../../organizations/queries/get-sign-in-rules";
import { makeAccount, type TestOrganization, value } from "../factories/basics";
import { companyProfile, testLogo } from "../factories/company";
import { makeOrder } from "../factories/orders";
import type { Kinds } from "../hostile";
import type { Examples } from "./example";
import { addressKinds, code, each, order } from "./shared";

const companyKinds = {
  ...addressKinds,
  legalName: "openLine",
  registrationNumber: "openLine",
  email: "open",
  phone: "openPhone",
  website: "open",
  bankName: "openLine",
  accountHolder: "openLine",
  iban: "open",
  bic: "open",
  accentColor: "openColor",
} as const;

/** Accepts what the rules of the list accept in a cell, since they say more than a type can. */
const statusKinds: Kinds = {
  "": "nothingNeeded",
  changed: "list",
  "changed.*.cells": "nothingNeeded",
  "changed.*.cells.no": "optional",
  "changed.*.cells.description": "optionalWords",
  "changed.*.cells.type": "optional",
  "changed.*.cells.storefrontType": "optional",
  "changed.*.cells.color": "optionalColor",
  "changed.*.cells.active": "optionalYes",
  added: "list",
  "added.*.cells.description": "words",
  "added.*.cells.color": "color",
  "added.*.cells.active": "yes",
  deleted: "list",
  "deleted.*.replacementId": "optional",
  confirmed: "list",
  // A confirmation that nobody asked for is ignored.
  "confirmed.*.id": "anyId",
  "confirmed.*.orders": "wholeNumber",
};

/** Lists what staff send to Setup. */
export const setupExamples: Examples = {
  recordExport: {
    input: async () => ({ list: "orders", filter: "status=open" }),
    kinds: { filter: "openLine" },
  },
  saveOrderStatuses: {
    as: "administrator",
    input: statusEdit,
    kinds: statusKinds,
  },
  previewStatusSave: {
    as: "administrator",
    input: statusEdit,
    kinds: statusKinds,
  },
  saveCreditCheck: {
    as: "administrator",
    input: async (here) => {
      const saved = await read(here.as.administrator).creditCheck.findFirst({ select: { version: true } });
      return {
        enabled: false,
        endpoint: "https://credit.example",
        timeoutSeconds: 5,
        secret: "s".repeat(40),
        renewSecret: false,
        version: saved?.version ?? null,
      };
    },
    kinds: { enabled: "yes", timeoutSeconds: "optional", secret: "secret", renewSecret: "optionalYes" },
  },
  editOrganization: {
    as: "administrator",
    input: async (here) => {
      const ctx = here.as.administrator;
      const { version } = await read(ctx).organization.findFirstOrThrow({ select: { version: true } });
      return { ...companyProfile, timeZone: "Europe/Berlin", version };
    },
    kinds: companyKinds,
  },
  saveSignInRules: {
    as: "administrator",
    input: async (here) => {
      const { version, secondFactorRoles } = await getSignInRules(here.as.administrator);
      const other = secondFactorRoles.includes("manager") ? [] : ["manager"];
      return { secondFactorRoles: other, singleSignOnOnly: false, version };
    },
    kinds: { secondFactorRoles: "sentList", singleSignOnOnly: "yes" },
  },
  saveLogo: {
    as: "administrator",
    input: async (here) => {
      const ctx = here.as.administrator;
      const { logo } = await getCompany(ctx);
      const picture = testLogo().toString("base64");
      if (logo) return { picture, replaces: logo.id };
      const { logoId } = value(await saveLogo(ctx, { picture, replaces: null }));
      return { picture, replaces: logoId };
    },
    kinds: { picture: "null" },
  },
  resendMessage: {
    input: async (here) => {
      const accountId = (await makeAccount(here, { email: null })).id;
      const { code } = await makeOrder(here, { accountId });
      value(await executeOrder(here.as.operator, { code }));
      const email = "late@customer.example";
      await read(here.as.operator).account.updateMany({ where: { id: accountId }, data: { email } });
      const where = { accountId, state: "no_address" } as const;
      const { id } = await read(here.as.operator).message.findFirstOrThrow({ where, select: { id: true } });
      return { id };
    },
  },
};

/** Changes a status, replaces another one that an order has, and adds a third. It does the first two for each row. */
async function statusEdit(here: TestOrganization) {
  const ctx = here.as.administrator;
  const cells = (description: string, no: number) => ({
    no,
    description,
    type: "cancelled",
    storefrontType: "viewable",
    color: "#aa3311",
    active: true,
  });
  const [ones, others, third] = [
    await each(here, async () => code()),
    await each(here, async () => code()),
    code(),
  ];
  const { statuses } = await loadStatusList(read(ctx), ctx);
  const earlier = statuses.filter(({ mandatory }) => !mandatory);
  const replacementId = here.statuses.Canceled ?? "";
  const deleted = earlier.map(({ id, version }) => ({ id, version, replacementId }));
  const added = [...ones, ...others].map((name, i) => ({ id: `new-${i}`, cells: cells(name, 100 + i) }));
  value(await saveOrderStatuses(ctx, { deleted, added }));
  const now = (await loadStatusList(read(ctx), ctx)).statuses;
  const of = (name: string) => {
    const { id = "", version = 1 } = now.find(({ description }) => description === name) ?? {};
    return { id, version };
  };
  for (const other of others) {
    value(await cancelOrder(ctx, { code: (await order(here)).code, statusId: of(other).id }));
  }
  const kept = ones.map(of);
  return {
    changed: kept.map((one, i) => ({ ...one, cells: cells(code(), 200 + i) })),
    added: [{ id: "new-1", cells: cells(third, 300) }],
    deleted: others.map((other, i) => ({ ...of(other), replacementId: kept[i]?.id ?? "" })),
    confirmed: kept.map(({ id }) => ({ id, orders: 0 })),
  };
}
