import { say } from "../../refusing/words";
import { describeGate } from "./gate-words";
import type { Gate } from "./gates";
import type { NotDone } from "./not-done";
import { orderWords } from "./refusal-words";

/** Returns the reason for a reader who knows that the order was not done: each gate's own words about what holds it. */
export function reasonOf(notDone: NotDone, locale: string): string {
  return inWords(notDone, locale, (gate) => describeGate(gate, locale).sentence);
}

/** Returns the reason with who can clear it and how. */
export function reasonWithWayOut(notDone: NotDone, locale: string): string {
  return inWords(notDone, locale, (gate) => {
    const { sentence, wayOut } = describeGate(gate, locale);
    return `${sentence} ${wayOut}`;
  });
}

function inWords(notDone: NotDone, locale: string, sayGate: (gate: Gate) => string): string {
  switch (notDone.reason) {
    case "held":
      return notDone.gates.map(sayGate).join(" ");
    case "no_longer_allowed":
      return `${notDone.person} no longer has permission to do this.`;
    case "failed_here":
      return `Something failed on our side, and the order stays as it was. Try it again. (Error ${notDone.error})`;
    case "interrupted":
      return "The scheduler was interrupted on every try.";
    case "in_words":
      return notDone.words;
    default:
      return say(orderWords, notDone, locale);
  }
}

/** Returns the reason told, as pages get it: they do not carry the words of all refusals. */
export function toldReason(notDone: NotDone, locale: string): NotDone & { reason: "in_words" } {
  return { reason: "in_words", words: reasonOf(notDone, locale) };
}
