import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type MetadataStorage } from 'class-validator';
import { invalid, Problem } from './problem';

/** `{ "names.0.given": ["isLength"] }`: the field and the names of the rules it breaks; the web app has the words. */
export function brokenFields(errors: readonly ValidationError[], path = ''): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { property, constraints, children } of errors) {
    const name = path ? `${path}.${property}` : property;
    if (constraints) fields[name] = Object.keys(constraints);
    Object.assign(fields, brokenFields(children ?? [], name));
  }
  return fields;
}

type RulesOf = MetadataStorage['getTargetValidationMetadatas'];

/**
 * class-validator goes through all classes of the house to find the rules of one, for each body and each query. Rules are written by decorators and do not
 * change once a class is there: what was found is kept.
 */
function rememberRules(storage = getMetadataStorage()): void {
  const find: RulesOf = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<RulesOf>>();
  storage.getTargetValidationMetadatas = (type, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length) return find(type, schema, always, strictGroups, groups);
    const rules = known.get(type) ?? find(type, schema, always, strictGroups, groups);
    known.set(type, rules);
    return rules;
  };
}
rememberRules();

/** Something that a reader sees: neither space nor a mark that only joins, parts or turns what stands beside it. */
const SEEN = /[^\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u;

/** What looks like nothing is nothing: words without anything to see are one space, which every rule about words knows. */
function withoutUnseen(told: unknown): unknown {
  if (typeof told === 'string') return told === '' || SEEN.test(told) ? told : ' ';
  if (Array.isArray(told)) return told.map(withoutUnseen);
  if (typeof told !== 'object' || told === null || Object.getPrototypeOf(told) !== Object.prototype) return told;
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, withoutUnseen(value)]));
}

class WordsThatAreSeen extends ValidationPipe {
  override transform(told: unknown, about: ArgumentMetadata): Promise<unknown> {
    return super.transform(about.type === 'body' ? withoutUnseen(told) : told, about);
  }
}

/** Unknown fields are refused, not dropped: nobody promotes themself by a field that was overlooked. */
export const validation = (): ValidationPipe =>
  new WordsThatAreSeen({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => {
      const fields = brokenFields(errors);
      const unknown = Object.values(fields).some((rules) => rules.includes('whitelistValidation'));
      return unknown ? new Problem(400, 'unknown-field', undefined, fields) : invalid(fields);
    },
  });

/** As a body is checked, for what came another way. Throws the same problems. */
export async function validated<T extends object>(type: new () => T, told: unknown): Promise<T> {
  const given = typeof told === 'object' && told !== null && !Array.isArray(told) ? told : {};
  return (await validation().transform(given, { type: 'body', metatype: type })) as T;
}
