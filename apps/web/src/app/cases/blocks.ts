import { httpResource } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import type { BlocksView, BlockView } from '@panah/contracts/case-team.contract';
import { blockSource } from '@panah/domain/vocabulary/case-team';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { blockQuestion } from './block-question';
import { casePath, CasesApi } from './cases.api';

/** Who is closed off from this client, whatever else would open the file (R-AC-01). */
@Component({
  selector: 'app-blocks',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice],
  template: `
    <section class="panel" aria-labelledby="blocks">
      <div class="panel-head">
        <h2 id="blocks" i18n="@@cases.blocks">Closed to</h2>
        <button type="button" class="btn slim push" (click)="set()">
          <app-icon name="lock" /><span i18n="@@cases.block">Close to a colleague</span>
        </button>
      </div>
      @if (refused(); as problem) {
        <div class="panel-body"><app-problem [problem]="problem" /></div>
      }
      @if (!readable()) {
        <p class="panel-body small muted" i18n="@@cases.blocksHidden">Whom it is closed to, the coordinator sees.</p>
      } @else if (blocks.hasValue()) {
        <ul>
          @for (block of blocks.value().items; track block.id) {
            <li class="row">
              <app-icon name="lock" class="muted" />
              <div>
                <bdi class="name">{{ block.name }}</bdi>
                <p class="small muted">{{ block.kind | codeLabel: kinds }} · {{ block.source | codeLabel: sources }}</p>
                @if (block.liftedAt) {
                  <p class="small"><span i18n="@@cases.lifted">Lifted</span>&ngsp;<app-date [value]="block.liftedAt" shape="long" /></p>
                }
              </div>
              @if (!block.liftedAt) {
                <button type="button" class="btn slim" (click)="lift(block)" i18n="@@cases.lift">Lift</button>
              }
            </li>
          } @empty {
            <li class="panel-body small muted" i18n="@@cases.noBlocks">Nobody. Whoever has a tie with the client is closed off here.</li>
          }
        </ul>
      } @else if (blocks.error(); as error) {
        <div class="panel-body"><app-problem [problem]="error" [repeatable]="true" (again)="blocks.reload()" /></div>
      }
    </section>
  `,
})
export class Blocks {
  readonly caseId = input.required<string>();
  readonly readable = input.required<boolean>();
  readonly changed = output();

  private readonly cases = inject(CasesApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  protected readonly kinds = conflictKind;
  protected readonly sources = blockSource;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly blocks = httpResource<BlocksView>(() => (this.readable() ? `${casePath(this.caseId())}/blocks` : undefined));

  protected async set(): Promise<void> {
    if (!(await this.questions.ask(blockQuestion(this.cases, this.caseId())))) return;
    this.snack.say($localize`:@@cases.saidBlocked:Closed to them at once. They are not told.`);
    this.blocks.reload();
    this.changed.emit();
  }

  protected async lift({ id }: BlockView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@cases.liftTitle:Lift this?`,
      text: $localize`:@@cases.liftText:The file can be opened to them again, by the team or by their office.`,
      yes: $localize`:@@cases.lift:Lift`,
      danger: true,
    });
    if (!sure) return;
    try {
      this.blocks.set(await this.cases.lift(this.caseId(), id));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
