import type { EditOrganizationInput } from "@/lib/server/organizations/commands/edit-organization";
import { encodePng } from "./png";

/** Holds a complete company profile, as an administrator enters it. */
export const companyProfile = {
  legalName: "Harbour Cloud GmbH",
  street: "Speicherstraße 12\nHaus B",
  postalCode: "20457",
  city: "Hamburg",
  region: null,
  country: "DE",
  vatId: "DE123456789",
  registrationNumber: "HRB 12345, Amtsgericht Hamburg",
  email: "billing@harbour.example",
  phone: "+49 40 123456",
  website: "https://harbour.example",
  bankName: "Commerzbank",
  accountHolder: null,
  iban: "DE89370400440532013000",
  bic: "COBADEFFXXX",
  accentColor: "#1c6dd0",
} satisfies Omit<EditOrganizationInput, "timeZone" | "version">;

/** Returns a PNG of one color, with this size in pixels. */
export function testLogo(width = 64, height = 24): Buffer {
  return encodePng(width, height, () => [28, 109, 208, 255]);
}
