import { type Permission, staffPermissions } from "../permissions";

const subjects = [
  { title: "Orders", begins: ["order:", "credit:", "dashboard:"] },
  { title: "Accounts and money", begins: ["account:", "credit-limit:", "invoice:", "payment:"] },
  { title: "Products and delivery", begins: ["product:", "subscription:", "provisioning:"] },
  { title: "Messages", begins: ["message:"] },
  { title: "People and programs", begins: ["user:", "role:", "api-key:", "webhook:", "audit:"] },
];
const titled = subjects.map(({ title, begins }) => ({
  title,
  permissions: staffPermissions.filter((permission) => begins.some((begin) => permission.startsWith(begin))),
}));

/** Groups the permissions of staff by what they are about, as a role's page shows them. */
export const permissionGroups: readonly { title: string; permissions: readonly Permission[] }[] = [
  ...titled,
  {
    title: "Setup",
    permissions: staffPermissions.filter((one) =>
      titled.every(({ permissions }) => !permissions.includes(one)),
    ),
  },
];
