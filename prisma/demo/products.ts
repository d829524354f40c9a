import type { CreateProductInput } from "@/lib/server/products/commands/create-product";
import type { DemoVendors } from "./vendors";

type DemoProduct = Omit<CreateProductInput, "taxRate" | "cost" | "vendorId"> & {
  price: string;
  cost: string;
  vendor?: keyof DemoVendors;
};

const monthly = { type: "subscription", billingPeriod: "month" } as const;
const yearly = { type: "subscription", billingPeriod: "year" } as const;
const asset = { type: "asset", billingPeriod: "once" } as const;
const service = { type: "one_off", billingPeriod: "once" } as const;
const byHand = { provisioningDriver: "manual" } as const;
const by = (vendor: keyof DemoVendors) => ({ provisioningDriver: "http", vendor }) as const;
/** These products can be tried. */
const tried = { trialDays: 30, trialMaxQuantity: 60 };
const quick = { delayMs: 800, failures: 0 };

/** A cloud provider sells these. `driverSettings` make some vendors slow, some unreliable and one broken. */
export const demoProducts: DemoProduct[] = [
  {
    code: "VM-S",
    name: "Cloud Server S",
    description: "2 vCPU, 4 GB memory, 80 GB disk",
    ...monthly,
    ...tried,
    price: "12.90",
    cost: "7.10",
    driverSettings: quick,
  },
  {
    code: "VM-M",
    name: "Cloud Server M",
    description: "4 vCPU, 16 GB memory, 160 GB disk",
    ...monthly,
    price: "38.90",
    cost: "21.40",
    driverSettings: quick,
  },
  {
    code: "VM-L",
    name: "Cloud Server L",
    description: "16 vCPU, 64 GB memory, 640 GB disk",
    ...monthly,
    price: "149.00",
    cost: "83.00",
    driverSettings: quick,
  },
  {
    code: "K8S",
    name: "Managed Kubernetes",
    description: "Control plane with 99.95 % availability; nodes are billed as servers",
    ...monthly,
    price: "69.00",
    cost: "31.00",
    driverSettings: { delayMs: 2_000, failures: 1 },
  },
  {
    code: "DB-PG",
    name: "Managed PostgreSQL",
    description: "Two nodes with failover, daily backups kept for 30 days",
    ...monthly,
    price: "84.00",
    cost: "46.50",
    driverSettings: { delayMs: 1_500, failures: 0 },
  },
  {
    code: "OBJ-1T",
    name: "Object Storage 1 TB",
    description: "S3-compatible, in three data centres",
    ...monthly,
    price: "9.50",
    cost: "4.20",
    driverSettings: quick,
  },
  {
    code: "BKP",
    name: "Backup per Server",
    description: "Daily image, kept for 14 days",
    ...monthly,
    ...tried,
    price: "4.90",
    cost: "1.80",
    driverSettings: quick,
  },
  {
    code: "MAIL-STD",
    name: "Business Mail Standard",
    description: "50 GB mailbox with calendar, per user",
    ...monthly,
    ...tried,
    price: "3.80",
    cost: "1.95",
    driverSettings: quick,
  },
  {
    code: "MAIL-ENT",
    name: "Business Mail Enterprise",
    description: "100 GB mailbox, archive and mobile device management, per user",
    ...yearly,
    price: "88.00",
    cost: "51.00",
    driverSettings: quick,
  },
  {
    code: "OFFICE",
    name: "Office Suite Business",
    description: "Desktop and web applications, per user",
    ...yearly,
    ...tried,
    price: "126.00",
    cost: "98.50",
    ...by("licences"),
  },
  {
    code: "EDR",
    name: "Endpoint Protection",
    description: "Detection and response, per device",
    ...yearly,
    price: "42.00",
    cost: "24.00",
    driverSettings: { delayMs: 1_000, failures: 0 },
  },
  {
    code: "DOMAIN",
    name: "Domain Registration",
    description: "One domain name for a year",
    ...yearly,
    price: "14.00",
    cost: "8.60",
    requiredConfiguration: ["Domain name"],
    valueKinds: { "Domain name": "domain_name" },
    ...by("registry"),
  },
  {
    code: "DED-01",
    name: "Dedicated Server",
    description: "32 cores, 256 GB memory, two 3.8 TB NVMe disks",
    ...monthly,
    price: "389.00",
    cost: "240.00",
    requiredConfiguration: ["Hostname", "Operating system"],
    valueKinds: { Hostname: "hostname" },
    ...byHand,
  },
  {
    code: "COLO",
    name: "Colocation Rack Unit",
    description: "One unit, 200 W, two power feeds",
    ...monthly,
    price: "58.00",
    cost: "33.00",
    nonAutomatic: true,
    ...byHand,
  },
  {
    code: "CDN-LEGACY",
    name: "Content Delivery (partner)",
    description: "Delivered through a partner whose interface is being replaced",
    ...monthly,
    price: "24.00",
    cost: "15.00",
    driverSettings: { delayMs: 1_000, failures: 99 },
  },
  {
    code: "FW-100",
    name: "Firewall Appliance 100",
    description: "Shipped and set up at the customer's site",
    ...asset,
    price: "1290.00",
    cost: "870.00",
    ...byHand,
  },
  {
    code: "IPV4-29",
    name: "IPv4 Block /29",
    description: "Eight addresses, assigned for good",
    ...asset,
    price: "240.00",
    cost: "160.00",
    driverSettings: quick,
  },
  {
    code: "SSL-WC",
    name: "Wildcard Certificate",
    description: "Organization validated, installed by us",
    ...asset,
    price: "189.00",
    cost: "95.00",
    requiredConfiguration: ["Domain name"],
    valueKinds: { "Domain name": "domain_name" },
    driverSettings: { delayMs: 1_000, failures: 1 },
  },
  {
    code: "MIG-DAY",
    name: "Migration Day",
    description: "An engineer for a day",
    ...service,
    price: "960.00",
    cost: "520.00",
    nonAutomatic: true,
  },
  {
    code: "SETUP",
    name: "Onboarding",
    description: "Accounts, network and first deployment together with you",
    ...service,
    price: "290.00",
    cost: "140.00",
  },
  {
    code: "TRAIN",
    name: "Administrator Training",
    description: "Half a day, up to eight people",
    ...service,
    price: "680.00",
    cost: "310.00",
  },
];

/** The second organization sells these. */
export const otherProducts: DemoProduct[] = [
  {
    code: "FIBER-500",
    name: "Fiber 500",
    ...monthly,
    price: "59.00",
    cost: "31.00",
    driverSettings: quick,
  },
  {
    code: "SIP-10",
    name: "Voice Trunk 10",
    ...monthly,
    price: "45.00",
    cost: "19.00",
    driverSettings: quick,
  },
  { code: "ROUTER-X", name: "Branch Router", ...asset, price: "420.00", cost: "300.00", ...byHand },
  { code: "INSTALL", name: "Installation", ...service, price: "150.00", cost: "90.00" },
];
