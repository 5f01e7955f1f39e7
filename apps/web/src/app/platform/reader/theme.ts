export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const keptTheme = (): Theme => THEMES.find((each) => each === localStorage.getItem('theme')) ?? 'system';

/** Shows a scheme; `system` follows the device. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows a scheme and keeps the choice on this device. */
export function keepTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem('theme');
  else localStorage.setItem('theme', theme);
  showTheme(theme);
}
