import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { FamilyMessageView } from '@panah/contracts/family-messages.contract';
import { MessageWords } from './message-words';

const MESSAGE = { id: 'm-1', version: 3, body: 'خواهر عزیزم', translation: null } as unknown as FamilyMessageView;

async function words(what: 'BODY' | 'TRANSLATION') {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(MessageWords);
  for (const [name, value] of Object.entries({ message: MESSAGE, what, label: 'Words', act: 'Hand it in', language: 'ar' }))
    fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const [box, button] = [element.querySelector('textarea'), element.querySelector('button')];
  if (!box || !button) throw new Error('there is nothing to write in');
  return { server: TestBed.inject(HttpTestingController), element, box, button };
}

describe('words in one language', () => {
  it('are written under what they are, in their own direction, and handed in by a button that says so', async () => {
    const { server, element, box, button } = await words('TRANSLATION');
    expect([element.querySelector('label')?.textContent.trim(), button.textContent.trim()]).toEqual(['Words', 'Hand it in']);
    expect([box.lang, box.dir, box.value]).toEqual(['ar', 'rtl', '']);
    box.value = 'أختي';
    box.dispatchEvent(new Event('input'));
    button.click();
    expect(server.expectOne('/api/family-messages/m-1/translation').request.body).toEqual({ body: 'أختي' });
  });

  it('of a draft begin as they were kept', async () => {
    expect((await words('BODY')).box.value).toBe('خواهر عزیزم');
  });
});
