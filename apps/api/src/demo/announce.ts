import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-staff';

/** What the console says in a demonstration. */
export function demoNotice(): string {
  const lines = DEMO_ACCOUNTS.map(({ login, says }) => `  ${login.padEnd(14)}${says}`);
  return [
    `This is a demonstration: enter no real person. Accounts (password for all: ${DEMO_PASSWORD}):`,
    ...lines,
    'Real work begins with DEMO=0 and a data folder of its own.',
  ].join('\n');
}
