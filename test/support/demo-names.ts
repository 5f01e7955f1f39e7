import { DEMO_ACCOUNTS } from '../../apps/api/src/demo/demo-staff';

/** The name of one of the demonstration's people. */
export const nameOf = (login: string): string => DEMO_ACCOUNTS.find((account) => account.login === login)?.displayName ?? '';
