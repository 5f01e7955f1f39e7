import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import type { OutcomeReviewView } from '@panah/contracts/reintegration.contract';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { readerLanguage } from '../platform/reader/language';

const LEVELS = [1, 2, 3, 4, 5];
/** Where there is little room, what a line is about stands above it and not beside it. */
const WIDE = { width: 680, from: 290, step: 92, row: 30, top: 34, label: 4 };
const SLIM = { width: 360, from: 24, step: 78, row: 52, top: 34, label: -14 };

interface Line {
  domain: string;
  label: string;
  y: number;
  before: number | null;
  after: number | null;
  said: string;
}

/** Before and after, domain by domain, on a line from 1 to 5. The same stands in the table beside it; there is no sum. */
@Component({
  selector: 'app-outcome-picture',
  template: `
    <svg [attr.viewBox]="box()" role="img" aria-labelledby="picture-title picture-text" preserveAspectRatio="xMidYMid meet">
      <title id="picture-title">{{ title() }}</title>
      <desc id="picture-text">{{ said() }}</desc>
      @for (level of levels; track level) {
        <line class="rule" [attr.x1]="x(level)" [attr.x2]="x(level)" y1="24" [attr.y2]="height()" />
        <text class="level" [attr.x]="x(level)" y="16" text-anchor="middle">{{ digit(level) }}</text>
      }
      @for (line of lines(); track line.domain) {
        <text [attr.x]="labelAt" [attr.y]="line.y + size.label" [attr.direction]="direction" text-anchor="start">{{ line.label }}</text>
        @if (line.before !== null && line.after !== null && line.before !== line.after) {
          <line
            class="way"
            [class.down]="line.after < line.before"
            [attr.x1]="x(line.before)"
            [attr.x2]="x(line.after)"
            [attr.y1]="line.y"
            [attr.y2]="line.y"
          />
        }
        @if (line.before !== null) {
          <circle class="before" [attr.cx]="x(line.before)" [attr.cy]="line.y" r="7" />
        }
        @if (line.after !== null && isTwo()) {
          <circle class="after" [attr.cx]="x(line.after)" [attr.cy]="line.y" r="4.5" />
        }
      }
    </svg>
    <p class="small muted legend">
      <span class="ring" aria-hidden="true"></span>{{ pointOf(before()) }}
      @if (isTwo()) {
        <span class="dot" aria-hidden="true"></span>{{ pointOf(after()) }}
      }
    </p>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      inline-size: 100%;
      max-inline-size: 46rem;
      block-size: auto;
    }
    text {
      fill: var(--ink);
      font-size: 14px;
    }
    .level {
      fill: var(--ink-2);
    }
    .rule {
      stroke: var(--line);
    }
    .way {
      stroke: var(--primary);
      stroke-width: 3;
    }
    .way.down {
      stroke-dasharray: 4 4;
    }
    .before {
      fill: var(--surface);
      stroke: var(--ink);
      stroke-width: 2;
    }
    .after {
      fill: var(--primary);
    }
    .legend {
      display: flex;
      gap: var(--s2);
      align-items: center;
    }
    .ring,
    .dot {
      inline-size: 0.8rem;
      block-size: 0.8rem;
      border: 2px solid var(--ink);
      border-radius: 50%;
    }
    .dot {
      border-color: var(--primary);
      background: var(--primary);
      print-color-adjust: exact;
    }
  `,
})
export class OutcomePicture {
  readonly before = input.required<OutcomeReviewView>();
  readonly after = input.required<OutcomeReviewView>();

  protected readonly levels = LEVELS;
  private readonly language = readerLanguage();
  protected readonly direction = this.language === 'fa' ? 'rtl' : 'ltr';
  protected readonly size = inject(DOCUMENT).defaultView?.matchMedia?.('(max-width: 760px)').matches ? SLIM : WIDE;
  protected readonly labelAt = this.direction === 'rtl' ? this.size.width : 0;
  protected readonly lines = computed<Line[]>(() =>
    this.before().outcomes.map(({ domain, level }, at) => {
      const after = this.after().outcomes.find((one) => one.domain === domain)?.level ?? '?';
      const label = outcomeDomain.has(domain) ? outcomeDomain.label(domain, this.language) : domain;
      const said = `${label}: ${this.answer(level)} – ${this.answer(after)}`;
      return {
        domain,
        label,
        y: this.size.top + at * this.size.row + this.size.row / 2,
        before: levelOf(level),
        after: levelOf(after),
        said,
      };
    }),
  );
  /** At the first look there is no second one to set beside it. */
  protected readonly isTwo = computed(() => this.before().id !== this.after().id);
  protected readonly height = computed(() => this.size.top + this.lines().length * this.size.row);
  protected readonly box = computed(() => `0 0 ${this.size.width} ${this.height() + 6}`);
  protected readonly title = computed(
    () =>
      $localize`:@@reintegration.pictureTitle:${this.pointOf(this.before())}:before: and ${this.pointOf(this.after())}:after:, by domain`,
  );
  protected readonly said = computed(() =>
    this.lines()
      .map(({ said }) => said)
      .join('; '),
  );

  protected x(level: number): number {
    const from = this.size.from + (level - 1) * this.size.step;
    return this.direction === 'rtl' ? this.size.width - from : from;
  }

  protected digit(level: number): string {
    return new Intl.NumberFormat(this.language).format(level);
  }

  protected pointOf({ point }: OutcomeReviewView): string {
    return reviewPoint.has(point) ? reviewPoint.label(point, this.language) : point;
  }

  private answer(level: string): string {
    return outcomeAnswer.has(level) ? outcomeAnswer.label(level, this.language) : level;
  }
}

const levelOf = (level: string): number | null => (/^[1-5]$/.test(level) ? Number(level) : null);
