import {
  APART,
  NAME_KINDS,
  NameInput,
  type NameView,
  OrganisationalNameInput,
  type OrganisationalNameView,
} from '@panah/contracts/client-names.contract';
import { aliasType, romanisation } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import type { LineSheet } from './line.sheets';
import { saidOf } from './person.sheets';

const kinds = (codes: readonly string[]) => choicesOf(aliasType).filter(({ code }) => codes.includes(code));

export const nameLines = (): LineSheet<NameView> => ({
  lines: 'names',
  add: $localize`:@@clients.addName:Add a name`,
  edit: $localize`:@@clients.editName:Edit the name`,
  contract: NameInput,
  linesOf: ({ names }) => names,
  startOf: (name) => ({
    asWritten: name?.asWritten ?? '',
    kind: name?.kind ?? 'LEGAL_CURRENT',
    inUse: name?.inUse ?? true,
    given: name?.given ?? '',
    family: name?.family ?? '',
    prefix: name?.prefix ?? '',
    suffix: name?.suffix ?? '',
    romanisation: name?.romanisation ?? null,
    usedFrom: saidOf(name?.usedFrom ?? null),
    usedTo: saidOf(name?.usedTo ?? null),
  }),
  fields: [
    {
      name: 'asWritten',
      kind: 'text',
      label: $localize`:@@clients.asWritten:Name, as it was said or written`,
      hint: $localize`:@@clients.asWrittenHint:In any script.`,
    },
    { name: 'kind', kind: 'select', choices: kinds(NAME_KINDS), label: $localize`:@@clients.nameKind:Kind of name` },
    { name: 'inUse', kind: 'check', label: $localize`:@@clients.inUse:This is the name to use` },
    { name: 'given', kind: 'text', optional: true, label: $localize`:@@clients.given:Given name` },
    { name: 'family', kind: 'text', optional: true, label: $localize`:@@clients.family:Family name` },
    {
      name: 'prefix',
      kind: 'text',
      optional: true,
      label: $localize`:@@clients.prefix:Before the name`,
      hint: $localize`:@@clients.prefixHint:For example: Seyyed, Dr.`,
    },
    {
      name: 'suffix',
      kind: 'text',
      optional: true,
      label: $localize`:@@clients.suffix:After the name`,
      hint: $localize`:@@clients.suffixHint:For example: -zadeh, Jr.`,
    },
    {
      name: 'romanisation',
      kind: 'select',
      choices: choicesOf(romanisation),
      optional: true,
      label: $localize`:@@clients.romanisation:Latin spelling follows`,
    },
    { name: 'usedFrom', kind: 'said', optional: true, label: $localize`:@@clients.usedFrom:Used from` },
    { name: 'usedTo', kind: 'said', optional: true, label: $localize`:@@clients.usedTo:Used until` },
  ],
});

export const organisationalNameLines = (): LineSheet<OrganisationalNameView> => ({
  lines: 'organisational-names',
  add: $localize`:@@clients.addOrgName:Add a name kept apart`,
  edit: $localize`:@@clients.editOrgName:Edit the name kept apart`,
  text: $localize`:@@clients.orgNameText:It stands in no list, search or letter.`,
  contract: OrganisationalNameInput,
  startOf: (name) => ({ asWritten: name?.asWritten ?? '', kind: name?.kind ?? 'ORGANISATIONAL', remarks: name?.remarks ?? '' }),
  fields: [
    { name: 'asWritten', kind: 'text', label: $localize`:@@clients.asWritten:Name, as it was said or written` },
    { name: 'kind', kind: 'select', choices: kinds(APART), label: $localize`:@@clients.nameKind:Kind of name` },
    { name: 'remarks', kind: 'area', optional: true, label: $localize`:@@clients.remarks:Remarks` },
  ],
});
