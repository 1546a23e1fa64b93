import { Alert, Button } from 'antd';
import { useState } from 'react';
import { t } from './text';
import type { Crossing } from './useKept';

interface CrossedProps<Values> {
  crossing: Crossing<Values>;
  /** The text of the form, part by part. */
  texts: (values: Values) => readonly string[];
  /** Sends what stands in the form. */
  send: () => void;
}

/** Somebody else has changed what is being typed over: both are there until the person has chosen. */
export function Crossed<Values>({ crossing, texts, send }: CrossedProps<Values>) {
  const [, drawAgain] = useState(0);
  const { theirs } = crossing;
  if (!theirs) return null;
  const choose = (which: () => void) => () => {
    which();
    drawAgain((times) => times + 1);
  };
  return (
    <Alert
      type="warning"
      role="alert"
      className="form-note"
      title={t('crossed.title')}
      description={
        <>
          <p>{t('crossed.says')}</p>
          {texts(theirs)
            .filter((text) => text.trim())
            .map((text) => (
              <p key={text} className="text">
                {text}
              </p>
            ))}
          <div className="row">
            <Button
              onClick={choose(() => {
                crossing.keepMine();
                send();
              })}
            >
              {t('crossed.keepMine')}
            </Button>
            <Button onClick={choose(crossing.takeTheirs)}>{t('crossed.takeTheirs')}</Button>
          </div>
        </>
      }
    />
  );
}
