import { defineConfig } from '@playwright/test';
import { browser } from './src/browser';

const named = process.env.TONGXIN_STORY;

/**
 * One stand, whose people the stories share as an office does. bin/check runs every *.spec.ts but what is measured; some of
 * them run by their names: TONGXIN_STORY='{1-story,5-quiz}' npx playwright test
 */
export default defineConfig({
  testDir: 'tests',
  testMatch: named ? `**/*${named}*.ts` : '**/*.spec.ts',
  grepInvert: named ? undefined : /@measured/,
  outputDir: 'target/results',
  globalSetup: './src/stand.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/junit.xml' }]],
  use: {
    launchOptions: await browser(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    // What moves may be somewhere else between press and release.
    contextOptions: { reducedMotion: 'reduce' },
    // To record every step costs time: whoever looks for a fault runs the file by its name.
    trace: named ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
});
