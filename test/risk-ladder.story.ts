import './support/patience';
import { judgeRisk } from '@panah/domain/risk/risk.rules';
import { type RiskLevel, riskLevel } from '@panah/domain/vocabulary/cases';
import { type RiskFactor, riskFactor, type RiskFactorRating } from '@panah/domain/vocabulary/risk';
import fc from 'fast-check';
import { RiskRecords } from '../apps/api/src/risk/risk.records';
import { newId } from '../apps/api/src/platform/new-id';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type Asked, atTheDatabase, doneAtTheDatabase } from './support/at-the-database';
import { type House, openHouse, type Person } from './support/house';
import { acting } from './support/known-client';

const DOWN = ['IMMINENT', 'HIGH', 'MEDIUM', 'LOW'] as const;
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

/** Step by step to the lowest level, so many hours after the step before. */
const downIn = (hours: readonly number[]) => DOWN.map((level, at) => ({ level, hours: hours[at] ?? 0, two: at === 2 && hours[3] === 166 }));

/** An assessment as a plain statement would write it. */
const written = async (sql: Asked, state: 'WAITING' | 'FINAL', level: RiskLevel, more: Record<string, string> = {}): Promise<string> => {
  const id = newId();
  const columns: Record<string, string> = {
    ...{ id: `'${id}'`, author_id: 'app.staff_id()', state: `'${state}'`, level: `'${level}'`, floor: `'LOW'`, assessed_at: 'now()' },
    ...{ sealed: `'\\x00'`, final_at: state === 'FINAL' ? 'now()' : 'null', review_at: state === 'FINAL' ? 'now()' : 'null', ...more },
  };
  await sql(
    `insert into risk_assessment (org_id, office_id, client_id, case_id, ${Object.keys(columns).join(', ')})
     select org_id, office_id, client_id, id, ${Object.values(columns).join(', ')} from case_file where id = $1`,
    [file.caseId],
  );
  return id;
};
const onTheCase = (sql: Asked, level: RiskLevel) => sql('update case_file set risk_level = $2 where id = $1', [file.caseId, level]);
const assessed = async (sql: Asked, level: RiskLevel, more: Record<string, string> = {}): Promise<string> => {
  const id = await written(sql, 'FINAL', level, more);
  await onTheCase(sql, level);
  return id;
};
const agreed = async (sql: Asked, id: string, level: RiskLevel, more = '') => {
  const set = `state = 'FINAL', final_at = now(), review_at = now(), confirmed_by = app.staff_id()${more}`;
  await sql(`update risk_assessment set ${set} where id = $1`, [id]);
  await onTheCase(sql, level);
};
const byOne = (level: RiskLevel) => doneAtTheDatabase(house, worker, (sql) => assessed(sql, level));
const byTwo = async (level: RiskLevel) => {
  const id = await doneAtTheDatabase(house, worker, (sql) => written(sql, 'WAITING', level));
  await doneAtTheDatabase(house, coordinator, (sql) => agreed(sql, id, level));
};

/** The rule of the application, asked of the same rows: whether this level waits for a second person now. */
const appAsksForTwo = async (level: RiskLevel): Promise<boolean> => {
  const [stands] = await house.sql<{ level: RiskLevel | null }>('select risk_level as level from case_file where id = $1', [file.caseId]);
  const facts = await acting(house, coordinator, house.offices.north, () =>
    house.app.get(RiskRecords).standsOn({ id: file.caseId, riskLevel: stands?.level ?? null }),
  );
  const ratings = Object.fromEntries(riskFactor.codes.map((factor) => [factor, 'ABSENT'])) as Record<RiskFactor, RiskFactorRating>;
  const now = new Date().toISOString();
  const said = {
    sources: ['SELF'],
    worries: 'Nights',
    ownScale: 3,
    levelReason: 'As told',
    overrideReason: '',
    actionTaken: '',
    toldWhom: '',
  };
  return judgeRisk({ ...said, assessedAt: now, ratings, refusedForGood: false, notes: {}, level }, facts, now).second !== null;
};
/** Whether plain SQL of one person is refused this level; taken back whatever comes of it. */
const databaseAsksForTwo = async (level: RiskLevel): Promise<boolean> => {
  try {
    await atTheDatabase(house, worker, (sql) => assessed(sql, level));
    return false;
  } catch (refused) {
    expect(refused).toMatchObject({ constraint: 'risk_assessment_lowered' });
    return true;
  }
};
const hoursPass = (hours: number) =>
  house.sql(`set session_replication_role = replica;
    update risk_assessment set final_at = final_at - interval '${hours} hours' where case_id = '${file.caseId}'; set session_replication_role = origin`);

describe('R-RI-06 at the database', () => {
  it('asks for a second person exactly where the application does, on whatever ladder of levels, hours and second persons', async () => {
    const step = fc.record({
      level: fc.constantFrom(...riskLevel.codes),
      hours: fc.oneof(fc.integer({ min: 0, max: 80 }), fc.constantFrom(166, 169)),
      two: fc.boolean(),
    });
    let forTwo = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (ladder) => {
        file = await admittedFile(house, coordinator, worker);
        for (const { level, hours, two } of ladder) {
          await hoursPass(hours);
          const wanted = await appAsksForTwo(level);
          expect([level, await databaseAsksForTwo(level)]).toEqual([level, wanted]);
          forTwo += wanted ? 1 : 0;
          if (two) await byTwo(level);
          else if (!wanted) await byOne(level);
        }
      }),
      {
        numRuns: 30,
        examples: [
          [0, 1, 1, 1],
          [0, 160, 7, 1],
          [0, 160, 9, 1],
          [0, 1, 169, 1],
          [0, 1, 1, 166],
        ].map((hours) => [downIn(hours)]),
      },
    );
    expect(forTwo).toBeGreaterThan(0);
  });

  it.each([
    [
      'in several transactions',
      () =>
        byOne('IMMINENT')
          .then(() => byOne('HIGH'))
          .then(() => byOne('MEDIUM')),
    ],
    [
      'in one',
      () =>
        doneAtTheDatabase(house, worker, async (sql) => {
          for (const level of DOWN) await assessed(sql, level);
        }),
    ],
  ])('does not let one person walk down %s; a second one lets them', async (_, walk) => {
    await expect(walk()).rejects.toMatchObject({ constraint: 'risk_assessment_lowered' });
    await byOne('IMMINENT');
    await byOne('HIGH');
    await byTwo('MEDIUM');
    await byOne('LOW');
  });

  it('takes the clock’s word for when it was, not the statement’s: what was dated back counts as said now', async () => {
    await doneAtTheDatabase(house, worker, (sql) => assessed(sql, 'IMMINENT', { final_at: `now() - interval '8 days'` }));
    await byOne('HIGH');
    await expect(byOne('MEDIUM')).rejects.toMatchObject({ constraint: 'risk_assessment_lowered' });
    await hoursPass(8 * 24);
    await byOne('MEDIUM');
  });

  it('lets nobody write or agree in another’s name, nor change what the other one wrote', async () => {
    await byOne('HIGH');
    const ofAnother = { author_id: `'${coordinator.id}'` };
    await expect(doneAtTheDatabase(house, worker, (sql) => written(sql, 'WAITING', 'LOW', ofAnother))).rejects.toMatchObject({
      constraint: 'risk_assessment_by_oneself',
    });
    const agreement = { confirmed_by: `'${coordinator.id}'` };
    await expect(doneAtTheDatabase(house, worker, (sql) => assessed(sql, 'LOW', agreement))).rejects.toMatchObject({
      constraint: 'risk_assessment_by_oneself',
    });
    const id = await doneAtTheDatabase(house, worker, (sql) => written(sql, 'WAITING', 'MEDIUM'));
    await expect(doneAtTheDatabase(house, coordinator, (sql) => agreed(sql, id, 'LOW', `, level = 'LOW'`))).rejects.toMatchObject({
      constraint: 'risk_assessment_stays_its_authors',
    });
    await doneAtTheDatabase(house, coordinator, (sql) => agreed(sql, id, 'MEDIUM'));
  });

  it('keeps on the case the level that was assessed last, and no other', async () => {
    await byOne('HIGH');
    await expect(doneAtTheDatabase(house, worker, (sql) => onTheCase(sql, 'LOW'))).rejects.toMatchObject({
      constraint: 'case_file_risk_was_assessed',
    });
    await byOne('IMMINENT');
  });
});
