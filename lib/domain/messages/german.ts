import type { AfterPayment } from "./message";
import type { Template } from "./template";

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

export const german: Template = {
  greeting: (recipient) => `Guten Tag ${recipient},`,
  ordered: "Ihre Bestellung",
  total: "Gesamtbetrag inklusive Steuer",
  open: "Bestellung öffnen",
  closing: "Freundliche Grüße",
  messages: {
    confirmation: ({ order }) => ({
      subject: `Bestellung ${order}: bei uns eingegangen`,
      paragraphs: [
        `Vielen Dank für Ihre Bestellung ${order}. Wir führen sie aus und melden uns, wenn sie fertig ist.`,
      ],
    }),
    submitted_without_credit: ({ order, missing, payable }, { money }) => ({
      subject: `Bestellung ${order} wartet auf Kredit`,
      paragraphs: [
        `Vielen Dank für Ihre Bestellung ${order}. Sie wird noch nicht ausgeführt, da sie den verfügbaren Kredit${missing ? ` um ${money(missing)}` : ""} übersteigt.`,
        payable && missing
          ? "Sie können die Differenz auf der Seite der Bestellung bezahlen, und wir führen sie dann automatisch aus. Es wurde nichts berechnet."
          : "Unsere Mitarbeiter führen sie aus, sobald die Differenz bezahlt ist. Es wurde nichts berechnet.",
      ],
    }),
    scheduled: ({ order, day = "" }, words) => ({
      subject: `Bestellung ${order} ist für den ${words.day(day)} geplant`,
      paragraphs: [
        `Ihre Bestellung ${order} wird am ${words.day(day)} zu den Preisen dieses Tages ausgeführt.`,
        "Bis dahin können Sie das Datum ändern oder die Bestellung stornieren.",
      ],
    }),
    schedule_failed: ({ order, day = "", reason, retried }, words) => ({
      subject: `Bestellung ${order} konnte nicht ausgeführt werden`,
      paragraphs: [
        `Die Bestellung ${order} war für den ${words.day(day)} geplant und konnte nicht ausgeführt werden.`,
        ...(reason ? [reason] : []),
        retried
          ? "Sie wird von selbst noch einmal versucht."
          : "Sie wird nicht mehr von selbst versucht: Unsere Mitarbeiter kümmern sich darum.",
      ],
    }),
    executed: ({ order, invoice }) => ({
      subject: `Bestellung ${order} ist ausgeführt`,
      paragraphs: [
        `Ihre Bestellung ${order} ist ausgeführt, und was Sie bestellt haben, wird eingerichtet.`,
        ...(invoice ? [`Sie wird mit der Rechnung ${invoice} berechnet.`] : []),
      ],
    }),
    approval_wanted: ({ order, account }) => ({
      subject: `Bestellung ${order} von ${account} wartet auf Ihre Freigabe`,
      paragraphs: [
        `${account} hat die Bestellung ${order} aufgegeben. Bitte im Storefront freigeben oder stornieren.`,
      ],
    }),
    approved: ({ order, reason }) => ({
      subject: `Bestellung ${order} ist freigegeben`,
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
      subject: `Bestellung ${order} ist storniert`,
      paragraphs: [
        `Die Bestellung ${order} ist storniert. Was bis dahin nicht ausgeführt war, wird weder geliefert noch berechnet.`,
        ...(reason ? [`Der Grund: ${reason}`] : []),
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
