import type { Rule } from '../rule.ts';
import { boxField } from './box-field.ts';
import { boxForm } from './box-form.ts';
import { captionNumber } from './caption-number.ts';
import { changeMismatch } from './change-mismatch.ts';
import { changeVerb } from './change-verb.ts';
import { danglingReference } from './dangling-reference.ts';
import { emphasisBoundary } from './emphasis-boundary.ts';
import { enumerationCount } from './enumeration-count.ts';
import { headingLevel } from './heading-level.ts';
import { headingNumber } from './heading-number.ts';
import { headingSpacing } from './heading-spacing.ts';
import { indicatorBaselineMissing } from './indicator-baseline-missing.ts';
import { indicatorDuplicate } from './indicator-duplicate.ts';
import { indicatorNature } from './indicator-nature.ts';
import { indicatorRowNumber } from './indicator-row-number.ts';
import { indicatorTableShape } from './indicator-table-shape.ts';
import { indicatorTargetMissing } from './indicator-target-missing.ts';
import { indicatorUnit } from './indicator-unit.ts';
import { indicatorValue } from './indicator-value.ts';
import { itemNumber } from './item-number.ts';
import { knownTypo } from './known-typo.ts';
import { numberDash } from './number-dash.ts';
import { numberFormat } from './number-format.ts';
import { ownLevel } from './own-level.ts';
import { partWhole } from './part-whole.ts';
import { planPeriod } from './plan-period.ts';
import { punctuationWidth } from './punctuation-width.ts';
import { quotePair } from './quote-pair.ts';
import { ratioMismatch } from './ratio-mismatch.ts';
import { repeatedWord } from './repeated-word.ts';
import { requiredSection } from './required-section.ts';
import { straySpace } from './stray-space.ts';
import { sumMismatch } from './sum-mismatch.ts';
import { suppressionReason } from './suppression-reason.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { tableYear } from './table-year.ts';
import { targetDirection } from './target-direction.ts';
import { targetFlat } from './target-flat.ts';
import { termVariant } from './term-variant.ts';
import { titleSync } from './title-sync.ts';
import { tocSync } from './toc-sync.ts';
import { unitConflict } from './unit-conflict.ts';
import { upstreamGap } from './upstream-gap.ts';
import { valueConflict } from './value-conflict.ts';
import { valueRange } from './value-range.ts';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  headingNumber,
  headingLevel,
  headingSpacing,
  itemNumber,
  captionNumber,
  danglingReference,
  tocSync,
  requiredSection,
  titleSync,
  indicatorTableShape,
  indicatorRowNumber,
  indicatorValue,
  indicatorUnit,
  indicatorNature,
  indicatorTargetMissing,
  indicatorBaselineMissing,
  indicatorDuplicate,
  partWhole,
  tableYear,
  targetDirection,
  targetFlat,
  valueRange,
  boxField,
  boxForm,
  valueConflict,
  unitConflict,
  sumMismatch,
  changeMismatch,
  changeVerb,
  ratioMismatch,
  enumerationCount,
  termVariant,
  planPeriod,
  ownLevel,
  upstreamGap,
  numberDash,
  quotePair,
  punctuationWidth,
  numberFormat,
  straySpace,
  emphasisBoundary,
  knownTypo,
  repeatedWord,
  suppressionReason,
  // Last: it asks which comments have switched nothing off.
  suppressionUnused,
];
