import { nameOf } from '@daybook/pages';
import type { Unit } from '../codes';
import { flagsOf } from '../flags';

/**
 * What to think of before a figure is sent, in words: small counts can tell who people are, and a withheld
 * value is shown as such to everyone. Nothing of it stops anybody.
 */
export function lookAgain(
  line: { readonly value?: string | null; readonly withheldBy?: string | null },
  unit: Unit | null,
): readonly string[] {
  return flagsOf(line, unit).map((flag) =>
    flag === 'small-count'
      ? 'This is a count below 5. If it counts people, someone could be recognised by it. ' +
        'Consider withholding the value before you record it: a record is never deleted.'
      : `This value will be shown as withheld by ${nameOf(line.withheldBy ?? '')}, with the reason that you ` +
        'give. Consider whether the reason itself, or the other figures of the paper, give the value away.',
  );
}
