import { inject, Injectable } from '@angular/core';
import type { ClientView } from '@panah/contracts/clients.contract';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { problemOf } from '../platform/problem/problem';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { ClientsApi, type Lines } from './clients.api';
import { FIELD_TEXTS } from './client.texts';
import { type Line, lineSheet, type LineSheet, type Sheet } from './line.sheets';

/** Opens sheets and takes lines away; each answer is the file as it then stands, or null when the reader went back. */
@Injectable({ providedIn: 'root' })
export class FileEdits {
  private readonly clients = inject(ClientsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);

  async open(sheet: Sheet): Promise<ClientView | null> {
    const saved = await this.questions.ask({ texts: FIELD_TEXTS, ...sheet });
    if (saved) this.snack.say($localize`:@@clients.saved:Saved.`);
    return saved;
  }

  line<L extends Line>(clientId: string, kind: LineSheet<L>, line: L | null = null): Promise<ClientView | null> {
    return this.open(lineSheet(this.clients, clientId, kind, line));
  }

  async remove(clientId: string, lines: Lines, { id, version }: Line): Promise<ClientView | null> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@clients.removeTitle:Take this line out of the file?`,
      text: $localize`:@@clients.removeText:It is no longer shown or found. The history keeps who took it out.`,
      yes: $localize`:@@clients.remove:Take out`,
      danger: true,
    });
    if (!sure) return null;
    try {
      return await this.clients.remove(clientId, lines, id, version);
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
      return null;
    }
  }
}
