import { defineConfig } from '@playwright/test';
import stories from './playwright.config';

/** The pictures of the README, taken by hand: `npx playwright test -c test/shots.config.ts`. They are written into docs/shots. */
export default defineConfig({ ...stories, testMatch: '*.shots.ts', reporter: 'list' });
