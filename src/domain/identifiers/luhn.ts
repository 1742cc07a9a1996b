/** Check digit after ISO/IEC 7812-1 annex B for a text of digits without it. */
export function luhnDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? d * 2 : d;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

export function luhnHolds(digits: string): boolean {
  return digits.length > 1 && luhnDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}
