import type { Type } from '@angular/core';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import type { BrokenRule } from './rule-texts';

/** Field (a dotted path for nested ones) to the first rule it breaks. */
export type BrokenRules = Readonly<Record<string, BrokenRule>>;

/** Characters of a text or size of a number; null where the contract sets none. */
export interface Bounds {
  least: number | null;
  most: number | null;
}

/** A rule that only asks for the right type says less than one that names a limit. */
const VAGUE = new Set(['isString', 'isInt', 'isNumber', 'isBoolean', 'isDefined']);

/** Judges a form's value by the class that the server judges it by. */
export function brokenRules<T extends object>(contract: Type<T>, value: object): BrokenRules {
  const errors = validateSync(plainToInstance(contract, value), { whitelist: false, forbidUnknownValues: false });
  return Object.fromEntries(errors.flatMap((error) => rulesOf(contract, error, '')));
}

/** What a control may hold the keyboard to: of a number both ends, of a text how long it may be. */
export function boundsOf(contract: Type<object>, field: string): Bounds {
  const [part = '', inner] = field.split('.');
  if (inner) return boundsOf(classOf(contract, part), inner);
  const declared = getMetadataStorage().getTargetValidationMetadatas(contract, '', false, false);
  const ofField = declared.filter(({ propertyName, each }) => propertyName === field && !each);
  const limit = (rule: string, at: number) => (ofField.find(({ name }) => name === rule)?.constraints?.[at] as number | undefined) ?? null;
  return { least: limit('min', 0), most: limit('max', 0) ?? limit('maxLength', 0) ?? limit('isLength', 1) };
}

/** The class of a property that is a contract itself. */
function classOf(contract: Type<object>, part: string): Type<object> {
  const made = plainToInstance(contract, { [part]: {} }) as Readonly<Record<string, object>>;
  return (made[part]?.constructor ?? Object) as Type<object>;
}

function rulesOf(contract: Type<object>, error: ValidationError, before: string): [string, BrokenRule][] {
  const path = before + error.property;
  const names = Object.keys(error.constraints ?? {});
  const broken = names.find((name) => !VAGUE.has(name)) ?? names[0];
  const rule = broken === 'isIso8601' && !error.value ? 'isDefined' : broken; // no day yet is not a wrong day
  const own: [string, BrokenRule][] = rule ? [[path, { rule, limits: limitsOf(error, rule) }]] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => rulesOf(contract, child, `${path}.`))];
}

function limitsOf(error: ValidationError, rule: string): readonly unknown[] {
  const target = error.target?.constructor;
  if (!target) return [];
  const declared = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  const one = declared.find((each) => each.propertyName === error.property && each.name === rule);
  return (one?.constraints as readonly unknown[] | undefined) ?? [];
}
