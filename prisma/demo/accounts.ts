import type { CreateAccountInput } from "@/lib/server/accounts/commands/create-account";
import { demoAddress } from "./addresses";

type DemoAccount = {
  name: string;
  country: string;
  creditLimit?: string;
  billedTo?: string;
  type?: "reseller";
  reseller?: string;
};

/** These are the demo's customers. No credit limit is unlimited credit, and 0 may never owe. */
export const demoAccounts: DemoAccount[] = [
  { name: "Aurora Robotics", country: "DE" },
  { name: "Aurora Robotics Lab", country: "DE", billedTo: "Aurora Robotics" },
  { name: "Baltic Shipping Lines", country: "LT", creditLimit: "60000" },
  { name: "Bergmann & Söhne", country: "DE", creditLimit: "25000" },
  { name: "Blue Harbour Hotels", country: "NL" },
  { name: "Café Central", country: "AT", creditLimit: "1500" },
  { name: "Cedar Legal", country: "GB" },
  { name: "Centro Médico Sol", country: "ES", creditLimit: "20000" },
  { name: "Cobalt Analytics", country: "IE" },
  { name: "Copper Kettle Foods", country: "GB", creditLimit: "8000" },
  { name: "Delta Insurance Group", country: "BE" },
  { name: "Drukkerij Van Dam", country: "NL", creditLimit: "5000" },
  { name: "Elm Street Dental", country: "IE", creditLimit: "0" },
  { name: "Fjord Energy", country: "NO" },
  { name: "Fjord Energy Trading", country: "NO", billedTo: "Fjord Energy" },
  { name: "Gallo Automobili", country: "IT", creditLimit: "40000" },
  { name: "Greenfield Schools", country: "GB", creditLimit: "30000" },
  { name: "Hanse Logistik", country: "DE" },
  { name: "Helvetia Timing", country: "CH" },
  { name: "Ironbridge Foundry", country: "GB", creditLimit: "2000" },
  { name: "Jasmin Catering", country: "FR", creditLimit: "0" },
  { name: "Kestrel Aviation", country: "PL" },
  { name: "Kiefer Architekten", country: "DE", creditLimit: "12000" },
  { name: "Lighthouse Dental", country: "DE", creditLimit: "15000" },
  { name: "Lumen Optics", country: "CZ" },
  { name: "Meridian Resellers", country: "PT", type: "reseller" },
  { name: "Mossgarden Clinics", country: "SE", creditLimit: "18000" },
  { name: "Nordlicht Medien", country: "DE" },
  { name: "Olive Grove Estates", country: "GR", creditLimit: "3500" },
  { name: "Polar Publishing", country: "FI" },
  { name: "Quarry Street Studio", country: "GB", creditLimit: "0" },
  { name: "Rosewood Interiors", country: "FR", creditLimit: "6000" },
  { name: "Sierra Outdoor", country: "ES" },
  { name: "Silverline Transit", country: "DK", creditLimit: "50000" },
  { name: "Stadtwerke Lindau", country: "DE" },
  { name: "Tinker & Thread", country: "IE", creditLimit: "1000" },
  { name: "Tulip Fresh", country: "NL" },
  { name: "Vantage Biotech", country: "CH" },
  { name: "Willow Veterinary", country: "DE", creditLimit: "9000", reseller: "Meridian Resellers" },
  { name: "Zenith Textiles", country: "TR", creditLimit: "22000" },
];

export const otherAccounts: DemoAccount[] = [
  { name: "Canyon Coffee Roasters", country: "US", creditLimit: "5000" },
  { name: "Harborview Bank", country: "US" },
  { name: "Magnolia Realty", country: "US", creditLimit: "0" },
  { name: "Prairie Wind Farms", country: "US" },
  { name: "Summit Trail Gear", country: "CA", creditLimit: "10000" },
];

export function accountInput(
  account: DemoAccount,
  { billingToId, resellerId }: { billingToId: string | null; resellerId: string | null },
): CreateAccountInput {
  const domain = account.name
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]+/g, "")
    .toLowerCase();
  return {
    name: account.name,
    email: `billing@${domain}.example`,
    ...demoAddress(
      account.country,
      [...account.name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0),
    ),
    language: ["DE", "AT", "CH"].includes(account.country) ? "de" : "en",
    billingToId,
    creditLimit: account.creditLimit ?? null,
    type: account.type ?? "customer",
    resellerId,
  };
}
