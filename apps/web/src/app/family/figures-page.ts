import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FamilyReports } from './family-reports.part';

/** The figures of family links, for whoever works on them. */
@Component({
  selector: 'app-family-figures',
  imports: [FamilyReports, RouterLink],
  template: `
    <header class="head">
      <h1 i18n="@@family.figures">Figures</h1>
      <div class="btns">
        <a class="btn" routerLink="/family-links" i18n="@@family.backToBoard">All links</a>
      </div>
    </header>
    <app-family-reports />
  `,
})
export class FamilyFigures {}
