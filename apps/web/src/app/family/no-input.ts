/** A step that asks nothing but whether it is meant. */
export class NoInput {}
