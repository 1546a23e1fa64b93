import { useSessionName } from '../../api/sessions';
import type { Proposal } from '../../api/types';
import { FileLink } from '../../ui/FileLink';
import { minute } from '../../ui/format';
import { Card } from '../../ui/Page';
import { SecrecyHits } from '../../ui/SecrecyHits';
import { nameOf, t } from '../../ui/text';
import { Besides } from './Besides';

/** The text of a proposal as its proponent wrote it, and who, when, of which kind. */
export function ProposalMatter({ proposal }: { proposal: Proposal }) {
  const nameOfSession = useSessionName();
  return (
    <>
      <SecrecyHits words={proposal.secrecyHits} says="proposal.secrecyHits" />
      <Card title={t('proposal.basics')}>
        <dl className="facts facts-wide">
          <dt>{t('proposal.caseNo')}</dt>
          <dd>{proposal.caseNo ?? t('proposal.noCaseNo')}</dd>
          <dt>{t('proposal.proponent')}</dt>
          <dd>
            {proposal.proponent.name}
            {proposal.proponentKind !== 'MEMBER' && (
              <span className="quiet"> {nameOf('proposal.proponentKind', proposal.proponentKind)}</span>
            )}
          </dd>
          <dt>{t('proposal.kindLabel')}</dt>
          <dd>{proposal.kind ? nameOf('proposal.kind', proposal.kind) : t('proposal.kindUnknown')}</dd>
          <dt>{t('proposal.categoryLabel')}</dt>
          <dd>{proposal.categoryName ?? t('common.none')}</dd>
          <dt>{t('proposal.submittedAt')}</dt>
          <dd>{proposal.submittedAt ? minute(proposal.submittedAt) : t('proposal.notSubmitted')}</dd>
          <dt>{t('proposal.open')}</dt>
          <dd>
            {proposal.openToPublic
              ? t('proposal.openYes')
              : t('proposal.openNo', { reason: proposal.notOpenReason ?? '' })}
          </dd>
          {proposal.language && (
            <>
              <dt>{t('proposal.language')}</dt>
              <dd>{nameOf('language', proposal.language)}</dd>
            </>
          )}
          {proposal.enteredBy && (
            <>
              <dt>{t('proposal.enteredBy')}</dt>
              <dd>
                {t('proposal.enteredByText', { name: proposal.enteredBy })}{' '}
                {proposal.scanFileId && <FileLink id={proposal.scanFileId}>{t('proposal.scan')}</FileLink>}
              </dd>
            </>
          )}
          <dt>{t('proposal.session')}</dt>
          <dd>
            {proposal.session
              ? t('proposal.sessionNo', { session: nameOfSession(proposal.session), no: proposal.intakeNo ?? '' })
              : t('common.none')}
          </dd>
          {proposal.imported && (
            <>
              <dt>{t('proposal.source')}</dt>
              <dd>{t('proposal.importedText')}</dd>
            </>
          )}
        </dl>
      </Card>
      <Besides proposal={proposal} />
      <Card title={t('proposal.text')}>
        <h3>{t('proposal.situation')}</h3>
        <p className="text">{proposal.situation}</p>
        {proposal.analysis && (
          <>
            <h3>{t('proposal.analysis')}</h3>
            <p className="text">{proposal.analysis}</p>
          </>
        )}
        {proposal.research && (
          <>
            <h3>{t('proposal.research')}</h3>
            <p className="text">{proposal.research}</p>
          </>
        )}
        <h3>{t('proposal.suggestions')}</h3>
        <ol className="suggestions">
          {proposal.suggestions.map((suggestion, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a suggestion is known by its number
            <li key={at}>{suggestion}</li>
          ))}
        </ol>
        {proposal.originalText && proposal.language && (
          <>
            <h3>{t('proposal.originalIn', { language: nameOf('language', proposal.language) })}</h3>
            <p className="text" lang={proposal.language.toLowerCase()} dir="auto">
              {proposal.originalText}
            </p>
          </>
        )}
      </Card>
    </>
  );
}
