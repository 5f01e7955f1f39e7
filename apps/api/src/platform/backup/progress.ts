/** What a long command says while it works: at most twice a second where somebody watches, every ten seconds into a log. */
export class Progress {
  private last = 0;
  private shown = false;

  constructor(
    private readonly out: NodeJS.WriteStream | null,
    private readonly now: () => number = Date.now,
  ) {}

  /** The steps of one set; `size` is what its tables take on disk, in bytes. */
  of(what: string, size: number): { at(table: string, rows: number): void; passed(bytes: number): void } {
    let done = 0;
    return {
      at: (table, rows) =>
        this.say(`${what} ${String(Math.floor((100 * done) / Math.max(size, 1))).padStart(3)} %  ${table}  ${rows} rows`),
      passed: (bytes) => {
        done += bytes;
      },
    };
  }

  /** A set whose size nobody knows beforehand: only the table that is at work. */
  ofUnknownSize(what: string): (table: string) => void {
    return (table) => this.say(`${what}  ${table}`);
  }

  /** Takes the line away that was written over and over. */
  end(): void {
    if (this.shown && this.out?.isTTY) this.out.write('\r\u001b[K');
    this.shown = false;
  }

  private say(text: string): void {
    if (!this.out || this.now() - this.last < (this.out.isTTY ? 500 : 10_000)) return;
    this.last = this.now();
    this.shown = true;
    this.out.write(this.out.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  }
}
