import type { LeakKind } from '@panah/domain/family/leaks/leak';

const WORDS: Readonly<Record<LeakKind, string>> = {
  MAIL_ADDRESS: $localize`:@@familyMessages.leakMail:Mail address`,
  LINK: $localize`:@@familyMessages.leakLink:Link`,
  HANDLE: $localize`:@@familyMessages.leakHandle:Name on a network`,
  BANK_ACCOUNT: $localize`:@@familyMessages.leakBank:Bank account`,
  NETWORK_ADDRESS: $localize`:@@familyMessages.leakNetwork:Network address`,
  MAIL_HEADER: $localize`:@@familyMessages.leakHeader:Head of a mail`,
  FILE_NAME: $localize`:@@familyMessages.leakFile:File name`,
  COORDINATES: $localize`:@@familyMessages.leakCoordinates:Coordinates`,
  DATE: $localize`:@@familyMessages.leakDate:Date`,
  HOUR: $localize`:@@familyMessages.leakHour:Hour`,
  TIME_ZONE: $localize`:@@familyMessages.leakZone:Time zone`,
  TELEPHONE: $localize`:@@familyMessages.leakTelephone:Telephone number`,
  POSTCODE: $localize`:@@familyMessages.leakPostcode:Postcode`,
  STREET: $localize`:@@familyMessages.leakStreet:Street or address`,
  CITY: $localize`:@@familyMessages.leakCity:Place`,
  COUNTRY: $localize`:@@familyMessages.leakCountry:Country`,
  WEEKDAY: $localize`:@@familyMessages.leakWeekday:Day of the week`,
  MONEY: $localize`:@@familyMessages.leakMoney:Money`,
  NAME: $localize`:@@familyMessages.leakName:A name that we hold`,
};

/** What a highlighted passage may tell. */
export const leakWord = (kind: string): string => (WORDS as Readonly<Record<string, string>>)[kind] ?? kind;
