import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import type { OpinionReport } from '../../api/types';
import { Card } from '../../ui/Page';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { t } from '../../ui/text';
import { EditionEditor } from './EditionEditor';
import { TextDiff } from './TextDiff';

const parts = ['title', 'situation', 'analysis', 'suggestions'] as const;

/** What the author wrote and what the office made of it: side by side, or the difference. */
export function OpinionTexts({ report }: { report: OpinionReport }) {
  const [view, setView] = useState<'SIDES' | 'DIFF'>('SIDES');
  const { edition } = report;
  const editing = report.can.includes('edit-edition');
  return (
    <>
      {report.sealed && <Alert type="warning" showIcon title={t('opinion.sealed')} className="form-note" />}
      <SecrecyHits words={report.secrecyHits} says="opinion.secrecyHits" />
      {edition && (
        <Segmented
          className="no-print"
          value={view}
          onChange={setView}
          options={[
            { value: 'SIDES', label: t('opinion.sideBySide') },
            { value: 'DIFF', label: t('opinion.diff') },
          ]}
        />
      )}
      {edition && view === 'DIFF' ? (
        <Card title={t('opinion.diff')}>
          <p className="quiet">{t('opinion.diffHelp')}</p>
          {parts.map((part) => (
            <section key={part}>
              <h3>{t(`opinion.part.${part}`)}</h3>
              <TextDiff before={report.text[part]} after={edition[part]} />
            </section>
          ))}
        </Card>
      ) : (
        <div className={edition ? 'sides' : undefined}>
          <Card title={edition ? t('opinion.original') : t('opinion.textLabel')}>
            <PlainText text={report.text} lang={report.language?.toLowerCase()} />
          </Card>
          {edition &&
            (editing ? (
              <EditionEditor report={report} edition={edition} />
            ) : (
              <Card title={t('opinion.edition')}>
                <PlainText text={edition} />
              </Card>
            ))}
        </div>
      )}
      {report.formerEditions.map((former) => (
        <details key={parts.map((part) => former[part]).join('\n')} className="no-print">
          <summary>{t('opinion.formerEdition')}</summary>
          <PlainText text={former} />
        </details>
      ))}
    </>
  );
}

function PlainText({ text, lang }: { text: OpinionReport['text']; lang?: string }) {
  return parts
    .filter((part) => text[part].trim())
    .map((part) => (
      <section key={part}>
        <h3>{t(`opinion.part.${part}`)}</h3>
        <p className="text" lang={lang} dir={lang && 'auto'}>
          {text[part]}
        </p>
      </section>
    ));
}
