import type { EnquiryInput, EnquiryView } from '@panah/contracts/intake.contract';
import { readerLanguage } from '../platform/reader/language';

/** What a new enquiry starts from: a language likely to be spoken, and nothing presumed about danger or contact. */
export function emptyEnquiry(): EnquiryInput {
  return {
    name: '',
    asked: '',
    immediateDanger: '',
    // Nothing is chosen until somebody says; the contract asks for an answer.
    callbackSafe: null as unknown as boolean,
    source: 'SELF',
    language: readerLanguage() === 'fa' ? 'fa' : '',
    country: null,
    birth: null,
    contactChannel: null,
    contactValue: '',
    contactSafety: null,
    contactRule: '',
    genuineness: '',
  };
}

/** A saved enquiry in the form's own shape. */
export function formValueOf(view: EnquiryView): EnquiryInput {
  const { birth } = view;
  return {
    name: view.name ?? '',
    asked: view.asked ?? '',
    immediateDanger: view.immediateDanger ?? '',
    callbackSafe: view.callbackSafe ?? false,
    source: view.source ?? '',
    language: view.language ?? '',
    country: view.country,
    birth: birth && { originalText: birth.originalText, calendar: birth.calendar, basis: birth.basis },
    contactChannel: view.contactChannel,
    contactValue: view.contactValue,
    contactSafety: view.contactSafety,
    contactRule: view.contactRule,
    genuineness: view.genuineness,
  };
}
