'use client';

import { Ban, Check } from 'lucide-react';
import { Button, GridList, GridListItem, type Selection } from 'react-aria-components';
import { listFields, valueWords } from '@/lib/filter/fields';
import type { FacetField, FacetValue } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { LogText } from '../ui/LogText';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';
import { choose } from './choose';

/** Values with the requests each would give: Space or a click chooses one, its button leaves it out instead. */
export function FacetList({
  field,
  values,
  focused,
}: {
  field: FacetField;
  values: readonly FacetValue[];
  /** Takes the focus when it appears. */
  focused: boolean;
}) {
  const { view, narrow } = useView();
  const { is, isNot } = view.filter[field];
  const select = (selection: Selection) => {
    if (selection === 'all') return;
    const changed = values.filter(({ value }) => selection.has(value) !== is.includes(value));
    narrow((filter) => changed.reduce((edited, { value }) => choose(edited, field, value, false), filter));
  };
  return (
    <GridList
      aria-label={`Values of ${listFields[field].label}`}
      className="facet-list"
      selectionMode="multiple"
      selectionBehavior="toggle"
      escapeKeyBehavior="none"
      disabledBehavior="selection"
      autoFocus={focused}
      selectedKeys={is}
      disabledKeys={values
        .filter((each) => each.requests === 0 && !is.includes(each.value))
        .map(({ value }) => value)}
      onSelectionChange={select}
    >
      {values.map(({ value, name, requests }) => {
        const words = name ?? valueWords(field, value);
        const excluded = isNot.includes(value);
        return (
          <GridListItem
            key={value}
            id={value}
            textValue={`${visible(words)}, ${countWords(requests)}`}
            className="facet-item"
          >
            {({ isSelected }) => (
              <>
                <Check size={14} aria-hidden className={isSelected ? 'shrink-0' : 'invisible shrink-0'} />
                <span
                  className={`min-w-0 flex-1 truncate ${excluded ? 'line-through' : ''}`}
                  title={visible(words)}
                >
                  <LogText text={words} />
                </span>
                <span className={`num ${requests === 0 ? 'text-ink-3' : 'text-ink-2'}`}>
                  {countWords(requests)}
                </span>
                <Button
                  className="icon-button facet-not"
                  aria-label={`${excluded ? 'Stop leaving out' : 'Leave out'} ${visible(words)}`}
                  data-on={excluded || undefined}
                  onPress={() => narrow((filter) => choose(filter, field, value, true))}
                >
                  <Ban size={14} aria-hidden />
                </Button>
              </>
            )}
          </GridListItem>
        );
      })}
    </GridList>
  );
}
