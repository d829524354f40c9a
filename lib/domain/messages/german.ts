import type { ToldHold } from "./holds";
import type { AfterPayment } from "./message";
import type { HoldWords, Template, Words } from "./template";

const afterPayment: Record<AfterPayment, (order: string) => string> = {
  invoice: () => "Damit ist die Rechnung bezahlt. Sie müssen nichts weiter tun.",
  order_it: () => "Der Betrag bleibt für Ihren Warenkorb reserviert und bezahlt ihn, sobald Sie bestellen.",
  execute: () => "Wir führen Ihre Bestellung jetzt aus und bestätigen sie mit der Rechnung.",
  on_its_day: () =>
    "Der Betrag bleibt für diese Bestellung reserviert, bis sie am gewählten Tag ausgeführt wird.",
  approval: () => "Der Betrag bleibt für diese Bestellung reserviert, bis Ihr Reseller sie freigibt.",
  waits: () =>
    "Der Betrag bleibt für diese Bestellung reserviert. Sie wartet noch auf etwas anderes: Ihre Seite sagt, worauf.",
  credit: (order) =>
    `Die Bestellung ${order} benötigt ihn nicht mehr. Er bezahlt Ihre ältesten offenen Rechnungen, der Rest ist ein Guthaben auf Ihrem Konto.`,
};

const holdWords: HoldWords = {
  approval: () => "Ihr Reseller muss sie freigeben.",
  credit: ({ missing }, { money }) =>
    missing
      ? `Sie übersteigt Ihren verfügbaren Kredit um ${money(missing)}.`
      : "Sie übersteigt den verfügbaren Kredit des Kontos, das sie bezahlt.",
  configuration: ({ values = [] }) => `Wir brauchen von Ihnen: ${values.join(", ")}.`,
  subscription: ({ products = [] }) =>
    `Das Abonnement von ${products.join(", ")} ist beendet. Wir melden uns deswegen bei Ihnen.`,
  not_sold: ({ products = [] }) =>
    `${products.join(", ")} verkaufen wir nicht mehr. Wir melden uns mit einem Ersatz bei Ihnen.`,
  vendor: ({ products = [] }) => `Unser Lieferant muss ${products.join(", ")} bestätigen.`,
  credit_check: () => "Die Kreditprüfung ist noch nicht abgeschlossen.",
  inactive_account: () => "Das Konto ist nicht aktiv. Bitte melden Sie sich bei uns.",
  non_automatic: ({ products = [] }) => `${products.join(", ")} richten unsere Mitarbeiter für Sie ein.`,
};

/** Returns one paragraph with a line for each hold. */
function waitsFor(lead: string, holds: readonly ToldHold[], words: Words): string[] {
  if (holds.length === 0) return [];
  return [[lead, ...holds.map((hold) => `- ${holdWords[hold.gate](hold, words)}`)].join("\n")];
}

export const german: Template = {
  greeting: (recipient) => `Guten Tag ${recipient},`,
  ordered: "Ihre Bestellung",
  total: "Gesamtbetrag inklusive Steuer",
  open: "Bestellung öffnen",
  closing: "Freundliche Grüße",
  messages: {
    confirmation: ({ order, holds = [] }, words) => ({
      subject: `Wir haben Ihre Bestellung ${order} erhalten`,
      paragraphs: [
        `Vielen Dank für Ihre Bestellung ${order}.`,
        ...(holds.length > 0
          ? [
              ...waitsFor("Sie wartet auf Folgendes:", holds, words),
              "Wir melden uns, sobald sie abgeschlossen ist.",
            ]
          : ["Wir bearbeiten sie und melden uns, sobald sie abgeschlossen ist."]),
      ],
    }),
    submitted_without_credit: ({ order, missing, payable }, { money }) => ({
      subject: `Ihre Bestellung ${order} wartet auf eine Zahlung`,
      paragraphs: [
        `Vielen Dank für Ihre Bestellung ${order}. Sie übersteigt den verfügbaren Kredit${missing ? ` um ${money(missing)}` : ""}. Deshalb haben wir sie noch nicht ausgeführt und nicht berechnet.`,
        payable && missing
          ? "Bezahlen Sie die Differenz auf der Seite der Bestellung. Wir führen sie dann automatisch aus."
          : "Wir führen sie aus, sobald der Kredit ausreicht.",
      ],
    }),
    scheduled: ({ order, day = "" }, words) => ({
      subject: `Ihre Bestellung ${order} ist für den ${words.day(day)} geplant`,
      paragraphs: [
        `Wir führen Ihre Bestellung ${order} am ${words.day(day)} zu den Preisen dieses Tages aus.`,
        "Bis dahin können Sie das Datum ändern oder die Bestellung stornieren.",
      ],
    }),
    schedule_failed: ({ order, day = "", holds = [], reason, missing, payable, retried }, words) => ({
      subject: `Wir konnten die Bestellung ${order} nicht ausführen`,
      paragraphs: [
        `Die Bestellung ${order} war für den ${words.day(day)} geplant. Wir konnten sie nicht ausführen.`,
        ...(reason ? [reason] : waitsFor("Sie wartet auf Folgendes:", holds, words)),
        ...(payable && missing
          ? ["Bezahlen Sie die Differenz auf der Seite der Bestellung. Wir führen sie dann automatisch aus."]
          : []),
        retried
          ? "Wir versuchen es während des nächsten Tages automatisch noch einmal."
          : "Wir versuchen es nicht mehr automatisch. Wählen Sie auf der Seite der Bestellung ein anderes Datum oder melden Sie sich bei uns.",
      ],
    }),
    price_changed: ({ order, day = "", totalBefore = "0", total }, words) => ({
      subject: `Der Preis Ihrer geplanten Bestellung ${order} hat sich geändert`,
      paragraphs: [
        `Sie haben die Bestellung ${order} für den ${words.day(day)} zu den Preisen dieses Tages geplant. Unsere Preise haben sich seitdem geändert.`,
        `Der Gesamtbetrag war ${words.money(totalBefore)} und ist jetzt ${words.money(total)}.`,
      ],
    }),
    executed: ({ order, invoice }) => ({
      subject: `Ihre Bestellung ${order} ist ausgeführt`,
      paragraphs: [
        `Ihre Bestellung ${order} ist ausgeführt. Was Sie bestellt haben, richten wir jetzt ein.`,
        ...(invoice ? [`Die Rechnung dazu ist ${invoice}.`] : []),
      ],
    }),
    reversed: ({ order, creditNotes = [], released = "0", reason }, { money }) => ({
      subject: `Wir haben Ihre Bestellung ${order} rückgängig gemacht`,
      paragraphs: [
        `Wir haben Ihre Bestellung ${order} rückgängig gemacht. Die Dienste daraus enden heute.`,
        `Die Gutschrift ${creditNotes.join(", ")} nimmt die Rechnung zurück.${Number(released) > 0 ? ` Bezahlt hatten Sie ${money(released)}. Der Betrag ist jetzt ein Guthaben auf Ihrem Konto.` : ""}`,
        ...(reason ? [`Der Grund ist: ${reason}`] : []),
      ],
    }),
    approval_wanted: ({ order, account }) => ({
      subject: `Bestellung ${order} von ${account} wartet auf Ihre Freigabe`,
      paragraphs: [
        `${account} hat die Bestellung ${order} aufgegeben. Bitte geben Sie sie im Storefront frei oder stornieren Sie sie.`,
      ],
    }),
    approved: ({ order, reason }) => ({
      subject: `Ihr Reseller hat Ihre Bestellung ${order} freigegeben`,
      paragraphs: [
        `Ihr Reseller hat Ihre Bestellung ${order} freigegeben.`,
        ...(reason ? [`Ihr Reseller schreibt dazu: ${reason}`] : []),
      ],
    }),
    payment_received: ({ order, paid = "0", next = "credit" }, { money }) => ({
      subject: `Zahlung über ${money(paid)} für Bestellung ${order} erhalten`,
      paragraphs: [
        `Wir haben Ihre Zahlung über ${money(paid)} für die Bestellung ${order} erhalten.`,
        afterPayment[next](order),
      ],
    }),
    cancelled: ({ order, reason }) => ({
      subject: `Ihre Bestellung ${order} ist storniert`,
      paragraphs: [
        `Ihre Bestellung ${order} ist storniert. Was noch offen war, liefern und berechnen wir nicht.`,
        ...(reason ? [`Der Grund ist: ${reason}`] : []),
      ],
    }),
    trial_ends: ({ order, day = "", lines }, words) => {
      const products = lines.map(({ product }) => product).join(", ");
      return {
        subject: `Bestellung ${order}: Ihr kostenloser Test von ${products} endet am ${words.day(day)}`,
        paragraphs: [
          `Ihr kostenloser Test von ${products} endet am ${words.day(day)}.`,
          "Bestellen Sie bis dahin, wenn Sie das Produkt behalten möchten. Sonst schalten wir es an diesem Tag ab, und Sie zahlen nichts.",
        ],
      };
    },
  },
};
