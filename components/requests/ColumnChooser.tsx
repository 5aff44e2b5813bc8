'use client';

import { Check, Columns3 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useView } from '../view/useView';
import type { RequestsTableModel } from './useRequestsTable';

/** Which columns the table shows; what the page is pinned to is the same in every row, and no column. */
export function ColumnChooser({ table }: { table: RequestsTableModel }) {
  const { pinned } = useView();
  const choosable = table
    .getAllLeafColumns()
    .filter((column) => column.getCanHide() && column.id !== pinned?.field);
  return (
    <MenuTrigger>
      <Button className="button button-small">
        <Columns3 size={14} aria-hidden /> Columns
      </Button>
      <Popover className="menu w-52" placement="bottom end">
        <Menu
          aria-label="Columns"
          className="outline-none"
          selectionMode="multiple"
          selectedKeys={choosable.filter((column) => column.getIsVisible()).map((column) => column.id)}
          onAction={(id) => table.getColumn(String(id))?.toggleVisibility()}
        >
          {choosable.map(({ id, columnDef }) => (
            <MenuItem key={id} id={id} textValue={String(columnDef.header)} className="menu-item">
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden className={isSelected ? '' : 'invisible'} />
                  {String(columnDef.header)}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
