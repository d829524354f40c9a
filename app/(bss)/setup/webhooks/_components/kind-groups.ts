import { eventKinds } from "@/lib/domain/events/event";

const subjects = [
  { title: "Orders", begins: ["order."] },
  { title: "Accounts and payments", begins: ["account.", "payment."] },
  { title: "Products and vendors", begins: ["product.", "vendor.", "credit_check."] },
];
const titled = subjects.map(({ title, begins }) => ({
  title,
  kinds: eventKinds.filter((kind) => begins.some((begin) => kind.startsWith(begin))),
}));

/** Groups all kinds of events by what they are about. */
export const kindGroups = [
  ...titled,
  {
    title: "Setup, users and programs",
    kinds: eventKinds.filter((kind) => titled.every(({ kinds }) => !kinds.includes(kind))),
  },
];
