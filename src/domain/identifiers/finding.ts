/**
 * What an examination found. It explains or warns and never refuses: the value stays as stated.
 * `code` is a message key, `detail` fills its parameters.
 */
export interface Finding {
  readonly level: 'ok' | 'warn';
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** `normal` is the form in which two statements of one identifier are equal; examining it again gives itself. */
export interface Examined {
  readonly normal: string;
  readonly findings: readonly Finding[];
}

export interface IdentifierDefinition {
  /** Message key `identifier.<id>`. */
  readonly id: string;
  /** `region`: ISO 3166-1 alpha-2 of the country whose way of writing is assumed, where the text names none. */
  examine(text: string, region?: string): Examined;
}

export function ok(code: string, detail?: Finding['detail']): Finding {
  return detail ? { level: 'ok', code, detail } : { level: 'ok', code };
}

export function warn(code: string, detail?: Finding['detail']): Finding {
  return detail ? { level: 'warn', code, detail } : { level: 'warn', code };
}
