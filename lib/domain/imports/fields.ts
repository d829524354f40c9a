import type { ImportSubject } from "../import-subject";

/**
 * Says what a field holds. A list is separated by semicolons in CSV; a map has a column of its own for each name, such as
 * "configuration.Domain name".
 */
export type FieldKind = "text" | "limit" | "number" | "boolean" | "list" | "map";

export type Fields = Readonly<Record<string, FieldKind>>;

/** Names the field that recognizes a row in a second file. */
export const externalIdField = "externalId";

const fields: Readonly<Record<ImportSubject, Fields>> = {
  accounts: {
    externalId: "text",
    name: "text",
    type: "text",
    email: "text",
    language: "text",
    street: "text",
    postalCode: "text",
    city: "text",
    region: "text",
    country: "text",
    vatId: "text",
    creditLimit: "limit",
    billingTo: "text",
    reseller: "text",
    orderApproval: "boolean",
  },
  products: {
    externalId: "text",
    code: "text",
    name: "text",
    description: "text",
    type: "text",
    billingPeriod: "text",
    price: "text",
    cost: "text",
    taxRate: "text",
    requiredConfiguration: "list",
    valueKinds: "map",
    nonAutomatic: "boolean",
    provisioningDriver: "text",
    vendor: "text",
    trialDays: "number",
    trialMaxQuantity: "number",
  },
  orders: {
    externalId: "text",
    account: "text",
    billingTo: "text",
    name: "text",
    note: "text",
    orderDate: "text",
    status: "text",
    endDate: "text",
  },
  balances: {
    externalId: "text",
    account: "text",
    issueDate: "text",
    dueDate: "text",
    amount: "text",
    note: "text",
  },
};

/** Lists the fields of one item of an order. In CSV each item is a line of its own. */
const itemFields: Fields = {
  product: "text",
  quantity: "number",
  unitPrice: "text",
  discountPercent: "text",
  configuration: "map",
};

const needed: Readonly<Record<ImportSubject, readonly string[]>> = {
  accounts: [externalIdField, "name"],
  products: [externalIdField, "code", "name", "type", "billingPeriod", "price", "cost", "taxRate"],
  orders: [externalIdField, "account", "product", "quantity"],
  balances: [externalIdField, "account", "issueDate", "dueDate", "amount"],
};

/** Returns the fields of a row, and those of its items if it has any. */
export function fieldsOf(subject: ImportSubject): { own: Fields; item: Fields | null } {
  return { own: fields[subject], item: subject === "orders" ? itemFields : null };
}

/** Lists the columns that a CSV file must have. */
export function neededColumns(subject: ImportSubject): readonly string[] {
  return needed[subject];
}
