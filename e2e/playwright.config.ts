import { defineConfig } from '@playwright/test';
import { browser } from './src/browser';

/** One stand, one worker: the people of the stories share it as an office does. */
export default defineConfig({
  testDir: 'tests',
  // A story that is not green yet runs when it is named: TONGXIN_STORY=handling npx playwright test
  testMatch: process.env.TONGXIN_STORY ? `**/*${process.env.TONGXIN_STORY}*.ts` : '**/*.spec.ts',
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
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
