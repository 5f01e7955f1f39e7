import { drawPage, newPage, pagePlace } from '../clients/name-page';
import type { IndexKey } from '../platform/sealing/index-key';
import type { Shelf } from './shelf';

/** The pages of an organisation that is being laid: as the app draws them, kept in memory from file to file. */
export class DrawnPages {
  private readonly pages = new Map<string, string[]>();

  constructor(
    private readonly key: IndexKey,
    private readonly orgId: string,
  ) {}

  /** A token for each word; words that need a new page get it on this shelf. */
  async tokensOf(shelf: Shelf, officeId: string, words: readonly string[]): Promise<Buffer[]> {
    const tokens = await Promise.all(words.map((word) => this.tokenOf(shelf, officeId, word)));
    return tokens.map((token) => Buffer.from(token, 'hex'));
  }

  private async tokenOf(shelf: Shelf, officeId: string, word: string): Promise<string> {
    const place = `${officeId} ${word}`;
    const pages = this.pages.get(place) ?? [];
    this.pages.set(place, pages);
    const page = drawPage(pages);
    if (page) return page;
    const token = newPage();
    pages.push(token);
    const sealed = await this.key.seal(this.orgId, pagePlace(officeId, token), word);
    shelf.add('name_word', { token: Buffer.from(token, 'hex'), org_id: this.orgId, office_id: officeId, sealed });
    return token;
  }
}
