import { useState } from 'react';

/** Whether somebody has said to wait for the long answer to just this question: of the next one, nobody has. */
export function usePatience(question: readonly unknown[]): { readonly waits: boolean; readonly wait: () => void } {
  const [patient, setPatient] = useState<readonly unknown[]>([]);
  return { waits: question.every((part, i) => part === patient[i]), wait: () => setPatient(question) };
}
