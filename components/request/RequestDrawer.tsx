'use client';

import { ArrowLeft, X } from 'lucide-react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { OpenRequest } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { requestUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { PackageLink } from '../packages/PackageLink';
import { Failure } from '../ui/Failure';
import { useMedia } from '../ui/useMedia';
import { visible } from '../ui/visibleText';
import { CopyLink } from '../view/CopyLink';
import { RequestStory } from './RequestStory';

interface Props {
  open: OpenRequest;
  /** The request as the table has it, when it is on the shown page. */
  row: AccessRequest | undefined;
  close: () => void;
}

/** The open request beside the table; on a narrow screen a sheet over it that keeps the focus. */
export function RequestDrawer(props: Props) {
  const beside = useMedia('(min-width: 1100px)');
  if (beside) {
    return (
      <aside aria-label="Request" className="drawer">
        <Contents {...props} beside />
      </aside>
    );
  }
  return (
    <ModalOverlay isOpen onOpenChange={props.close} className="fixed inset-0 z-30 print:hidden">
      <Modal className="h-full">
        <Dialog aria-label="Request" className="h-full overflow-y-auto bg-surface px-4 pb-8 outline-none">
          <Contents {...props} beside={false} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Contents({ open, row, close, beside }: Props & { beside: boolean }) {
  const { answer, error, retry } = useAnswer('/api/requests/{id}', requestUrl(open), { keep: false });
  const request = answer?.data ?? row;
  const waiting = error ? (
    <Failure what="The story of this request" error={error} retry={retry} />
  ) : (
    <p role="status" className="text-ink-3">
      Reading the records…
    </p>
  );
  return (
    <>
      <div className="sticky top-0 z-10 -mx-4 flex items-start gap-2 bg-surface px-4 pt-3 pb-1">
        {beside ? null : (
          <button type="button" className="button button-small" onClick={close}>
            <ArrowLeft size={14} aria-hidden /> Back
          </button>
        )}
        <h2 className="min-w-0 flex-1 text-title break-words">
          {request === undefined ? 'Request' : <PackageLink name={request.package} id={request.packageId} />}
        </h2>
        <CopyLink />
        {beside ? (
          <button type="button" className="icon-button" aria-label="Close" onClick={close}>
            <X size={16} aria-hidden />
          </button>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {beside && request ? `Opened beside the table: ${visible(request.package ?? request.requestId)}` : ''}
      </p>
      {request === undefined ? (
        waiting
      ) : (
        <RequestStory request={request} detail={answer?.data} waiting={waiting} />
      )}
    </>
  );
}
