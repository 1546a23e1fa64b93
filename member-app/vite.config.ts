import { defineConfig } from 'vitest/config';

const service = 'http://localhost:8080';

export default defineConfig(({ mode }) => ({
  base: '/m/',
  build: { target: ['chrome87', 'safari13'], assetsInlineLimit: 0, reportCompressedSize: false },
  server: { proxy: { '/api': mode.startsWith('http') ? mode : service } },
  test: { reporters: ['default', ['junit', { outputFile: 'target/junit.xml' }]] },
}));
