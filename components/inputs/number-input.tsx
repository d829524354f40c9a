"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import type { FocusEvent } from "react";
import { formatMoney, formatPercent } from "@/lib/domain/format/format";
import { isPlain } from "@/lib/domain/format/read";
import classes from "./number-input.module.css";
import { useTypedNumber } from "./use-typed-number";

interface NumberInputProps extends Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "type"> {
  /**
   * Is plain decimal text such as "1500.00", blank, or text that could not be read, as lib/domain/format/read.ts holds
   * it.
   */
  value: string;
  onChange: (value: string) => void;
}

/** Asks for an amount of money in the reader's notation, and shows beneath it what was read. */
export function AmountInput({ currency, ...props }: NumberInputProps & { currency: string }) {
  return (
    <NumberInput
      {...props}
      currency={currency}
      read={(value, locale) => formatMoney(value, currency, locale)}
    />
  );
}

/** Asks for a percentage in the reader's notation, and shows beneath it what was read. */
export function PercentInput(props: NumberInputProps) {
  return <NumberInput {...props} read={formatPercent} />;
}

interface ReadProps extends NumberInputProps {
  currency?: string;
  /** Says in words what was read. */
  read: (value: string, locale: string) => string;
}

function NumberInput({ value, onChange, currency, read, error, onFocus, onBlur, ...rest }: ReadProps) {
  const field = useTypedNumber({ value, onChange, currency });
  return (
    <div className={classes.field}>
      <TextInput
        {...rest}
        inputMode="decimal"
        autoComplete="off"
        value={field.text}
        error={field.problem ?? error}
        onChange={(event) => field.type(event.currentTarget.value)}
        onFocus={(event: FocusEvent<HTMLInputElement>) => {
          field.onFocus();
          onFocus?.(event);
        }}
        onBlur={(event: FocusEvent<HTMLInputElement>) => {
          field.onBlur();
          onBlur?.(event);
        }}
      />
      {!field.problem && (
        <output className={classes.read}>{isPlain(value) && read(value, field.notation.locale)}</output>
      )}
    </div>
  );
}
