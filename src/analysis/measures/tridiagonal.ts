/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix by the QL method with implicit shifts
 * (Bowdler, Martin, Reinsch and Wilkinson, Numerische Mathematik 11 (1968) 293).
 * `diagonal` has k entries, `beside` k − 1. Returns the values unordered; `vectors[i * k + j]` is entry i of the vector of value j.
 */
export function tridiagonalEigen(
  diagonal: ArrayLike<number>,
  beside: ArrayLike<number>,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const k = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(k);
  for (let i = 0; i < k - 1; i++) e[i] = beside[i]!;
  const z = new Float64Array(k * k);
  for (let i = 0; i < k; i++) z[i * k + i] = 1;
  for (let l = 0; l < k; l++) {
    for (let round = 0; ; round++) {
      let m = l;
      while (m < k - 1) {
        const size = Math.abs(d[m]!) + Math.abs(d[m + 1]!);
        if (Math.abs(e[m]!) <= Number.EPSILON * size) break;
        m++;
      }
      if (m === l) break;
      if (round === 60) throw new Error('tridiagonal eigenvalues did not converge');
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
      let r = Math.hypot(g, 1);
      g = d[m]! - d[l]! + e[l]! / (g + (g >= 0 ? r : -r));
      let s = 1;
      let c = 1;
      let p = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i]!;
        const b = c * e[i]!;
        r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1]! -= p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1]! - p;
        r = (d[i]! - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        for (let row = 0; row < k; row++) {
          const at = row * k + i;
          const right = z[at + 1]!;
          const left = z[at]!;
          z[at + 1] = s * left + c * right;
          z[at] = c * left - s * right;
        }
      }
      if (r === 0 && i >= l) continue;
      d[l]! -= p;
      e[l] = g;
      e[m] = 0;
    }
  }
  return { values: d, vectors: z };
}
