/** A use that must wait until a record of permission exists. */
export type Limit = 'evidence' | 'export' | 'action';

export interface HandlingCode {
  readonly code: string;
  readonly limits: readonly Limit[];
  /** The code needs words of its own ("other restrictions"). */
  readonly needsText?: true;
}

/** Extra codes that go only with one handling code, one of each list: written `C/A1/S2`. */
export interface HandlingCondition {
  readonly id: string;
  readonly only: string;
  readonly codes: readonly HandlingCode[];
}

/** Wording: `handling.<scheme>.<code>`. */
export interface HandlingScheme {
  readonly id: string;
  readonly codes: readonly HandlingCode[];
  readonly conditions?: readonly HandlingCondition[];
}
