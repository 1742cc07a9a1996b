/**
 * On how many random small graphs a law is tried against a slow plain way of reckoning: `usual` in `npm test`, more where it is asked for:
 * `SKEIN_RANDOM_GRAPHS=10000 npx vitest run test/analysis --testTimeout 3600000`.
 */
export const trials = (usual: number): { numRuns: number } => ({
  numRuns: Math.max(usual, Number(process.env.SKEIN_RANDOM_GRAPHS) || 0),
});
