import { Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { printed } from '../keys/chords';
import { keyBook } from '../keys/key-book';
import { Dialog } from '../parts/dialog';
import { openOverlay } from './overlay-state';
import styles from './shell.module.css';

/** What each key does on the page that is open, and the switch that turns single keys off. */
export default function KeyList(): ReactNode {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(keyBook.isOn);
  const change = (on: boolean): void => {
    keyBook.isOn = on;
    setOn(on);
  };
  return (
    <Dialog title={t('keys.title')} onClose={() => openOverlay(null)}>
      <table className={styles.keyList}>
        <tbody>
          <tr>
            <td>
              <bdi dir="ltr">
                <kbd>Ctrl</kbd> <kbd>K</kbd>
              </bdi>
            </td>
            <th scope="row">{t('palette.title')}</th>
          </tr>
          {keyBook.uses.map(({ code, after, shift, label }) => (
            <tr key={`${after ?? ''}${code}${String(shift)}`}>
              <td>
                <bdi dir="ltr">
                  {after !== undefined && <kbd>{printed(after)}</kbd>} <kbd>{shift ? '?' : printed(code)}</kbd>
                </bdi>
              </td>
              <th scope="row">{label}</th>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox checked={isOn} onChange={(event) => change(event.currentTarget.checked)} label={t('keys.switch')} />
    </Dialog>
  );
}
