import { DRAFT, openMessage } from './message.spec-help';

/** A line by which a file goes, that answers what the story says. */
class Line {
  static answers: { status: number; body: object }[] = [];
  static told: object[] = [];
  upload = { onprogress: null };
  status = 0;
  responseText = '';
  onload: () => void = () => undefined;
  open(): void {}
  setRequestHeader(name: string, value: string): void {
    if (name === 'X-Document') Line.told.push(JSON.parse(atob(value.replaceAll('-', '+').replaceAll('_', '/'))) as object);
  }
  send(): void {
    const { status, body } = Line.answers.shift() ?? { status: 500, body: {} };
    [this.status, this.responseText] = [status, JSON.stringify(body)];
    this.onload();
  }
}
const REFUSED = {
  status: 422,
  body: { code: 'invalid', requestId: 'r', fields: { file: ['tells-more'] }, facts: { tells: 'PLACE TIME' } },
};
const photograph = (): File => new File(['bytes'], 'in-tirana.jpg', { type: 'image/jpeg' });

async function pick(element: Element, settle: () => Promise<void>): Promise<void> {
  const input = element.querySelector<HTMLInputElement>('app-picture-adding input[type="file"]');
  if (!input) throw new Error('no picture can be added');
  Object.defineProperty(input, 'files', { value: [photograph()], configurable: true });
  input.dispatchEvent(new Event('change'));
  await settle();
}

describe('a photograph for the other side', () => {
  const real = globalThis.XMLHttpRequest;
  beforeEach(() => {
    Line.told = [];
    globalThis.XMLHttpRequest = Line as never;
  });
  afterEach(() => (globalThis.XMLHttpRequest = real));

  it('R-FL-10: with a place in it is refused at the field, in words that say what it tells', async () => {
    Line.answers = [REFUSED];
    const { element, settle } = await openMessage(DRAFT);
    await pick(element, settle);
    expect(Line.told).toEqual([{ clean: false }]);
    const alert = element.querySelector('app-picture-adding [role="alert"]')?.textContent ?? '';
    expect(alert).toContain('This picture was not taken');
    expect(alert).toContain('the place, the time');
  });

  it('is taken once that is off it, when somebody asks for that', async () => {
    const picture = { id: 'p', kind: 'JPEG', width: 8, height: 8, cleanedOf: ['PLACE', 'TIME'], facesConfirmed: false };
    Line.answers = [REFUSED, { status: 201, body: { ...DRAFT, attachments: [picture] } }];
    const { element, settle, press } = await openMessage(DRAFT);
    await pick(element, settle);
    await press('Take that off and add it', element);
    expect(Line.told).toEqual([{ clean: false }, { clean: true }]);
    expect(element.querySelector('app-message-picture figcaption')?.textContent).toContain('Taken off: the place, the time');
    expect(element.querySelector('app-picture-adding [role="alert"]')).toBeNull();
  });

  it('that is no picture is refused with what may be brought', async () => {
    Line.answers = [{ status: 422, body: { code: 'invalid', requestId: 'r', fields: { file: ['unknown-kind'] } } }];
    const { element, settle } = await openMessage(DRAFT);
    await pick(element, settle);
    expect(element.querySelector('app-picture-adding [role="alert"]')?.textContent).toContain('no photograph in JPEG, PNG or WebP');
  });
});
