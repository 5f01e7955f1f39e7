import { claimProcess } from '@panah/domain/asylum/claim.process';
import { decisionType, serviceMethod } from '@panah/domain/vocabulary/claims';
import {
  deadlineRoll,
  deadlineTrigger,
  deadlineType,
  deadlineUnit,
  permitType,
  type ProfileKind,
  profileKind,
} from '@panah/domain/vocabulary/legal-deadlines';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion, UsualField } from '../platform/form/form-question';
import { act } from './act-fields';
import type { AsylumApi } from './asylum.api';
import { weekdays } from './profile-words';

/** A form whose rules only the server knows: what a value must have depends on its kind. */
class OpenForm {}

type Given = Record<string, unknown>;

const number = (name: string, label: string, optional = false): UsualField => ({ name, label, kind: 'text', optional, most: 4 });
const AMOUNT = number('amount', $localize`:@@asylum.amount:How many`);
const UNIT = (): UsualField => ({
  name: 'unit',
  label: $localize`:@@asylum.unit:Of what`,
  kind: 'select',
  choices: choicesOf(deadlineUnit),
});
const TEXT: UsualField = { name: 'text', label: $localize`:@@asylum.inWords:In words`, kind: 'area', most: 2000 };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const days = (written: unknown): string[] =>
  text(written)
    .split(/[\s,;]+/)
    .filter(Boolean);
const counted = (value: unknown): number | null =>
  text(value) === '' ? null : Number(text(value).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)));

interface Shape {
  fields: () => readonly UsualField[];
  value: (given: Given) => object;
  code?: (given: Given) => string;
}

const CODE: UsualField = {
  name: 'code',
  label: $localize`:@@asylum.ruleName:Name of the rule`,
  kind: 'text',
  hint: $localize`:@@asylum.ruleNameHint:In capitals, such as APPEAL. The same name is a new version.`,
};
const SHAPES: Readonly<Record<ProfileKind, Shape>> = {
  DEADLINE_RULE: {
    fields: () => [
      CODE,
      { name: 'type', label: $localize`:@@asylum.what:What`, kind: 'select', choices: choicesOf(deadlineType) },
      { name: 'trigger', label: $localize`:@@asylum.trigger:Counted from`, kind: 'select', choices: choicesOf(deadlineTrigger) },
      AMOUNT,
      UNIT(),
      {
        name: 'roll',
        label: $localize`:@@asylum.roll:If the last day is no working day`,
        kind: 'select',
        choices: choicesOf(deadlineRoll),
      },
      {
        name: 'decisions',
        label: $localize`:@@asylum.onlyAfter:Only after`,
        kind: 'checks',
        inRow: true,
        choices: choicesOf(decisionType),
        optional: true,
      },
    ],
    value: ({ type, trigger, amount, unit, roll, decisions }) => ({
      type,
      trigger,
      amount: counted(amount),
      unit,
      roll,
      ...((decisions as string[] | undefined)?.length ? { decisions } : {}),
    }),
    code: ({ code }) => text(code).toUpperCase(),
  },
  SERVICE_FICTION: {
    fields: () => [
      { name: 'code', label: $localize`:@@asylum.serviceMethod:How it was served`, kind: 'select', choices: choicesOf(serviceMethod) },
      AMOUNT,
      UNIT(),
    ],
    value: ({ amount, unit }) => ({ amount: counted(amount), unit }),
    code: ({ code }) => text(code),
  },
  HOLIDAYS: {
    fields: () => [
      {
        name: 'days',
        label: $localize`:@@asylum.holidays:Days, one after the other`,
        kind: 'area',
        most: 4000,
        hint: $localize`:@@asylum.holidaysHint:As 2026-12-25. All of them: the list replaces the one before.`,
      },
      { name: 'until', label: $localize`:@@asylum.knownUntil:Known until`, kind: 'day', optional: true },
    ],
    value: ({ days: written, until }) => ({ days: days(written), until: until ?? null }),
  },
  WEEKEND: {
    fields: () => [
      { name: 'days', label: $localize`:@@asylum.weekend:Days of the weekend`, kind: 'checks', inRow: true, choices: weekdays() },
    ],
    value: ({ days: chosen }) => ({ days: ((chosen as string[] | undefined) ?? []).map(Number) }),
  },
  TIME_ZONE: {
    fields: () => [
      {
        name: 'zone',
        label: $localize`:@@asylum.zone:Time zone`,
        kind: 'text',
        hint: $localize`:@@asylum.zoneHint:Such as Europe/Tirane.`,
      },
    ],
    value: ({ zone }) => ({ zone }),
  },
  PERMIT_TYPE: {
    fields: () => [
      { name: 'code', label: $localize`:@@asylum.permitType:Kind of paper`, kind: 'select', choices: choicesOf(permitType) },
      number('months', $localize`:@@asylum.months:Valid for how many months`, true),
      number('opens', $localize`:@@asylum.opens:Renewal opens how many days before the end`, true),
    ],
    value: ({ months, opens }) => ({ months: counted(months), renewalOpensDays: counted(opens) }),
    code: ({ code }) => text(code),
  },
  STAGES: {
    fields: () => [{ name: 'oneStep', label: $localize`:@@asylum.oneStep:Applications in one step`, kind: 'yes-no' }],
    value: ({ oneStep }) => ({ states: Object.keys(claimProcess.states), oneStep }),
  },
  AUTHORITY: { fields: () => [TEXT], value: ({ text: written }) => ({ text: written }) },
  LEGAL_AID: { fields: () => [TEXT], value: ({ text: written }) => ({ text: written }) },
  RIGHT_TO_WORK: { fields: () => [TEXT], value: ({ text: written }) => ({ text: written }) },
};

/** Asks first what kind of value it is. */
export const chooseKind = (): FormQuestion<ProfileKind | null> =>
  act(
    $localize`:@@asylum.enterValue:Enter a value`,
    OpenForm,
    [{ name: 'kind', label: $localize`:@@asylum.what:What`, kind: 'select', choices: choicesOf(profileKind) }],
    ({ kind }: { kind?: string }) => Promise.resolve(kind !== undefined && profileKind.has(kind) ? kind : null),
  );

/** A value of a country, in the fields of its kind. */
export function enterValue(api: AsylumApi, country: string, kind: ProfileKind): FormQuestion {
  const { fields: shaped, value: made, code } = SHAPES[kind];
  const fields: UsualField[] = [
    ...shaped(),
    {
      name: 'sourceUrl',
      label: $localize`:@@asylum.source:Source`,
      kind: 'text',
      optional: true,
      most: 500,
      hint: $localize`:@@asylum.sourceHint:An address that begins with https.`,
    },
    { name: 'validFrom', label: $localize`:@@asylum.validFrom:Valid from`, kind: 'day', optional: true },
    { name: 'validTo', label: $localize`:@@asylum.validTo:Last day`, kind: 'day', optional: true },
  ];
  return act(
    $localize`:@@asylum.enterValue:Enter a value`,
    OpenForm,
    fields,
    (given: Given, intent) => {
      const { sourceUrl, validFrom, validTo, ...rest } = given;
      const about = Object.fromEntries(Object.entries({ sourceUrl, validFrom, validTo }).filter(([, each]) => each));
      return api.enterValue({ country, kind, code: code?.(rest) ?? 'ALL', value: made(rest), ...about }, intent);
    },
    { text: $localize`:@@asylum.enterText:It counts once a lawyer other than you has verified it.` },
  );
}
