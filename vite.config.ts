import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { developmentPolicy, guardHeaders, metaPolicy } from './scripts/policy.mjs';

/** The policy also stands in the built page itself, so that it holds wherever the files are served from. */
const policyInPage: Plugin = {
  name: 'skein-policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy }, injectTo: 'head-prepend' },
  ],
};

export default defineConfig({
  // Relative addresses: the built folder works under any path. Routes are fragments, so there is one page only.
  base: './',
  plugins: [react(), policyInPage],
  build: {
    target: ['chrome120', 'edge120'],
    // Nothing inlined: the policy admits files of the own origin only, and fonts are loaded when a script needs them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The first script has a budget of its own (450 kB gzip), kept by a test; this warning knows only raw sizes.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Left alone, what is shared is named after all who share it.
        chunkFileNames: ({ name }) => `assets/${name.startsWith('shared') ? 'shared' : '[name]'}-[hash].js`,
        assetFileNames: ({ names }) => `assets/${names[0]?.startsWith('shared') ? 'shared' : '[name]'}-[hash][extname]`,
        codeSplitting: {
          // What the start page needs comes in two files; left alone it comes in thirty, most of a few lines, each waited for.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/ },
            { name: 'first', tags: ['$initial'] },
            // The lower floors by themselves: mixed with what stands on them, two files come to need each other before either has run.
            { name: 'shared-domain', minShareCount: 2, test: /[\\/]src[\\/]domain[\\/]/ },
            { name: 'shared-analysis', minShareCount: 2, test: /[\\/]src[\\/]analysis[\\/]/ },
            // What several of the other views share, by who shares it; crumbs go with their neighbours.
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 40_000 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  // Its WebAssembly stands beside it, by an address that holds only where the package lies.
  optimizeDeps: { exclude: ['harfbuzzjs'] },
  server: { headers: { ...guardHeaders, 'Content-Security-Policy': developmentPolicy } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    environment: 'node',
    maxWorkers: 2,
    // Roomy, for a slow or busy machine: how fast something is, is measured elsewhere.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
