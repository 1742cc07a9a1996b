/**
 * Greatest distance between the mean of `samples` independent draws from [0, 1] and the true mean that a chance of e^(−surprise) per side
 * leaves possible, given the mean found: Chernoff's bound in the form of Hoeffding, Journal of the American Statistical Association
 * 58 (1963) 13, theorem 1, turned round by bisection.
 */
function width(mean: number, samples: number, surprise: number): number {
  return Math.max(limit(mean, samples, surprise) - mean, mean - (1 - limit(1 - mean, samples, surprise)));
}

/**
 * A distance that the true mean keeps to for every mean found from 0 to `largest`: it grows towards the middle, where Hoeffding's √(surprise / 2 samples)
 * bounds them all.
 */
export function radius(largest: number, samples: number, surprise: number): number {
  const anyMean = Math.sqrt(surprise / (2 * samples));
  return largest < 0.4 ? Math.min(anyMean, width(largest, samples, surprise)) : anyMean;
}

/** The largest true mean that a mean of the draws so small does not rule out. */
function limit(mean: number, samples: number, surprise: number): number {
  let low = mean;
  let high = 1;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (samples * divergence(mean, middle) > surprise) high = middle;
    else low = middle;
  }
  return high;
}

/** Kullback–Leibler divergence of two coins. */
function divergence(p: number, q: number): number {
  const heads = p === 0 ? 0 : p * Math.log(p / q);
  const tails = p === 1 ? 0 : (1 - p) * Math.log((1 - p) / (1 - q));
  return heads + tails;
}
