import fc from 'fast-check';
import { contactChannel, contactSafety } from '@panah/domain/vocabulary/clients';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { onTeam } from './support/file-on-paper';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { officeDay } from './support/office-day';

let house: House;
let worker: Person;
let coordinator: Person;
let file: AdmittedFile;

beforeAll(async () => {
  house = await openHouse();
  [worker, coordinator] = [await house.as('CASEWORKER'), await house.as('COORDINATOR')];
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admittedFile(house, coordinator, worker);
});

const USABLE = ['SAFE', 'SAFE_CONDITIONS'];
const FORBIDDEN = ['UNSAFE', 'COMPROMISED', 'RETIRED'];
const VALUE: Readonly<Record<string, string>> = { EMAIL: 'somebody@example.org', POST: 'Box 12', TELEGRAM: '@somebody' };
const at = (path: string): string => `/api/clients/${file.clientId}${path}`;

interface Point {
  id: string;
  channel: string;
  safety: string;
  version: number;
}

async function known(channel: string, safety: string, more: object = {}): Promise<Point> {
  const point = {
    channel,
    value: VALUE[channel] ?? '+355691234567',
    safety,
    preferred: false,
    ...(safety === 'SAFE_CONDITIONS' ? { conditions: 'Only in the morning' } : {}),
    ...(safety === 'RETIRED' ? { retiredReason: 'The card was thrown away' } : {}),
    ...more,
  };
  const { status, body, text } = await worker.post(at('/contact-points'), point);
  if (status !== 201) throw new Error(text);
  return body.contactPoints.at(-1);
}
const write = (type: string, channel: string, direction: string): Promise<Answer> =>
  worker.post(`/api/cases/${file.caseId}/notes`, { type, direction, channel, happenedAt: new Date().toISOString(), body: 'What was said' });
const shownIn = async (): Promise<string> =>
  (await Promise.all([worker.get(at('/header')), worker.get(at('')), worker.get(`/api/cases/${file.caseId}/file`)]))
    .map(({ text }) => text)
    .join();

/** Every way in which a way of contact can be used, and what becomes of it. */
const WAYS: Readonly<Record<string, (point: Point) => Promise<boolean>>> = {
  'dialled or mailed now': async ({ id }) =>
    (await worker.post(at(`/contact-points/${id}/use`), { reason: 'CONTACT_CLIENT' })).status === 200,
  'offered in the header': async ({ id }) => (await worker.get(at('/header'))).body.contactPoint?.id === id,
  'chosen as the one to use first': async ({ id, channel, safety, version }) => {
    const conditions = { conditions: 'Only in the morning', retiredReason: 'Thrown away' };
    const { status } = await worker.put(at(`/contact-points/${id}`), { channel, safety, preferred: true, ...conditions }, { version });
    return status === 200;
  },
};
/** Ways that stay open while nobody has looked at the number yet: it is not known to be unsafe. */
const UNLESS_FORBIDDEN: Readonly<Record<string, (point: Point) => Promise<boolean>>> = {
  'shown to be used': async ({ id }) => {
    const { body } = await worker.post(at('/contact/reveal'), { reason: 'CONTACT_CLIENT' });
    return body.points.find((one: Point) => one.id === id).value !== null;
  },
  'shown to call back': async ({ id }) => {
    const { body } = await worker.post(at('/contact/reveal'), { reason: 'RETURN_CONTACT' });
    return body.points.find((one: Point) => one.id === id).value !== null;
  },
  'logged as a contact that went out': async ({ channel }) => (await write('CONTACT', channel, 'OUTGOING')).status === 201,
  'logged as an attempt': async ({ channel }) => (await write('ATTEMPT', channel, 'OUTGOING')).status === 201,
  'signed from a draft': async ({ channel }) => {
    const input = { type: 'CONTACT', direction: 'OUTGOING', channel, happenedAt: new Date().toISOString(), body: 'What was said' };
    const { body } = await worker.post(`/api/cases/${file.caseId}/note-drafts`, input);
    return (await worker.post(`/api/notes/${body.id}/signature`, input, { version: body.version })).status === 200;
  },
};

describe('R-RI-07: a contact point that is unsafe or watched cannot be used', () => {
  it.each(contactSafety.codes)('%s: not dialled, not mailed, not selected, whatever the way', async (safety) => {
    const point = await known('PHONE_CALL', safety);
    const open: Record<string, boolean> = {};
    for (const [way, attempt] of Object.entries({ ...UNLESS_FORBIDDEN, ...WAYS })) open[way] = await attempt(point);
    const expected = Object.fromEntries([
      ...Object.keys(UNLESS_FORBIDDEN).map((way) => [way, !FORBIDDEN.includes(safety)]),
      ...Object.keys(WAYS).map((way) => [way, USABLE.includes(safety)]),
    ]);
    expect(open).toEqual(expected);
    if (FORBIDDEN.includes(safety)) expect(await shownIn()).not.toContain('691234567');
  });

  it('the refusal names the field and stands in the log; what they themselves did on it, and a note of safety, are written', async () => {
    const { id } = await known('PHONE_CALL', 'COMPROMISED');
    const refused = await write('CONTACT', 'PHONE_CALL', 'OUTGOING');
    expect([refused.status, refused.body.code, refused.body.fields]).toEqual([422, 'contact-not-safe', { channel: ['not-safe'] }]);
    await worker.post(at(`/contact-points/${id}/use`), { reason: 'CONTACT_CLIENT' });
    const lines = await house.sql<{ word: string; outcome: string }>(
      `select word, outcome from audit_event where client_id = $1 and status = 422 order by at`,
      [file.clientId],
    );
    expect(lines.map(({ word }) => word)).toEqual(['note:write', 'contact:use']);
    expect((await write('CONTACT', 'PHONE_CALL', 'INCOMING')).status).toBe(201);
    expect((await write('CONTACT', 'SIGNAL', 'OUTGOING')).status).toBe(201);
    expect((await write('SAFETY', 'PHONE_CALL', 'OUTGOING')).status).toBe(201);
  });

  it('any collection of points: a way is open exactly when one of its numbers may be used, or none is known of it', async () => {
    const channels = contactChannel.codes.filter((code) => !['PHONE_CALL', 'SMS', 'SIGNAL', 'WHATSAPP', 'EMAIL'].includes(code));
    const points = fc.array(fc.record({ channel: fc.constantFrom(...channels), safety: fc.constantFrom(...contactSafety.codes) }), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(points, async (all) => {
        file = await admittedFile(house, coordinator, worker);
        for (const { channel, safety } of all) await known(channel, safety);
        for (const channel of channels) {
          const ofIt = all.filter((one) => one.channel === channel);
          const shut = ofIt.length > 0 && ofIt.every(({ safety }) => FORBIDDEN.includes(safety));
          expect([channel, (await write('ATTEMPT', channel, 'OUTGOING')).status]).toEqual([channel, shut ? 422 : 201]);
        }
        const best = (await worker.get(at('/header'))).body.contactPoint;
        expect(best === null).toBe(!all.some(({ safety }) => USABLE.includes(safety)));
        if (best) expect(USABLE).toContain(best.safety);
      }),
      { numRuns: 12 },
    );
  });

  it('an enquiry keeps a number back that nobody may use, takes no intake by it, and does not lose it when it is edited', async () => {
    const input = {
      name: 'Somebody',
      asked: 'A safe place',
      source: 'SELF',
      language: 'fa',
      immediateDanger: 'NO',
      callbackSafe: false,
      contactChannel: 'PHONE_CALL',
      contactValue: '+355695550101',
      contactSafety: 'COMPROMISED',
    };
    const { body, text } = await worker.post('/api/enquiries', input);
    expect([body.contactValue, body.contactKeptBack, text.includes('5550101')]).toEqual([null, true, false]);
    expect((await worker.post(`/api/enquiries/${body.id}/intake`, { noTie: true })).status).toBeGreaterThanOrEqual(400);
    const { contactValue: _, ...without } = input;
    const freed = await worker.put(`/api/enquiries/${body.id}`, { ...without, contactSafety: 'SAFE' }, { version: body.version });
    expect([freed.body.contactValue, freed.body.contactKeptBack]).toEqual(['+355695550101', false]);
  });
});

describe('R-RI-08: before contact it is said what to think of', () => {
  const plan = (reviewOn: string) => ({
    timeZone: 'Europe/Tirane',
    okHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    identifyAs: 'About the course',
    leaveMessage: 'NO',
    ifNoAnswer: 'Try again the next day',
    reviewOn,
  });
  const inDays = (days: number): string => officeDay(days);
  const warned = async (id: string) => {
    const [header, use] = [
      await worker.get(at('/header')),
      await worker.post(at(`/contact-points/${id}/use`), { reason: 'CONTACT_CLIENT' }),
    ];
    expect(use.body.warnings).toEqual(header.body.contactWarnings);
    return use.body.warnings;
  };

  it.each([
    ['OWN_NEW', []],
    ['SHARED', []],
    ['GROUP_ISSUED', ['DEVICE_GROUP_ISSUED']],
    ['UNKNOWN', ['DEVICE_UNKNOWN']],
  ])('of a device that is %s', async (deviceTrust, warnings) => {
    const { id } = await known('SIGNAL', 'SAFE', { deviceTrust });
    expect(await warned(id)).toEqual(['NO_PLAN', ...warnings]);
    await worker.put(at('/safe-contact-plan'), plan(inDays(30)), { version: 0 });
    expect(await warned(id)).toEqual(warnings);
  });

  it('of a plan that nobody talked over for ninety days', async () => {
    const { id } = await known('SIGNAL', 'SAFE', { deviceTrust: 'OWN_NEW' });
    const far = await worker.put(at('/safe-contact-plan'), plan(inDays(120)), { version: 0 });
    expect([far.status, far.body.fields]).toEqual([422, { reviewOn: ['review-out-of-range'] }]);
    expect((await worker.put(at('/safe-contact-plan'), plan(inDays(90)), { version: 0 })).status).toBe(200);
    expect(await warned(id)).toEqual([]);
    jest.useFakeTimers({
      doNotFake: [
        'nextTick',
        'setImmediate',
        'clearImmediate',
        'setTimeout',
        'setInterval',
        'clearTimeout',
        'clearInterval',
        'queueMicrotask',
        'hrtime',
        'performance',
      ],
      now: Date.now() + 91 * 86_400_000,
    });
    try {
      expect((await worker.post(at(`/contact-points/${id}/use`), { reason: 'CONTACT_CLIENT' })).body.warnings).toEqual(['PLAN_OLD']);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('what the composer offers', () => {
  it('R-RI-07 is every way but those that would be refused', async () => {
    const safeties = [...contactSafety.codes];
    const [first, ...others] = contactChannel.codes;
    for (const [at, channel] of others.entries()) await known(channel, safeties[at % safeties.length] ?? 'UNSAFE');
    // one unsafe number beside one that may be used does not shut the way
    for (const safety of ['UNSAFE', 'SAFE']) await known(first, safety);
    const { body } = await worker.get(`/api/cases/${file.caseId}/timeline`);
    const refused: string[] = [];
    for (const channel of contactChannel.codes) if ((await write('CONTACT', channel, 'OUTGOING')).status === 422) refused.push(channel);
    expect(body.shutWays).toEqual(refused);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(contactChannel.codes.length);
    expect(body.types).toContain('CONTACT');
  });

  it('R-RI-07 names no number, and nothing to those who log no contacts', async () => {
    await known('PHONE_CALL', 'COMPROMISED');
    const lawyer = await house.as('LEGAL');
    await onTeam(house, file, lawyer);
    const [mine, theirs] = [await worker.get(`/api/cases/${file.caseId}/timeline`), await lawyer.get(`/api/cases/${file.caseId}/timeline`)];
    expect([mine.body.shutWays, mine.text.includes('691234567')]).toEqual([['PHONE_CALL'], false]);
    expect(theirs.body.shutWays).toEqual(theirs.body.types.includes('CONTACT') ? ['PHONE_CALL'] : []);
  });
});
