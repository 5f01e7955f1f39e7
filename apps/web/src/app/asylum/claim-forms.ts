import { ClaimDetailsInput, ClaimInput, type ClaimsView, type ClaimView } from '@panah/contracts/asylum.contract';
import { ProcedureEventInput, ServiceInput, TranslationInput } from '@panah/contracts/claim-steps.contract';
import { interpreterWish, procedureEventType, procedureType, serviceMethod } from '@panah/domain/vocabulary/claims';
import { countryName } from '@panah/domain/vocabulary/countries';
import { LANGUAGES, languageName } from '@panah/domain/vocabulary/languages';
import { choicesOf } from '../platform/form/choices';
import { readerLanguage } from '../platform/reader/language';
import type { FormQuestion, QuestionField } from '../platform/form/form-question';
import { act, change, countries, COUNTRY, day, select, text } from './act-fields';
import type { AsylumApi } from './asylum.api';

const details = (): QuestionField[] => [
  text('authority', $localize`:@@asylum.authority:Authority`),
  text(
    'fileNo',
    $localize`:@@asylum.fileNo:Number of the file there`,
    true,
    $localize`:@@asylum.fileNoHint:Masked until somebody asks for it and says why. Left empty, it stays as it is.`,
  ),
  select(
    'language',
    $localize`:@@asylum.procedureLanguage:Language of the procedure`,
    LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) })),
    true,
  ),
  select('interpreter', $localize`:@@asylum.interpreter:By whom they wish to be interpreted`, choicesOf(interpreterWish), true),
];

export function newClaim(api: AsylumApi, { id, claims }: ClaimsView, demo: boolean): FormQuestion {
  const ended = claims.filter(({ endedOn }) => endedOn !== null);
  const follows: QuestionField[] = ended.length
    ? [
        select(
          'followsId',
          $localize`:@@asylum.follows:Follows`,
          ended.map((claim) => ({
            code: claim.id,
            label: `${countryName(claim.country, readerLanguage())} · ${procedureType.label(claim.procedureType as 'SUBSEQUENT', readerLanguage())}`,
          })),
          true,
        ),
      ]
    : [];
  const fields = [
    select('country', COUNTRY, countries(demo)),
    select('procedureType', $localize`:@@asylum.procedure:Procedure`, choicesOf(procedureType)),
    ...follows,
    ...details(),
  ];
  const note = $localize`:@@asylum.noStory:What the person lived through is not written here: it belongs into a legally privileged note, and nowhere else.`;
  return act($localize`:@@asylum.newClaim:New claim`, ClaimInput, fields, (value, intent) => api.openClaim(id, value, intent), {
    text: note,
    start: { procedureType: 'FIRST_APPLICATION' },
  });
}

export function editClaim(api: AsylumApi, claim: ClaimView): FormQuestion {
  return change($localize`:@@asylum.editClaim:Details of the claim`, ClaimDetailsInput, details(), {
    it: claim,
    start: detailsOf,
    read: () => api.claim(claim.id),
    send: (value, version) => api.editClaim(claim.id, value, version),
  });
}

/** Its number is masked, and stays as it is where nothing is written; needs and dependants are not asked here, and stay too. */
const detailsOf = ({ authority, language, interpreter, specialNeeds, dependants }: ClaimView) => ({
  authority,
  language,
  interpreter,
  specialNeeds,
  dependants,
});

export function newEvent(api: AsylumApi, { id }: ClaimView): FormQuestion {
  const fields = [
    select('type', $localize`:@@asylum.what:What`, choicesOf(procedureEventType)),
    day('on', $localize`:@@asylum.on:On`),
    { name: 'at', label: $localize`:@@asylum.at:At`, kind: 'time', optional: true } as const,
    text('place', $localize`:@@asylum.place:Where`),
    text('accompaniedBy', $localize`:@@asylum.accompanied:Who went along`),
    text(
      'outcome',
      $localize`:@@asylum.eventOutcome:What came of it`,
      true,
      $localize`:@@asylum.eventHint:A few words. What was said belongs into a privileged note.`,
    ),
  ];
  return act($localize`:@@asylum.newEvent:Something happened`, ProcedureEventInput, fields, (value, intent) =>
    api.onClaim(id, 'events', value, intent),
  );
}

export function correctService(api: AsylumApi, { id, servedOn, serviceMethod: method }: ClaimView['decisions'][number]): FormQuestion {
  const fields = [
    day('servedOn', $localize`:@@asylum.servedOn:Served on`),
    select('serviceMethod', $localize`:@@asylum.serviceMethod:How it was served`, choicesOf(serviceMethod)),
  ];
  return act(
    $localize`:@@asylum.correctService:The day of service was wrong`,
    ServiceInput,
    fields,
    (value, intent) => api.onDecision(id, 'service', value, intent),
    {
      text: $localize`:@@asylum.correctText:Deadlines that rest on it are reckoned anew; the former day stays beside the new one.`,
      start: { servedOn, serviceMethod: method },
    },
  );
}

export function translated(api: AsylumApi, decisionId: string): FormQuestion {
  return act(
    $localize`:@@asylum.translated:Translated for the client`,
    TranslationInput,
    [day('on', $localize`:@@asylum.on:On`)],
    (value, intent) => api.onDecision(decisionId, 'translation', value, intent),
  );
}
