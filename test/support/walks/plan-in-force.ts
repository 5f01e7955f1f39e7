import { expect } from '@playwright/test';
import { type Desk, readAs, sendAs } from '../desk';
import { wholePlan } from '../plan-on-file';
import { assessment } from '../risk-words';
import type { OpenedCase } from './team-walk';

/** From the assessment to a plan that another approved, of which other stories tell: the case is active. */
export async function planInForce(worker: Desk, coordinator: Desk, { id }: OpenedCase): Promise<void> {
  const path = `/api/cases/${id}`;
  await sendAs(worker, `${path}/risk-assessments`, assessment());
  const seen = { type: 'ASSESSMENT', happenedAt: new Date().toISOString(), body: 'Seen twice, alone.' };
  const note = await sendAs<{ id: string }>(worker, `${path}/notes`, seen);
  await sendAs(worker, `${path}/assessment-completion`, { note: note.id, noNeeds: true });
  const { inHand } = await readAs<{ inHand: { version: number } }>(worker, `${path}/plan`);
  const headers = { 'x-requested-with': 'office', 'if-match': `"${String(inHand.version)}"` };
  const written = await worker.page.request.put(`${path}/plan-draft`, { headers, data: wholePlan() });
  expect([written.status(), await written.text()]).toEqual([200, expect.any(String)]);
  await sendAs(worker, `${path}/plan-submission`);
  await sendAs(coordinator, `${path}/plan-approval`);
}
