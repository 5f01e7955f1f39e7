import type { Settings } from '../settings';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Whether this server is called by a name it knows. A page elsewhere that rebinds its own name to us is refused here. */
export function knownHost(host: string | undefined, url: string, settings: Settings): boolean {
  if (!host) return false;
  const local = LOCAL_NAMES.includes(host.replace(/:\d+$/, ''));
  const known = settings.publicOrigins.map((origin) => new URL(origin).host);
  // whoever watches over the server asks for its health from beside it
  if (local && (url === '/api/health' || !settings.production || known.length === 0)) return true;
  return known.includes(host);
}

interface Asked {
  method: string;
  headers: Record<string, string | string[] | undefined>;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Why a state-changing request is taken for one of another site, or null. Three signs, each enough (walls.md goal 31). */
export function crossSite({ method, headers }: Asked): string | null {
  if (SAFE.has(method)) return null;
  if (!headers['x-requested-with']) return 'X-Requested-With is missing';
  const origin = headers['origin'];
  if (typeof origin === 'string' && hostOf(origin) !== headers['host']) return 'Origin is another site';
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' ? null : 'Sec-Fetch-Site is not same-origin';
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
