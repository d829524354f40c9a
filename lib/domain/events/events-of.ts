/** Makes one union of events of what each kind keeps, so that the kind tells the form of `before` and `after`. */
export type EventsOf<Kept> = {
  [Kind in keyof Kept]: { kind: Kind } & Side<"before", Kept[Kind]> & Side<"after", Kept[Kind]>;
}[keyof Kept];

type Side<Name extends "before" | "after", Facts> = Name extends keyof Facts
  ? Pick<Facts, Name>
  : { [Side in Name]?: undefined };
