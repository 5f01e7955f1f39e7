import { Directive } from '@angular/core';

/** What stands in here is not carried anywhere: it can be neither selected nor dragged, and a copy of a page that holds it stays empty. */
@Directive({
  selector: '[appNotCarried]',
  host: {
    '(copy)': '$event.preventDefault()',
    '(cut)': '$event.preventDefault()',
    '(dragstart)': '$event.preventDefault()',
    '(selectstart)': '$event.preventDefault()',
    '[style.user-select]': '"none"',
    draggable: 'false',
  },
})
export class NotCarried {}
