const asked = new Set<string>();

/** Asks for these scripts of ours, names with a blank between, without running them. The build calls it where a page is asked for (scripts/lib/web-files.mjs). */
export function fetchAhead(names: string): void {
  for (const name of names.split(' ')) {
    if (asked.has(name)) continue;
    asked.add(name);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `/${name}`;
    document.head.append(link);
  }
}
