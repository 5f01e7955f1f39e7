import { clockTimeOf } from './clock-time';

describe('a time of day as it is typed', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['22.05', '22:05'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['۲۲:۳۰', '22:30'],
    [' 00:00 ', '00:00'],
  ])('%s is %s', (typed, time) => expect(clockTimeOf(typed)).toBe(time));

  it.each(['24:00', '12:60', '10 pm', 'noon', '', '1:2', '-1'])('%s is on no clock', (typed) => expect(clockTimeOf(typed)).toBeNull());
});
