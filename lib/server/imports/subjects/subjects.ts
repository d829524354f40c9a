import "server-only";
import type { ImportSubject } from "@/lib/domain/import-subject";
import { accounts } from "./accounts";
import { balances } from "./balances";
import { orders } from "./orders";
import { products } from "./products";
import type { Subject } from "./subject";

/** Each subject knows what it loads, and is given nothing else back. */
const subjects = { accounts, products, orders, balances } as unknown as Readonly<
  Record<ImportSubject, Subject>
>;

export function subjectOf(subject: ImportSubject): Subject {
  return subjects[subject];
}
