import { Component, computed, input } from '@angular/core';
import type { ScreeningView } from '@panah/contracts/screening.contract';
import { instrument, type Instrument, screeningBand, screeningFlag, screeningMode } from '@panah/domain/vocabulary/counselling';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';

interface Point {
  x: number;
  y: number;
  id: string;
}

const WIDTH = 320;
const HEIGHT = 96;
const EDGE = 8;

/** The scores of one instrument over time: a line for the eye, and the table with the same numbers for everybody. */
@Component({
  selector: 'app-score-picture',
  imports: [CodeLabel, DateText, Icon, NumberText],
  templateUrl: './score-picture.html',
  styleUrl: './score-picture.scss',
})
export class ScorePicture {
  readonly instrument = input.required<Instrument>();
  /** Oldest first. */
  readonly results = input.required<readonly ScreeningView[]>();

  protected readonly instruments = instrument;
  protected readonly bands = screeningBand;
  protected readonly flags = screeningFlag;
  protected readonly modes = screeningMode;
  protected readonly box = `0 0 ${String(WIDTH)} ${String(HEIGHT)}`;
  protected readonly points = computed<Point[]>(() => {
    const scored = this.results().filter(({ score }) => score !== null);
    const most = scored[0]?.most ?? 1;
    const across = Math.max(scored.length - 1, 1);
    return scored.map(({ id, score }, at) => ({
      id,
      x: EDGE + ((WIDTH - 2 * EDGE) * at) / across,
      y: HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * (score ?? 0)) / most,
    }));
  });
  protected readonly line = computed(() =>
    this.points()
      .map(({ x, y }) => `${String(x)},${String(y)}`)
      .join(' '),
  );
}
