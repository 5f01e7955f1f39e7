import type { ReferralEndReason } from '@panah/domain/vocabulary/referrals';
import type { serviceRequested } from '@panah/domain/vocabulary/partners';
import type { CodeOf, Language } from '@panah/domain/vocabulary/code-list';
import type { ConsentScope } from '@panah/domain/vocabulary/consents';
import type { SheetLanguage } from './disclosed-words';

/** The languages of the sheet that the vocabularies do not speak, said to the person it is about. */
type Said = Readonly<Record<Exclude<SheetLanguage, Language>, string>>;

/** What for. */
export const SERVICES_SAID: Readonly<Record<CodeOf<typeof serviceRequested>, Said>> = {
  LEGAL: { de: 'Rechtshilfe', fr: 'Aide juridique', sq: 'Ndihmë ligjore', ar: 'مساعدة قانونية' },
  HOUSING: { de: 'Wohnung oder Unterkunft', fr: 'Logement ou hébergement', sq: 'Banim ose strehim', ar: 'سكن أو مأوى' },
  HEALTH: { de: 'Gesundheit', fr: 'Santé', sq: 'Shëndetësi', ar: 'رعاية صحية' },
  MHPSS: {
    de: 'Seelische Gesundheit und psychosoziale Hilfe',
    fr: 'Santé mentale et soutien psychosocial',
    sq: 'Shëndet mendor dhe mbështetje psikosociale',
    ar: 'صحة نفسية ودعم نفسي واجتماعي',
  },
  CASH_KIND: {
    de: 'Geld- oder Sachhilfe',
    fr: 'Aide en argent ou en nature',
    sq: 'Ndihmë në para ose në natyrë',
    ar: 'مساعدة نقدية أو عينية',
  },
  SAFETY: { de: 'Körperliche Sicherheit', fr: 'Sécurité physique', sq: 'Siguri fizike', ar: 'السلامة الجسدية' },
  FAMILY_TRACING: {
    de: 'Suche nach der Familie und Zusammenführung',
    fr: 'Recherche de la famille et réunification',
    sq: 'Kërkim i familjes dhe ribashkim',
    ar: 'البحث عن الأسرة ولمّ الشمل',
  },
  CHILD_SERVICES: { de: 'Hilfe für Kinder', fr: 'Services pour enfants', sq: 'Shërbime për fëmijë', ar: 'خدمات للأطفال' },
  OLDER_PERSON: {
    de: 'Hilfe für ältere Menschen',
    fr: 'Services pour personnes âgées',
    sq: 'Shërbime për të moshuar',
    ar: 'خدمات لكبار السن',
  },
  DISABILITY: {
    de: 'Hilfe bei Behinderung',
    fr: 'Services liés au handicap',
    sq: 'Shërbime për personat me aftësi të kufizuara',
    ar: 'خدمات لذوي الإعاقة',
  },
  EDUCATION: { de: 'Bildung und Sprache', fr: 'Éducation et langue', sq: 'Arsim dhe gjuhë', ar: 'تعليم ولغة' },
  LIVELIHOOD: { de: 'Lebensunterhalt und Arbeit', fr: 'Moyens de subsistance et emploi', sq: 'Jetesë dhe punësim', ar: 'سبل العيش والعمل' },
  DOCUMENTATION: { de: 'Ausweise und Urkunden', fr: 'Papiers et documents', sq: 'Dokumente', ar: 'وثائق رسمية' },
  INTERPRETING: { de: 'Dolmetschen', fr: 'Interprétation', sq: 'Përkthim me gojë', ar: 'ترجمة شفوية' },
  CASE_MANAGEMENT: { de: 'Begleitung vor Ort', fr: 'Accompagnement sur place', sq: 'Shoqërim në vend', ar: 'متابعة محلية' },
  OTHER: { de: 'Anderes', fr: 'Autre', sq: 'Tjetër', ar: 'أخرى' },
};

/** What a consent to tell a partner covers. */
export const SCOPES_SAID: Readonly<
  Record<
    Extract<
      ConsentScope,
      | 'PSEUDONYM'
      | 'AGE_LANGUAGES'
      | 'REQUEST'
      | 'WORK_DONE'
      | 'SAFETY'
      | 'CONTACT_RULES'
      | 'GUARDIAN'
      | 'NAME'
      | 'BIRTH'
      | 'NEEDS'
      | 'DOCUMENTS'
      | 'LEGAL_STATUS'
      | 'HEALTH'
      | 'COUNSELLING_SUMMARY'
      | 'ADDRESS'
      | 'DEPENDANTS'
    >,
    Said
  >
> = {
  PSEUDONYM: {
    de: 'Pseudonym und Aktenzeichen',
    fr: 'Pseudonyme et référence',
    sq: 'Pseudonim dhe numër reference',
    ar: 'اسم مستعار ورقم مرجعي',
  },
  AGE_LANGUAGES: {
    de: 'Altersgruppe, Geschlecht, Sprachen',
    fr: 'Tranche d’âge, sexe, langues',
    sq: 'Grupmosha, gjinia, gjuhët',
    ar: 'الفئة العمرية والجنس واللغات',
  },
  REQUEST: { de: 'Was Sie möchten', fr: 'Ce que vous souhaitez', sq: 'Çfarë dëshironi', ar: 'ما تريدونه' },
  WORK_DONE: { de: 'Was bisher getan wurde', fr: 'Ce qui a été fait', sq: 'Çfarë është bërë', ar: 'ما تمّ عمله' },
  SAFETY: {
    de: 'Angaben zu Ihrer Sicherheit',
    fr: 'Informations sur votre sécurité',
    sq: 'Të dhëna për sigurinë tuaj',
    ar: 'معلومات عن سلامتكم',
  },
  CONTACT_RULES: {
    de: 'Wie man Sie erreichen darf',
    fr: 'Comment on peut vous joindre',
    sq: 'Si mund t’ju kontaktojnë',
    ar: 'كيفية التواصل معكم',
  },
  GUARDIAN: {
    de: 'Wer für Sie sorgt oder spricht',
    fr: 'Qui s’occupe de vous ou parle pour vous',
    sq: 'Kush kujdeset për ju ose flet për ju',
    ar: 'من يرعاكم أو يتكلم باسمكم',
  },
  NAME: { de: 'Name', fr: 'Nom', sq: 'Emri', ar: 'الاسم' },
  BIRTH: { de: 'Geburtsdatum', fr: 'Date de naissance', sq: 'Datëlindja', ar: 'تاريخ الميلاد' },
  NEEDS: { de: 'Was Sie brauchen', fr: 'Vos besoins', sq: 'Nevojat tuaja', ar: 'احتياجاتكم' },
  DOCUMENTS: { de: 'Ausgewählte Unterlagen', fr: 'Documents choisis', sq: 'Dokumente të zgjedhura', ar: 'وثائق مختارة' },
  LEGAL_STATUS: {
    de: 'Rechtlicher Status und Fristen',
    fr: 'Situation juridique et délais',
    sq: 'Statusi ligjor dhe afatet',
    ar: 'الوضع القانوني والمهل',
  },
  HEALTH: { de: 'Angaben zur Gesundheit', fr: 'Informations de santé', sq: 'Të dhëna shëndetësore', ar: 'معلومات صحية' },
  COUNSELLING_SUMMARY: {
    de: 'Zusammenfassung der Beratung',
    fr: 'Résumé des entretiens de conseil',
    sq: 'Përmbledhje e këshillimit',
    ar: 'ملخص جلسات الإرشاد',
  },
  ADDRESS: { de: 'Adresse', fr: 'Adresse', sq: 'Adresa', ar: 'العنوان' },
  DEPENDANTS: { de: 'Menschen, für die Sie sorgen', fr: 'Personnes à votre charge', sq: 'Persona në ngarkimin tuaj', ar: 'من تعولونهم' },
};

/** Why it is over. */
export const ENDS_SAID: Readonly<Record<ReferralEndReason, Said>> = {
  CANCELLED: { de: 'Vor dem Senden abgebrochen', fr: 'Annulé avant l’envoi', sq: 'Anuluar para dërgimit', ar: 'أُلغي قبل الإرسال' },
  CONSENT_REFUSED: { de: 'Sie waren nicht einverstanden', fr: 'Vous n’étiez pas d’accord', sq: 'Ju nuk ishit dakord', ar: 'لم توافقوا' },
  CONSENT_GONE: {
    de: 'Die Zustimmung gilt nicht mehr',
    fr: 'L’accord n’est plus valable',
    sq: 'Pëlqimi nuk vlen më',
    ar: 'لم تعد الموافقة سارية',
  },
  RECALLED: { de: 'Von uns zurückgeholt', fr: 'Repris par nous', sq: 'Tërhequr nga ne', ar: 'استرجعناه' },
  PARTNER_SUSPENDED: {
    de: 'Die Zusammenarbeit ruht',
    fr: 'La collaboration est suspendue',
    sq: 'Bashkëpunimi është pezulluar',
    ar: 'عُلّق التعاون',
  },
  STOPPED: {
    de: 'Von der anderen Stelle beendet',
    fr: 'Arrêté par l’autre organisation',
    sq: 'Ndalur nga organizata tjetër',
    ar: 'أوقفته الجهة الأخرى',
  },
  NO_ANSWER: {
    de: 'Keine Antwort in der Frist',
    fr: 'Pas de réponse dans le délai',
    sq: 'Pa përgjigje brenda afatit',
    ar: 'لا جواب ضمن المهلة',
  },
  DECLINED: {
    de: 'Von der anderen Stelle abgelehnt',
    fr: 'Refusé par l’autre organisation',
    sq: 'Nuk u pranua nga organizata tjetër',
    ar: 'لم تقبله الجهة الأخرى',
  },
  COMPLETED: { de: 'Abgeschlossen', fr: 'Terminé', sq: 'Përfunduar', ar: 'اكتمل' },
  EXPIRED: {
    de: 'Die Zeit zum Lesen ist um',
    fr: 'Le délai de lecture est passé',
    sq: 'Koha për lexim ka mbaruar',
    ar: 'انتهت مدة القراءة',
  },
};
