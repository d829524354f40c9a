import type { CreateAccountInput } from "@/lib/server/accounts/commands/create-account";

type Place = { streets: string[]; towns: [postalCode: string, city: string, region?: string][]; vat: string };

/**
 * Holds streets and towns of the countries that the demo's accounts are in, where `#` stands for a digit of a VAT ID.
 */
const places: Record<string, Place> = {
  AT: {
    streets: ["Lindengasse", "Ringstraße"],
    towns: [
      ["1070", "Wien"],
      ["5020", "Salzburg"],
    ],
    vat: "ATU########",
  },
  BE: {
    streets: ["Rue Haute", "Kerkstraat"],
    towns: [
      ["1000", "Bruxelles"],
      ["2000", "Antwerpen"],
    ],
    vat: "BE0#########",
  },
  CA: { streets: ["Front Street"], towns: [["M5J 2N8", "Toronto", "ON"]], vat: "" },
  CH: {
    streets: ["Bahnhofstrasse", "Seeweg"],
    towns: [
      ["8001", "Zürich"],
      ["4051", "Basel"],
    ],
    vat: "CHE#########MWST",
  },
  CZ: { streets: ["Dlouhá"], towns: [["110 00", "Praha"]], vat: "CZ########" },
  DE: {
    streets: ["Hafenstraße", "Gartenweg", "Am Markt"],
    towns: [
      ["20457", "Hamburg"],
      ["80331", "München"],
      ["88131", "Lindau"],
    ],
    vat: "DE#########",
  },
  DK: { streets: ["Havnegade"], towns: [["1058", "København"]], vat: "DK########" },
  ES: {
    streets: ["Calle Mayor", "Paseo del Sol"],
    towns: [
      ["28013", "Madrid"],
      ["08002", "Barcelona"],
    ],
    vat: "ESB########",
  },
  FI: { streets: ["Aleksanterinkatu"], towns: [["00100", "Helsinki"]], vat: "FI########" },
  FR: {
    streets: ["Rue de Rivoli", "Avenue Foch"],
    towns: [
      ["75001", "Paris"],
      ["69006", "Lyon"],
    ],
    vat: "FR##########1",
  },
  GB: {
    streets: ["King Street", "Station Road"],
    towns: [
      ["M2 4WU", "Manchester"],
      ["BS1 6QF", "Bristol"],
    ],
    vat: "GB#########",
  },
  GR: { streets: ["Ermou"], towns: [["105 63", "Athina"]], vat: "EL#########" },
  IE: {
    streets: ["Elm Street", "South Mall"],
    towns: [
      ["D02 X285", "Dublin"],
      ["T12 RH3E", "Cork"],
    ],
    vat: "IE#######FA",
  },
  IT: { streets: ["Via Garibaldi"], towns: [["10122", "Torino", "TO"]], vat: "IT###########" },
  LT: { streets: ["Liepų gatvė"], towns: [["92138", "Klaipėda"]], vat: "LT#########" },
  NL: {
    streets: ["Keizersgracht", "Havenstraat"],
    towns: [
      ["1015 CJ", "Amsterdam"],
      ["3024 EC", "Rotterdam"],
    ],
    vat: "NL#########B01",
  },
  NO: { streets: ["Karl Johans gate"], towns: [["0154", "Oslo"]], vat: "NO#########MVA" },
  PL: { streets: ["ulica Długa"], towns: [["31-147", "Kraków"]], vat: "PL##########" },
  PT: { streets: ["Rua Augusta"], towns: [["1100-053", "Lisboa"]], vat: "PT#########" },
  SE: { streets: ["Storgatan"], towns: [["111 51", "Stockholm"]], vat: "SE##########01" },
  TR: { streets: ["İstiklal Caddesi"], towns: [["34433", "İstanbul"]], vat: "##########" },
  US: {
    streets: ["Congress Avenue", "Harbor Drive"],
    towns: [
      ["78701", "Austin", "TX"],
      ["92101", "San Diego", "CA"],
    ],
    vat: "",
  },
};

type Addressed = Pick<CreateAccountInput, "street" | "postalCode" | "city" | "region" | "country" | "vatId">;

/** Returns where the demo's account of that number is: always the same place, and nowhere in particular. */
export function demoAddress(country: string, number: number): Addressed {
  const place = places[country];
  if (!place) throw new Error(`The demo has no address in ${country}`);
  const { streets, towns, vat } = place;
  const street = streets[number % streets.length];
  const [postalCode, city, region = null] = towns[number % towns.length] ?? ["", ""];
  const house = 3 + ((number * 7) % 88);
  const digits = String(100_000_007 + number * 7_654_321).repeat(2);
  let used = 0;
  return {
    street: ["GB", "IE", "US", "CA", "FR"].includes(country) ? `${house} ${street}` : `${street} ${house}`,
    postalCode,
    city,
    region,
    country,
    vatId: vat === "" ? null : vat.replace(/#/g, () => digits[used++] ?? "0"),
  };
}
