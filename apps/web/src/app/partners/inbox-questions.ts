import { assertSameFingerprint } from '@panah/domain/partners/partner-key.rules';
import { assertPassword } from '@panah/domain/staff/password.rules';
import { IsString, Length, Matches } from 'class-validator';
import type { FormQuestion } from '../platform/form/form-question';
import { Problem } from '../platform/problem/problem';
import { DigitsField } from './digits-field';
import { PassphraseField } from './passphrase-field';

class NewPassphrase {
  @IsString()
  @Length(15, 256)
  passphrase: string;

  @IsString()
  @Length(1, 256)
  again: string;
}

class KnownPassphrase {
  @IsString()
  @Length(1, 256)
  passphrase: string;
}

class CodeOnPaper {
  @IsString()
  @Length(28, 60)
  code: string;
}

class EndOfCode {
  @Matches(/^[0-9A-Za-z]{4}$/)
  end: string;
}

class HeardDigits {
  @Matches(/^[\d۰-۹٠-٩\s-]{30,60}$/)
  digits: string;
}

const refused = (field: string, rule: string): Problem => new Problem(422, 'invalid', null, {}, { [field]: [rule] });
const PASSPHRASE = { kind: 'own', component: PassphraseField } as const;

/** How far the stretching is, from 0 to 1. */
type Progress = () => number | null;

export const newPassphrase = <Answer>(
  act: (passphrase: string) => Promise<Answer>,
  progress: Progress,
): FormQuestion<Answer, NewPassphrase> => ({
  title: $localize`:@@partners.passphraseTitle:Choose a passphrase`,
  text: $localize`:@@partners.passphraseText:It opens your key on any computer. Five or six unrelated words are easy to remember; take other words than those of your sign-in. It never leaves this browser, so nobody here can look it up or reset it.`,
  act: $localize`:@@partners.goOn:Go on`,
  contract: NewPassphrase,
  fields: [
    {
      ...PASSPHRASE,
      name: 'passphrase',
      label: $localize`:@@partners.passphrase:Passphrase`,
      hint: $localize`:@@partners.passphraseHint:At least 15 characters.`,
    },
    { ...PASSPHRASE, name: 'again', label: $localize`:@@partners.passphraseAgain:The same once more`, inputs: { progress } },
  ],
  texts: {
    passphrase: { 'too-usual': $localize`:@@partners.passphraseUsual:Too easy to guess: usual words or rows of keys.` },
    again: { other: $localize`:@@partners.passphraseOther:This is not the same.` },
  },
  send: ({ passphrase, again }) => {
    if (passphrase !== again) throw refused('again', 'other');
    assertUnusual(passphrase);
    return act(passphrase);
  },
});

export const knownPassphrase = <Answer>(
  act: (passphrase: string) => Promise<Answer>,
  progress: Progress,
): FormQuestion<Answer, KnownPassphrase> => ({
  title: $localize`:@@partners.unlockTitle:Open your key`,
  act: $localize`:@@partners.unlock:Open`,
  contract: KnownPassphrase,
  fields: [{ ...PASSPHRASE, name: 'passphrase', label: $localize`:@@partners.passphrase:Passphrase`, inputs: { progress } }],
  send: ({ passphrase }) => act(passphrase),
});

export const codeOnPaper = <Answer>(act: (code: string) => Promise<Answer>): FormQuestion<Answer, CodeOnPaper> => ({
  title: $localize`:@@partners.codeTitle:Open with the recovery code`,
  text: $localize`:@@partners.codeText:Type it from the paper; capitals and dashes do not matter. Then you choose a new passphrase and print a new code.`,
  act: $localize`:@@partners.unlock:Open`,
  contract: CodeOnPaper,
  fields: [{ name: 'code', kind: 'text', ltr: true, label: $localize`:@@partners.recoveryCode:Recovery code` }],
  send: ({ code }) => act(code),
});

/** Whoever has not written the code down cannot go on: there is no other way back. */
export const codeIsKept = <Answer>(code: string, act: () => Promise<Answer>): FormQuestion<Answer, EndOfCode> => ({
  title: $localize`:@@partners.keptTitle:From the paper`,
  text: $localize`:@@partners.keptText:Type the last four signs as they stand on your paper.`,
  act: $localize`:@@partners.keep:Keep`,
  contract: EndOfCode,
  fields: [{ name: 'end', kind: 'text', ltr: true, most: 4, label: $localize`:@@partners.lastFour:Last four signs` }],
  texts: { end: { wrong: $localize`:@@partners.lastFourWrong:These are others. Look at the paper again.` } },
  send: ({ end }) => {
    if (!code.endsWith(end.toUpperCase())) throw refused('end', 'wrong');
    return act();
  },
});

export const heardDigits = <Answer>(right: string, act: () => Promise<Answer>): FormQuestion<Answer, HeardDigits> => ({
  title: $localize`:@@partners.handOverTitle:Hand the key over`,
  text: $localize`:@@partners.handOverText:Speak to your colleague, face to face or by a number you know. They read out the six groups on their own key page; type what you hear.`,
  act: $localize`:@@partners.handOver:Hand over`,
  contract: HeardDigits,
  fields: [{ name: 'digits', kind: 'own', component: DigitsField, label: $localize`:@@partners.fingerprint:Thirty digits` }],
  texts: {
    digits: {
      wrong: $localize`:@@partners.fingerprintWrong:Not these digits.`,
      matches: $localize`:@@partners.fingerprintForm:Six groups of five digits.`,
    },
  },
  send: ({ digits }) => {
    assertHeard(digits, right);
    return act();
  },
});

function assertUnusual(passphrase: string): void {
  try {
    assertPassword(passphrase, []);
  } catch {
    throw refused('passphrase', 'too-usual');
  }
}

function assertHeard(digits: string, right: string): void {
  try {
    assertSameFingerprint(digits, right);
  } catch {
    throw refused('digits', 'wrong');
  }
}
