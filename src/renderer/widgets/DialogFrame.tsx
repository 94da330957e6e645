import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './DialogFrame.css';
import { IconButton } from './IconButton.tsx';

interface DialogFrameProps {
  readonly title: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the window: keeps the focus, closes by Escape, by its button, and by a click beside it. */
export function DialogFrame({ title, className, onClose, children }: DialogFrameProps) {
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog-modal ${className}`}>
        <Dialog className="dialog">
          <header className="dialog__header">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label="Close" shortcut="unselect" onPress={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
