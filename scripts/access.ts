import { ROLES, WORDS, cell } from '@panah/domain/access/access-table';

/** `npm run access`: who may do what, as a table that a coordinator can print. */
const head = ['word', ...ROLES.map((role) => role.toLowerCase().replace('_', ' '))];
const rows = WORDS.map((word) => [word, ...ROLES.map((role) => cell(word, role).replace('none', '·'))]);
for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
