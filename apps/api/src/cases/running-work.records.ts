import { Injectable } from '@nestjs/common';
import { currentWork } from '../platform/database/current-work';
import type { CaseFile } from './case.entity';

const count = (name: string, from: string) => ({ name: `running.${name}`, text: `select count(*)::int as open from ${from}` });
const DEADLINES = count('deadlines', `legal_deadline where case_id = $1 and state = 'OPEN'`);
const PLACEMENTS = count('placements', `placement where case_id = $1 and state not in ('MOVED_OUT', 'CANCELLED')`);
const EPISODES = count('episodes', `counselling_episode where case_id = $1 and state not in ('ENDED', 'DECLINED')`);

type Held = Pick<CaseFile, 'id'>;

/** What still runs on a case (model 3.1, approve_closure): how many, never which. The case has been reached by somebody who answers for its office. */
@Injectable()
export class RunningWorkRecords {
  deadlines = ({ id }: Held): Promise<number> => openIn(DEADLINES, id);
  placements = ({ id }: Held): Promise<number> => openIn(PLACEMENTS, id);
  episodes = ({ id }: Held): Promise<number> => openIn(EPISODES, id);
}

async function openIn(statement: typeof DEADLINES, caseId: string): Promise<number> {
  return (await currentWork().row<{ open: number }>(statement, [caseId]))?.open ?? 0;
}
