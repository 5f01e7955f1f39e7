import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How Playwright starts the browser: its file, its options, and an environment that nothing else gets. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const SYSTEM_BROWSER = '/usr/bin/chromium';
const SHIPPED = '@sparticuz/chromium';
const ROOT = path.resolve(__dirname, '../..');
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser named in CHROMIUM, else the one that npm ships (Linux on x64), else the system's. */
export function browserLaunch(): BrowserLaunch {
  const own = process.env.CHROMIUM ?? (hasShipped() ? undefined : SYSTEM_BROWSER);
  return own ? { executablePath: own, args: ARGS, env: environment() } : shippedLaunch();
}

/** Unpacks the shipped browser once per version. Playwright calls it before the first story. */
export default function prepareBrowser(): void {
  if (process.env.CHROMIUM || !hasShipped() || existsSync(folder())) return;
  const partial = `${folder()}.${String(process.pid)}`;
  mkdirSync(partial, { recursive: true });
  const unpacked = spawnSync(process.execPath, [path.join(__dirname, 'unpack-browser.mjs')], {
    env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    encoding: 'utf8',
  });
  if (unpacked.status !== 0) throw new Error(`The browser could not be unpacked: ${unpacked.stderr}`);
  writeFileSync(path.join(partial, 'fonts/fonts.conf'), fontSettings(path.join(folder(), 'fonts')));
  rmSync(folder(), { recursive: true, force: true });
  renameSync(partial, folder());
}

/** The shipped font settings look in folders of another kind of machine; letters would not be drawn at all. */
function fontSettings(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`;
}

function shippedLaunch(): BrowserLaunch {
  const libraries = path.join(folder(), 'al2023/lib');
  const env = { ...environment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(folder(), 'fonts'), HOME: folder() };
  return { executablePath: path.join(folder(), 'chromium'), args: ARGS, env };
}

const hasShipped = () =>
  process.platform === 'linux' && process.arch === 'x64' && existsSync(path.join(ROOT, 'node_modules', SHIPPED, 'package.json'));

function folder(): string {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', SHIPPED, 'package.json'), 'utf8')) as { version: string };
  return path.join(ROOT, '.data', `browser-${version}`);
}

function environment(): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(known);
}
