import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const patches = readdirSync(path.join(root, 'test/breakages'));

describe('the breakages that `npm run breakages` makes', () => {
  it.each(patches)('%s fits the code as it is', (patch) => {
    execFileSync('git', ['apply', '--check', `test/breakages/${patch}`], { cwd: root, stdio: 'pipe' });
  });
});
