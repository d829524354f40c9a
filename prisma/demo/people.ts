import type { Role } from "@/lib/domain/permissions";

export const demoPassword = "demo-demo-demo";

type DemoUser = { email: string; name: string; role: Role; account?: string };

/** These users can sign in, and customers and resellers act for an account of the demo. */
export const demoUsers: DemoUser[] = [
  { email: "admin@example.com", name: "Alex Berg", role: "administrator" },
  { email: "operator@example.com", name: "Olivia Stone", role: "operator" },
  { email: "manager@example.com", name: "Marcus Lind", role: "manager" },
  { email: "customer@example.com", name: "Clara Weiss", role: "customer", account: "Lighthouse Dental" },
  { email: "reseller@example.com", name: "Rafael Ortiz", role: "reseller", account: "Meridian Resellers" },
  {
    email: "reseller-customer@example.com",
    name: "Rita Novak",
    role: "customer",
    account: "Willow Veterinary",
  },
];

export const otherUsers: DemoUser[] = [
  { email: "admin@other.example.com", name: "Sam Carter", role: "administrator" },
];
