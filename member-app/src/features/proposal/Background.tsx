import { useState } from 'react';
import { t } from '../../text/t';
import { TextBox } from '../../ui/ui';
import { Language } from '../draft/Language';
import type { ProposalKeeper } from './drafts';
import type { Fields } from './fields';

interface BackgroundProps {
  keeper: ProposalKeeper;
  fields: Fields;
  problemAt: (name: string) => string | null;
}

/** How it was found out, and the original of what was first written in another language; none of it is needed. */
export function Background({ keeper, fields, problemAt }: BackgroundProps) {
  const leave = () => void keeper.sync();
  const [open] = useState(Boolean(fields.research || fields.language));
  return (
    <details className="card" open={open}>
      <summary>{t('write.background')}</summary>
      <div className="stack">
        <TextBox
          label={t('write.research')}
          help={t('write.researchHelp')}
          value={fields.research}
          problem={problemAt('research')}
          onChange={(research) => void keeper.edit({ research })}
          onLeave={leave}
        />
        <Language
          value={fields.language}
          help={t('write.languageHelp')}
          problem={problemAt('language')}
          onChange={(language) => void keeper.edit({ language }).then(leave)}
        />
        {(fields.language || fields.originalText) && (
          <div lang={fields.language.toLowerCase() || undefined} dir="auto">
            <TextBox
              label={t('write.originalText')}
              value={fields.originalText}
              problem={problemAt('originalText')}
              onChange={(originalText) => void keeper.edit({ originalText })}
              onLeave={leave}
            />
          </div>
        )}
      </div>
    </details>
  );
}
