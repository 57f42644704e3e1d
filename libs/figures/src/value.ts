/** Values as every slice reads them. */
export {
  agree,
  compareDecimals,
  decimalPlaces,
  difference,
  morePrecise,
  parseValue,
  type Bound,
  type Value,
} from '@daybook/notation';
