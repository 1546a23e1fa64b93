/// <reference types="vitest/config" />
import legacy from '@vitejs/plugin-legacy';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const service = process.env.TONGXIN_URL ?? 'http://localhost:8080';

export default defineConfig({
  base: '/console/',
  plugins: [
    react(),
    // Modern bundles only, lowered to the oldest browsers that the offices run, with the polyfills these lack.
    legacy({ modernTargets: ['chrome >= 87', 'safari >= 13'], modernPolyfills: true, renderLegacyChunks: false }),
  ],
  build: { outDir: 'dist', chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': service } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    reporters: ['default', 'junit'],
    outputFile: 'target/vitest.xml',
  },
});
