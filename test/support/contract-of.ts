import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { DiscoveryService } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import type { Route } from '../../apps/api/src/platform/access/boot-check';
import type { House } from './house';

type Contract = new () => object;

/** One field that a request class names. */
export interface Field {
  name: string;
  /** Names of its rules, as a refusal gives them: `isString`, `isUuid`, `isIn` … */
  rules: string[];
  /** The class of the object in it, or of each object of a list. */
  nested: Contract | null;
  each: boolean;
  /** The longest text it takes, when it says so. */
  longest: number | null;
  /** The shortest one. */
  shortest: number;
}

/** What NestJS numbers the parts of a request by. */
const REQUEST = 0;
const BODY = 3;
const QUERY = 4;

/** The class that a route reads its body by; null when it takes none. Throws when it takes one that no class checks. */
export const bodyOf = (house: House, route: Route): Contract | null => parameterOf(house, route, BODY);

/** The class that a route reads its address's questions by; null when it takes none. */
export const queryOf = (house: House, route: Route): Contract | null => parameterOf(house, route, QUERY);

/** Whether a handler is given the request or its body as it came, which no class checks. */
export function givenUnchecked(house: House, route: Route): boolean {
  return Object.entries(declared(house, route).parameters).some(
    ([key]) => key.startsWith(`${String(REQUEST)}:`) || key.startsWith(`${String(BODY)}:`),
  );
}

type Parameters = Record<string, { index: number; data?: unknown }>;

function declared(house: House, { name }: Route): { controller: Contract; method: string; parameters: Parameters } {
  const [controllerName, method = ''] = name.split('.');
  const controller = house.app
    .get(DiscoveryService)
    .getControllers()
    .find(({ metatype }) => metatype?.name === controllerName)?.metatype as Contract | undefined;
  if (!controller) throw new Error(`There is no controller ${String(controllerName)}.`);
  return { controller, method, parameters: (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as Parameters | undefined) ?? {} };
}

function parameterOf(house: House, route: Route, kind: number): Contract | null {
  const { controller, method, parameters } = declared(house, route);
  const [, parameter] = Object.entries(parameters).find(([key]) => key.startsWith(`${String(kind)}:`)) ?? [];
  if (!parameter) return null;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) as (Contract | undefined)[] | undefined;
  const type = types?.[parameter.index];
  if (!type || parameter.data !== undefined || fieldsOf(type).length === 0)
    throw new Error(`${route.name} takes a part of a request that no class of the contracts checks.`);
  return type;
}

/** The fields that a class names, those of its parents too. */
export function fieldsOf(contract: Contract): Field[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(contract, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].map((name) => {
    const own = rules.filter(({ propertyName }) => propertyName === name);
    const limits = own.flatMap(({ name: rule, constraints }) =>
      rule === 'maxLength' ? [constraints?.[0] as number] : rule === 'isLength' ? [constraints?.[1] as number] : [],
    );
    return {
      name,
      rules: own.map(({ name: rule, type }) => rule ?? type),
      nested: own.some(({ type }) => type === 'nestedValidation') ? nestedIn(contract, name) : null,
      each: own.some(({ each, name: rule }) => each || rule === 'isArray'),
      longest: limits[0] ?? null,
      shortest: Math.max(
        0,
        ...own.flatMap(({ name: rule, constraints }) => (rule === 'minLength' || rule === 'isLength' ? [constraints?.[0] as number] : [])),
      ),
    };
  });
}

/** Asks the contract itself: what does it make of an empty object in this field? */
function nestedIn(contract: Contract, name: string): Contract | null {
  const made = plainToInstance(contract, { [name]: {} }) as Record<string, object>;
  const type = made[name]?.constructor as Contract | undefined;
  return type && type !== Object ? type : null;
}
