import { LinkOfficerInput } from '@panah/contracts/family-links.contract';
import {
  ApproachInput,
  ApproachRiskInput,
  HearingInput,
  MinorSafeguardInput,
  RelativeDeclinesInput,
} from '@panah/contracts/family-steps.contract';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { duressCheck, linkSide } from '@panah/domain/vocabulary/family';
import { choicesOf } from '../platform/form/choices';
import type { UsualField } from '../platform/form/form-question';
import { FAMILY_RULES } from './family.texts';
import { eventLabel, type LinkAct, posted } from './link-act';
import { NoInput } from './no-input';

const SIDE: UsualField = {
  name: 'side',
  kind: 'choice',
  inRow: true,
  label: $localize`:@@family.whichSide:Which side`,
  choices: choicesOf(linkSide),
};
const HEARING: readonly UsualField[] = [
  { name: 'on', kind: 'day', label: $localize`:@@family.day:Day` },
  { name: 'spokenDirectly', kind: 'yes-no', label: $localize`:@@family.spoken:Did we speak with them directly?` },
  { name: 'alone', kind: 'yes-no', label: $localize`:@@family.alone:Were they alone?` },
  { name: 'duress', kind: 'choice', inRow: true, label: $localize`:@@family.free:Free to speak?`, choices: choicesOf(duressCheck) },
];
const BASES = [
  { code: 'LEGITIMATE_INTERESTS', label: $localize`:@@family.basisInterests:Legitimate interests, until they have answered` },
  { code: 'VITAL_INTEREST', label: $localize`:@@family.basisVital:Vital interest` },
  { code: 'CONSENT', label: $localize`:@@family.basisConsent:Their consent` },
];
export const OFFICER_SIDES = [
  { code: 'CLIENT', label: $localize`:@@family.officerClient:Officer of the client` },
  { code: 'RELATIVE', label: $localize`:@@family.officerRelative:Officer of the relative` },
  { code: 'MEDIATOR', label: $localize`:@@family.officerMediator:Neutral mediator` },
];

/** Asking the other, and what goes before and after it. */
export const ASKING_ACTS: Readonly<Record<string, LinkAct>> = {
  'assess-approach': {
    label: $localize`:@@family.assess:Write the risk notes`,
    ask: (asked) =>
      posted(asked, 'approach-assessment', {
        title: $localize`:@@family.assessTitle:Before anybody is approached`,
        text: $localize`:@@family.assessText:A coordinator reads this and decides. Write no name and no number: they see neither.`,
        contract: ApproachRiskInput,
        fields: [
          { name: 'clientRisk', kind: 'area', label: $localize`:@@family.clientRisk:What could happen to the client` },
          { name: 'relativeRisk', kind: 'area', label: $localize`:@@family.relativeRisk:What could happen to the relative` },
          {
            name: 'relativeLevel',
            kind: 'choice',
            inRow: true,
            label: $localize`:@@family.relativeLevel:Risk for the relative`,
            choices: choicesOf(riskLevel),
          },
          { name: 'channel', kind: 'area', label: $localize`:@@family.channel:The way of reaching them` },
          { name: 'channelSafe', kind: 'yes-no', label: $localize`:@@family.channelSafe:Is that way safe?` },
        ],
      }),
  },
  approach: {
    label: eventLabel('approach'),
    ask: (asked) =>
      posted(asked, 'approach', {
        title: eventLabel('approach'),
        text: $localize`:@@family.approachText:Say only what the client allowed. If they were not alone, or not free to speak, write it down so: then nothing counts as their word.`,
        contract: ApproachInput,
        start: { side: 'RELATIVE', on: asked.today, noticeGiven: false, legalBasis: 'LEGITIMATE_INTERESTS' },
        fields: [
          ...HEARING,
          {
            name: 'noticeGiven',
            kind: 'check',
            label: $localize`:@@family.notice:Told`,
            beside: $localize`:@@family.noticeText:They know who we are, why we ask, and what becomes of what they say`,
          },
          { name: 'legalBasis', kind: 'select', label: $localize`:@@family.basis:On what we keep their data`, choices: BASES },
        ],
      }),
  },
  hear: {
    label: $localize`:@@family.hear:Note a hearing`,
    ask: (asked) =>
      posted(asked, 'hearings', {
        title: $localize`:@@family.hearTitle:How they were heard`,
        contract: HearingInput,
        start: { on: asked.today },
        fields: [SIDE, ...HEARING],
      }),
  },
  relative_consents: {
    label: eventLabel('relative_consents'),
    ask: (asked) =>
      posted(asked, 'agreement', {
        title: eventLabel('relative_consents'),
        text: $localize`:@@family.agreeText:Their own yes to being kept, and at least to being known to be alive, is recorded beside this, and the client’s still stands.`,
        act: eventLabel('relative_consents'),
        contract: NoInput,
        fields: [],
      }),
  },
  relative_declines: {
    label: eventLabel('relative_declines'),
    danger: true,
    ask: (asked) =>
      posted(asked, 'declining', {
        title: eventLabel('relative_declines'),
        text: $localize`:@@family.declineText:It ends here. The client sees nothing of it and hears the one answer on its day. What we know of the relative goes after thirty days.`,
        act: eventLabel('relative_declines'),
        danger: true,
        contract: RelativeDeclinesInput,
        start: { neverAgain: false },
        fields: [{ name: 'neverAgain', kind: 'check', label: $localize`:@@family.neverAgain:They ask never to be contacted again` }],
      }),
  },
  no_reply: {
    label: eventLabel('no_reply'),
    danger: true,
    ask: (asked) =>
      posted(asked, 'no-reply', {
        title: eventLabel('no_reply'),
        text: $localize`:@@family.noReplyText:After two approaches, thirty days apart.`,
        act: eventLabel('no_reply'),
        danger: true,
        contract: NoInput,
        fields: [],
      }),
  },
  safeguard: {
    label: $localize`:@@family.safeguard:Somebody under 18`,
    ask: (asked) =>
      posted(asked, 'safeguards', {
        title: $localize`:@@family.safeguard:Somebody under 18`,
        text: $localize`:@@family.safeguardText:Or who may be. A coordinator then allows each step.`,
        contract: MinorSafeguardInput,
        fields: [
          SIDE,
          { name: 'guardian', kind: 'text', label: $localize`:@@family.guardian:Guardian` },
          { name: 'bestInterests', kind: 'area', label: $localize`:@@family.bestInterests:What is best for the child` },
          { name: 'childsView', kind: 'area', label: $localize`:@@family.childsView:What the child says` },
        ],
      }),
  },
  assign: {
    label: $localize`:@@family.assign:Name an officer`,
    ask: async ({ api, link }) => ({
      title: $localize`:@@family.assign:Name an officer`,
      text: $localize`:@@family.assignText:Where both are clients of ours, nobody serves both, and whoever mediates serves neither.`,
      contract: LinkOfficerInput,
      texts: FAMILY_RULES,
      fields: [
        { name: 'side', kind: 'choice', label: $localize`:@@family.officerFor:As`, choices: OFFICER_SIDES },
        {
          name: 'staffId',
          kind: 'select',
          label: $localize`:@@family.colleague:Colleague`,
          choices: await api.colleagues('FAMILY_LINKS'),
        },
      ],
      send: (input, intent) => api.assign(link, input, intent),
    }),
  },
};
