import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PartnerLineView, PartnerView } from '@panah/contracts/partners.contract';
import { officeRequests } from '../platform/http/office-requests';
import { SessionStore } from '../platform/session/session-store';
import { partnersRoutes } from './partners.routes';

/** A whole room is rendered, with every country in its menus: that takes its time on a busy machine. */
jest.setTimeout(20_000);

export const HARBOUR: PartnerView = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  version: 3,
  name: 'Harbour Legal Clinic',
  type: 'LEGAL_CLINIC',
  country: 'AL',
  state: 'ACTIVE',
  services: ['LEGAL'],
  places: [{ service: 'LEGAL', people: 4 }],
  languages: ['sq'],
  agreementSignedOn: '2026-01-02',
  agreementValidTo: '2099-01-01',
  transferMechanism: 'SCC',
  securityCheckedOn: '2026-01-02',
  contacts: [{ name: 'Elira K.', task: null, reachedBy: 'by letter' }],
  remarks: null,
  actions: ['edit', 'suspend', 'end'],
};

export const line = (name: string, changes: Partial<PartnerLineView> = {}): PartnerLineView => ({
  id: `id-${name}`,
  name,
  type: 'LEGAL_CLINIC',
  country: 'AL',
  state: 'ACTIVE',
  services: ['LEGAL', 'HOUSING', 'HEALTH'],
  languages: [],
  agreementValidTo: null,
  ...changes,
});

/** The rooms of partners with a server that answers what the story says. */
export async function openPartners<Page>(url: string, page: Type<Page>, words: readonly string[] = []) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([officeRequests])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'partners', children: partnersRoutes }], withComponentInputBinding()),
    ],
  });
  const server = TestBed.inject(HttpTestingController);
  const ready = TestBed.inject(SessionStore).ready();
  server.expectOne('/api/session').flush({ state: 'OPEN', words, user: null });
  await ready;
  const harness = await RouterTestingHarness.create();
  const component = await harness.navigateByUrl(url, page);
  const element = harness.routeNativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await harness.fixture.whenStable();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const press = async (text: string, within: ParentNode = document) => {
    const button = [...within.querySelectorAll<HTMLElement>('button, a')].find((each) => each.textContent.trim().startsWith(text));
    if (!button) throw new Error(`There is no button "${text}".`);
    button.click();
    await settle();
  };
  const type = async (label: string, text: string, within: ParentNode = document) => {
    const tag = [...within.querySelectorAll('label')].find((each) => each.textContent.trim().startsWith(label));
    const box = tag && document.getElementById(tag.htmlFor);
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement || box instanceof HTMLSelectElement))
      throw new Error(`There is no field "${label}".`);
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  return { server, harness, component, element, settle, press, type, address: () => TestBed.inject(Router).url };
}
