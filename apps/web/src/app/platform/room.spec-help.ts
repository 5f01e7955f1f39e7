import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { officeRequests } from './http/office-requests';
import { SessionStore } from './session/session-store';

/** A whole room is rendered, with every country in its menus: that takes its time on a busy machine. */
jest.setTimeout(20_000);

/** The room in which a story plays, and what its reader may do. */
export interface Room {
  routes: Routes;
  words: readonly string[];
}

/** A room with a server that answers what the story says, and the hands of whoever is in it. */
export async function openRoom<Page>({ routes, words }: Room, url: string, page: Type<Page>) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([officeRequests])),
      provideHttpClientTesting(),
      provideRouter(routes, withComponentInputBinding()),
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
    for (let turn = 0; turn < 6; turn++) {
      await harness.fixture.whenStable();
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  const press = async (text: string, within: ParentNode = document) => {
    const button = [...within.querySelectorAll<HTMLElement>('button, a')].find((each) => each.textContent.trim().startsWith(text));
    if (!button) throw new Error(`There is no button "${text}".`);
    button.click();
    await settle();
  };
  const choose = async (text: string, within: ParentNode = document) => {
    const label = [...within.querySelectorAll('label.choice')].find((each) => each.textContent.trim() === text);
    label?.querySelector('input')?.click();
    if (!label) throw new Error(`There is no choice "${text}".`);
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
  const dialog = (): Element => {
    const open = document.querySelector('.cdk-overlay-container form');
    if (!open) throw new Error('no dialog asked');
    return open;
  };
  return { server, harness, component, element, settle, press, choose, type, dialog, address: () => TestBed.inject(Router).url };
}
