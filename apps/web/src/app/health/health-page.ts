import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import type { HealthDetailsView } from '@panah/contracts/health.contract';
import { healthWarning } from '@panah/domain/vocabulary/health';
import { DateDisplay } from '../platform/dates/date-display';
import { DateDistance } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';

/** How the house is kept: the last backup, the last time one was brought back, and a warning when either is old. */
@Component({
  selector: 'app-health-page',
  imports: [CodeLabel, DateDisplay, DateDistance, Icon, NumberText, ProblemNotice],
  templateUrl: './health-page.html',
})
export class HealthPage {
  protected readonly warningWords = healthWarning;
  protected readonly health = httpResource<HealthDetailsView>(() => '/api/health/details');
  protected readonly parts = computed(() => {
    if (!this.health.hasValue()) return [];
    const { lastBackup, lastRestoreTest } = this.health.value();
    return [
      {
        id: 'backup',
        title: $localize`:@@health.backup:Last backup`,
        none: $localize`:@@health.backupNone:None yet. Whoever looks after the server makes one with: npm run backup`,
        kept: lastBackup,
      },
      {
        id: 'restore',
        title: $localize`:@@health.restore:Last time a backup was brought back`,
        none: $localize`:@@health.restoreNone:Never yet. Only a backup that was brought back is one. The command is: npm run restore`,
        kept: lastRestoreTest,
      },
    ];
  });
}
