import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

/** What is measured in a browser, by hand: `npm run bench -- --slow-line`. */
export default defineConfig({ ...stories, testMatch: '*.bench.ts', workers: 1, timeout: 300_000, reporter: 'line' });
