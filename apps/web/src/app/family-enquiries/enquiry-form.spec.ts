import { openEnquiries, SENTENCE } from './enquiry.spec-help';
import { EnquiryForm } from './enquiry-form';

const ENTERED = '/api/family-enquiries';

async function filled() {
  const opened = await openEnquiries('/family-enquiries', EnquiryForm);
  const { type, choose, element } = opened;
  await type('Their name', 'نیلوفر، Nilufar', element);
  await type('What they say they are', 'DAUGHTER', element);
  await type('Their language', 'fa', element);
  await type('Name of the person', 'Shirin', element);
  await type('What they say, in their words', 'I was four.', element);
  await choose('They agree that we keep what they told us, for this and nothing else', element);
  return opened;
}

describe('somebody asks for a person', () => {
  it('is entered with who asks beside whom they ask for', async () => {
    const { server, press } = await filled();
    await press('Save');
    const { body } = server.expectOne(ENTERED).request as { body: object };
    expect(body).toMatchObject({
      asking: { names: ['نیلوفر', 'Nilufar'], relation: 'DAUGHTER', language: 'fa', keepsData: true },
      sought: { names: ['Shirin'] },
      way: 'PHONE',
      words: 'I was four.',
    });
    expect(JSON.stringify(body)).not.toContain('""');
  });

  it('R-ID-07: afterwards there is one sentence to say, and nothing of what was told stays on the page', async () => {
    const { server, press, settle, element } = await filled();
    await press('Save');
    server.expectOne(ENTERED).flush({ sentence: SENTENCE, language: 'en' });
    await settle();
    expect(element.querySelector('.sentence')?.textContent).toBe(SENTENCE);
    expect(document.activeElement).toBe(element.querySelector('h1'));
    for (const told of ['Nilufar', 'Shirin', 'four']) expect(element.textContent).not.toContain(told);
    expect(element.querySelector('input, textarea, select')).toBeNull();
    await press('Enter another', element);
    expect(element.querySelector<HTMLTextAreaElement>('textarea')?.value).toBe('');
  });

  it('asks for what is missing beside its field, and sends nothing', async () => {
    const { server, press, element } = await openEnquiries('/family-enquiries', EnquiryForm);
    await press('Save');
    server.expectNone(ENTERED);
    expect(element.querySelectorAll('.field > .error')).toHaveLength(5);
  });

  it('shows beside its field what the server refuses inside either person', async () => {
    const { server, press, settle, element } = await filled();
    await press('Save');
    const fields = { 'sought.birth': ['date-in-future'], 'asking.email': ['isEmail'] };
    server.expectOne(ENTERED).flush({ code: 'invalid', requestId: 'r', fields }, { status: 422, statusText: 'no' });
    await settle();
    const shown = [...element.querySelectorAll('app-field')].filter((each) => each.querySelector('.error'));
    expect(shown.map((each) => each.querySelector('label, .label')?.textContent.replace('(optional)', '').trim())).toEqual([
      'Mail address',
      'Born',
    ]);
  });
});
