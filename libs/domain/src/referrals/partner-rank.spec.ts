import fc from 'fast-check';
import { rankPartners, type RankedPartner } from './partner-rank';

const partner = (name: string, more: Partial<RankedPartner> = {}): RankedPartner => ({
  id: name,
  name,
  country: 'AL',
  services: ['LEGAL'],
  languages: ['sq'],
  places: null,
  inHand: 0,
  medianHours: 20,
  mayReceive: true,
  ...more,
});
const wish = { service: 'LEGAL', country: 'AL', languages: ['fa', 'en'] };
const names = (partners: RankedPartner[]): string[] => rankPartners(partners, wish).map(({ partner: { name } }) => name);

describe('partners for a referral', () => {
  it('are those that offer the service', () => {
    expect(names([partner('Housing only', { services: ['HOUSING'] }), partner('Legal')])).toEqual(['Legal']);
  });

  it('stand by whether they may receive, country, language, room and time to answer, in this order', () => {
    const best = partner('Best', { languages: ['fa'], places: 3, medianHours: 40 });
    const slower = partner('Slower', { languages: ['fa'], medianHours: 90 });
    const full = partner('Full', { languages: ['en'], places: 2, inHand: 2, medianHours: 2 });
    const speechless = partner('Other language', { medianHours: 1 });
    const far = partner('Far', { country: 'DE', languages: ['fa'], medianHours: 1 });
    const closed = partner('Closed', { mayReceive: false, languages: ['fa'], medianHours: 1 });
    expect(names([closed, far, speechless, full, slower, best])).toEqual(['Best', 'Slower', 'Full', 'Other language', 'Far', 'Closed']);
  });

  it('say why: free places, hours to answer, or that nobody knows yet', () => {
    const [{ reasons } = { reasons: [] }] = rankPartners(
      [partner('One', { languages: ['fa'], places: 5, inHand: 3, medianHours: 30.4 })],
      wish,
    );
    expect(reasons).toEqual([
      { reason: 'OFFERS_SERVICE', value: null },
      { reason: 'SAME_COUNTRY', value: null },
      { reason: 'SPEAKS_LANGUAGE', value: null },
      { reason: 'HAS_PLACES', value: 2 },
      { reason: 'ANSWERS_FAST', value: 30 },
    ]);
    const [{ reasons: unknown } = { reasons: [] }] = rankPartners(
      [partner('New', { places: 1, inHand: 4, medianHours: null, country: 'DE' })],
      wish,
    );
    expect(unknown.map(({ reason }) => reason)).toEqual(['OFFERS_SERVICE', 'FULL', 'NO_ANSWERS_YET']);
  });

  it('stand the same whatever order they come in', () => {
    const one = fc.record({
      id: fc.uuid(),
      country: fc.constantFrom('AL', 'DE'),
      places: fc.option(fc.nat(3)),
      inHand: fc.nat(3),
      medianHours: fc.option(fc.nat(50)),
      mayReceive: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 6 }), (drawn) => {
        const all = drawn.map(({ id, ...more }) => partner('Same name', { ...more, id }));
        const ids = (partners: RankedPartner[]) => rankPartners(partners, wish).map(({ partner: { id } }) => id);
        expect(ids([...all].reverse())).toEqual(ids(all));
      }),
    );
  });
});
