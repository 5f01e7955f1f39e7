import type { Page } from '@playwright/test';

/** Somebody at the keyboard whose presses are counted; the letters of a text are free. */
export class Hands {
  presses = 0;

  constructor(private readonly page: Page) {}

  async press(keys: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
