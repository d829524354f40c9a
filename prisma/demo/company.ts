import type { Ctx } from "@/lib/server/kernel/ctx";
import type { EditOrganizationInput } from "@/lib/server/organizations/commands/edit-organization";
import { editOrganization } from "@/lib/server/organizations/commands/edit-organization";
import { saveLogo } from "@/lib/server/organizations/commands/save-logo";
import { value } from "@/lib/server/testing/factories/basics";
import { encodePng, type Pixel } from "@/lib/server/testing/factories/png";

export type DemoCompany = Omit<EditOrganizationInput, "timeZone" | "version">;

/** Nobody has these numbers, and the IBAN is the one that banks print in examples. */
export const northwind: DemoCompany = {
  legalName: "Northwind Cloud GmbH",
  street: "Speicherstraße 12",
  postalCode: "20457",
  city: "Hamburg",
  region: null,
  country: "DE",
  vatId: "DE123456789",
  registrationNumber: "HRB 12345, Amtsgericht Hamburg",
  email: "billing@northwind.example",
  phone: "+49 40 5550 1234",
  website: "https://www.northwind.example",
  bankName: "Hansebank Hamburg",
  accountHolder: null,
  iban: "DE89 3704 0044 0532 0130 00",
  bic: "HANSDEHHXXX",
  accentColor: "#0f766e",
};

export const southgate: DemoCompany = {
  ...northwind,
  legalName: "Southgate Telecom Inc.",
  street: "200 Liberty Street",
  postalCode: "10281",
  city: "New York",
  region: "NY",
  country: "US",
  vatId: null,
  registrationNumber: null,
  email: "billing@southgate.example",
  phone: "+1 212 555 0143",
  website: "https://www.southgate.example",
  bankName: null,
  iban: null,
  bic: null,
  accentColor: "#9a3412",
};

/** Enters who the organization is, and gives it a logo in its color. */
export async function makeCompany(system: Ctx, company: DemoCompany): Promise<void> {
  const { timeZone } = system;
  value(await editOrganization(system, { ...company, timeZone, version: 1 }));
  const picture = drawLogo(String(company.accentColor)).toString("base64");
  value(await saveLogo(system, { picture, replaces: null }));
}

const side = 192;
/** So many points are looked at within a pixel, each way, to make edges smooth. */
const fine = 4;

/** Draws a compass needle on a rounded plate. */
function drawLogo(color: string): Buffer {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const lighter = (channel: number) => Math.round(channel + (255 - channel) * 0.62);
  const plate: Pixel = [red, green, blue, 255];
  const south: Pixel = [lighter(red), lighter(green), lighter(blue), 255];
  const north: Pixel = [255, 255, 255, 255];

  const none: Pixel = [red, green, blue, 0];

  return encodePng(side, side, (column, row) => {
    const points = Array.from({ length: fine * fine }, (_, index) => {
      const [dx, dy] = [(index % fine) + 0.5, Math.floor(index / fine) + 0.5];
      const [x, y] = [(2 * (column + dx / fine)) / side - 1, (2 * (row + dy / fine)) / side - 1];
      if (!isOnPlate(x, y)) return none;
      // The needle points to the north-east.
      const [along, across] = [(y - x) * Math.SQRT1_2, (x + y) * Math.SQRT1_2];
      if (Math.abs(across) + Math.abs(along) / 2.6 >= 0.27) return plate;
      return along < 0 ? north : south;
    });
    return mean(points);
  });
}

function isOnPlate(x: number, y: number): boolean {
  const corner = 0.44;
  const [dx, dy] = [Math.abs(x) - (1 - corner), Math.abs(y) - (1 - corner)];
  return dx <= 0 || dy <= 0 ? Math.max(dx, dy) <= corner : Math.hypot(dx, dy) <= corner;
}

function mean(points: readonly Pixel[]): Pixel {
  const of = (channel: 0 | 1 | 2 | 3) =>
    Math.round(points.reduce((sum, point) => sum + point[channel], 0) / points.length);
  return [of(0), of(1), of(2), of(3)];
}
