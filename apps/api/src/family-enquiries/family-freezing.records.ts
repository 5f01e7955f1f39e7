import { Injectable } from '@nestjs/common';
import { type Frozen, frozenTogether } from '@panah/domain/family/freeze.rules';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';

/** One enquiry by one mark that a new one has as well. */
interface SharedMark extends Record<string, unknown> {
  enquiryId: string;
  kind: string;
  token: string;
  officeId: string;
  enteredBy: string;
  enteredAt: Date;
  state: string;
  freezeId: string | null;
  freezeIsOpen: boolean | null;
}

const FRESH = {
  name: 'family-freezing.fresh',
  text: 'select id from family_enquiry where org_id = $1 and looked_at is null order by id limit 1000 for update',
};
const SHARED = {
  name: 'family-freezing.shared',
  text: `select e.id as "enquiryId", m.kind, encode(m.token, 'hex') as token, e.office_id as "officeId", e.entered_by as "enteredBy", e.entered_at as "enteredAt", e.state,
      e.freeze_id as "freezeId", f.state = 'OPEN' as "freezeIsOpen"
    from (select distinct kind, token from family_enquiry_mark where enquiry_id = any($2::uuid[])) fresh
    join family_enquiry_mark m on m.kind = fresh.kind and m.token = fresh.token join family_enquiry e on e.id = m.enquiry_id left join family_freeze f on f.id = e.freeze_id
   where e.org_id = $1`,
};
const LOOKED = { name: 'family-freezing.looked', text: 'update family_enquiry set looked_at = now() where id = any($1::uuid[])' };
const MAKE = {
  name: 'family-freezing.make',
  text: 'insert into family_freeze (id, org_id, office_id, shared, entered_by) values ($1, $2, $3, $4, $5)',
};
const WIDEN = {
  name: 'family-freezing.widen',
  text: `update family_freeze set shared = array(select distinct unnest(shared || $2::text[]) order by 1),
    entered_by = array(select distinct unnest(entered_by || $3::uuid[])), version = version + 1 where id = $1`,
};
const FREEZE = {
  name: 'family-freezing.freeze',
  text: `update family_enquiry set state = 'FROZEN', freeze_id = $2 where id = any($1::uuid[]) and state = 'RECEIVED'`,
};
const GATHER = { name: 'family-freezing.gather', text: 'update family_enquiry set freeze_id = $2 where freeze_id = any($1::uuid[])' };

/** Enquiries freeze each other by what they share; nobody reads them for it. Done by the job, before anything is compared. */
@Injectable()
export class FamilyFreezing {
  /** Gives the ids of the freezes that were made or grew. */
  async freeze(): Promise<string[]> {
    const { orgId } = currentActor();
    const work = currentWork();
    const fresh = (await work.rows<{ id: string }>(FRESH, [orgId])).map(({ id }) => id);
    if (fresh.length === 0) return [];
    const shared = await work.rows<SharedMark>(SHARED, [orgId, fresh]);
    const groups = frozenTogether(
      shared.map(({ enquiryId, kind, token, enteredAt }) => ({ enquiryId, mark: `${kind} ${token}`, at: enteredAt.getTime() })),
    );
    const grown: string[] = [];
    for (const group of groups) grown.push(...(await this.freezeOne(group, shared)));
    await work.change(LOOKED, [fresh]);
    return grown;
  }

  /** What a coordinator decided stays decided, and counts. What still waits becomes one freeze. */
  private async freezeOne({ enquiryIds, marks }: Frozen, shared: readonly SharedMark[]): Promise<string[]> {
    const members = [
      ...new Map(shared.filter(({ enquiryId }) => enquiryIds.includes(enquiryId)).map((line) => [line.enquiryId, line])).values(),
    ];
    const received = members.filter(({ state }) => state === 'RECEIVED');
    const open = [...new Set(members.flatMap(({ freezeId, freezeIsOpen }) => (freezeId && freezeIsOpen ? [freezeId] : [])))].sort();
    if (received.length === 0 && open.length < 2) return [];
    const waiting = members.filter(({ state }) => state === 'RECEIVED' || state === 'FROZEN');
    const kinds = [...new Set(marks.map((mark) => mark.split(' ')[0] ?? ''))].sort();
    const id = await this.oneFor(open, waiting, kinds);
    const work = currentWork();
    await work.change(GATHER, [open.filter((other) => other !== id), id]);
    await work.change(FREEZE, [received.map(({ enquiryId }) => enquiryId), id]);
    return [id];
  }

  /** The oldest that is open, or a new one where the newest of them came in. */
  private async oneFor([oldest]: readonly string[], waiting: readonly SharedMark[], kinds: readonly string[]): Promise<string> {
    const enterers = [...new Set(waiting.map(({ enteredBy }) => enteredBy))];
    const id = oldest ?? newId();
    const newest = waiting.toSorted((a, b) => b.enteredAt.getTime() - a.enteredAt.getTime())[0];
    if (oldest) await currentWork().change(WIDEN, [id, kinds, enterers]);
    else await currentWork().change(MAKE, [id, currentActor().orgId, newest?.officeId, kinds, enterers]);
    return id;
  }
}
