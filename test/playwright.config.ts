import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserLaunch } from './support/browser';

const DATA = path.resolve(__dirname, '../.data');

export default defineConfig({
  testDir: path.join(__dirname, 'browser'),
  testMatch: '*.browser.ts',
  testIgnore: process.env.NIGHT ? [] : '*.night.browser.ts',
  globalSetup: path.join(__dirname, 'support/browser.ts'),
  outputDir: path.join(DATA, 'browser-results'),
  timeout: 60_000,
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? path.join(DATA, 'tests-browser.json') }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Tirane',
    screenshot: 'only-on-failure',
    launchOptions: browserLaunch(),
  },
});
