import { CaseDocumentEditInput, type CaseDocumentView } from '@panah/contracts/documents.contract';
import { documentType } from '@panah/domain/vocabulary/documents';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { DocumentsApi } from './documents.api';
import { FIELD_TEXTS } from './documents.texts';

/** Puts right what is told of a document; its bytes stay as they are. */
export const editQuestion = (api: DocumentsApi, before: CaseDocumentView): FormQuestion<CaseDocumentView, CaseDocumentEditInput> => ({
  title: $localize`:@@documents.editTitle:Edit document`,
  contract: CaseDocumentEditInput,
  texts: FIELD_TEXTS,
  ...shapeOf(before),
  fields: [
    { name: 'type', kind: 'select', label: $localize`:@@documents.type:What it is`, choices: choicesOf(documentType) },
    { name: 'title', kind: 'text', label: $localize`:@@documents.title:Title` },
    { name: 'receivedOn', kind: 'day', label: $localize`:@@documents.receivedOn:Received on` },
    { name: 'validTo', kind: 'day', label: $localize`:@@documents.validTo:Valid until`, optional: true },
  ],
  send: (input, _intent, version) => api.edit(before.id, input, version),
  meanwhile: async () => shapeOf(await api.read(before.id)),
});

const shapeOf = ({ type, title, receivedOn, validTo, language, version }: CaseDocumentView) => ({
  start: { type, title, receivedOn, validTo, language },
  version,
});
