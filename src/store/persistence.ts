/**
 * Asks the browser not to throw the store away when space runs short. Ask when the first case is made, and show the
 * answer. `undefined`: the browser cannot say. Never rejects.
 */
export async function askToPersist(storage = globalThis.navigator?.storage): Promise<boolean | undefined> {
  try {
    if (await storage?.persisted?.()) return true;
    return await storage?.persist?.();
  } catch {
    return undefined;
  }
}

export interface StorageEstimateBytes {
  readonly usage: number;
  readonly quota: number;
}

/** Bytes used and promised. Browsers promise room that is not there, so a failed commit is the only truth. */
export async function storageEstimate(
  storage = globalThis.navigator?.storage,
): Promise<StorageEstimateBytes | undefined> {
  try {
    const estimate = await storage?.estimate?.();
    return estimate?.usage === undefined || estimate.quota === undefined
      ? undefined
      : { usage: estimate.usage, quota: estimate.quota };
  } catch {
    return undefined;
  }
}
