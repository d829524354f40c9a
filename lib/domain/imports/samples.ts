import type { ImportSubject } from "../import-subject";
import { csvFile } from "../values/csv";

type Sample = { headings: string[]; rows: string[][] };

/** Holds a small company that moves in, whose files name each other: docs/moving-in.md. */
const samples: Readonly<Record<ImportSubject, Sample>> = {
  accounts: {
    headings: [
      ...["externalId", "name", "type", "email", "language", "street", "postalCode", "city", "country"],
      ...["vatId", "creditLimit", "billingTo", "reseller", "orderApproval"],
    ],
    rows: [
      [
        ...["crm-100", "Nordlicht IT", "reseller", "orders@nordlicht.example", "de", "Am Hafen 1", "20457"],
        ...["Hamburg", "DE", "DE123456788", "5000.00", "", "", ""],
      ],
      [
        ...["crm-101", "Bäckerei Sommer", "customer", "info@sommer.example", "de", "Marktplatz 3", "24103"],
        ...["Kiel", "DE", "", "0", "crm-100", "crm-100", "yes"],
      ],
      [
        ...[
          "crm-102",
          "Bright Studio, Inc.",
          "customer",
          "ap@bright.example",
          "en",
          "12 Congress Ave",
          "78701",
        ],
        ...["Austin", "US", "", "unlimited", "", "", ""],
      ],
    ],
  },
  products: {
    headings: [
      ...["externalId", "code", "name", "description", "type", "billingPeriod", "price", "cost", "taxRate"],
      ...["requiredConfiguration", "valueKinds.Domain name", "nonAutomatic", "provisioningDriver"],
    ],
    rows: [
      [
        ...[
          "sku-1",
          "MOVE-MAIL",
          "Mailbox",
          "Email with 50 GB",
          "subscription",
          "month",
          "4.50",
          "2.00",
          "19",
        ],
        ...["", "", "no", "manual"],
      ],
      [
        ...["sku-2", "MOVE-DOMAIN", "Domain", "", "subscription", "year", "12.00", "8.00", "19"],
        ...["Domain name", "domain_name", "no", "manual"],
      ],
      [
        ...["sku-3", "MOVE-SETUP", "Setup by us", "", "one_off", "once", "90.00", "40.00", "19"],
        ...["", "", "yes", "manual"],
      ],
    ],
  },
  orders: {
    headings: [
      ...["externalId", "account", "billingTo", "name", "note", "orderDate", "status", "endDate"],
      ...["product", "quantity", "unitPrice", "discountPercent", "configuration.Domain name"],
    ],
    rows: [
      [
        ...["po-3001", "crm-100", "", "", "Executed before the move", "2023-03-01", "Executed", "2023-03-02"],
        ...["sku-1", "5", "4.20", "", ""],
      ],
      ["po-3002", "crm-102", "", "", "", "2025-06-10", "Canceled", "2025-06-12", "sku-3", "1", "", "", ""],
      [
        "po-5001",
        "crm-101",
        "",
        "",
        "Taken over from the old system",
        "",
        "Submitted",
        "",
        "sku-1",
        "10",
        "",
        "5",
        "",
      ],
      ["po-5001", "", "", "", "", "", "", "", "sku-2", "1", "", "", "sommer.example"],
      ["po-5002", "crm-102", "", "Onboarding", "", "", "", "", "sku-3", "1", "75.00", "", ""],
    ],
  },
  balances: {
    headings: ["externalId", "account", "issueDate", "dueDate", "amount", "note"],
    rows: [
      ["RE-2026-0917", "crm-100", "2026-09-30", "2026-10-30", "1240.00", "Mailboxes in September"],
      ["RE-2026-0931", "crm-102", "2026-10-15", "2026-11-14", "89.25", ""],
    ],
  },
};

/** Returns a file that can be imported, as people download it to fill in their own. */
export function sampleFile(subject: ImportSubject): string {
  const { headings, rows } = samples[subject];
  return csvFile(headings, rows);
}
