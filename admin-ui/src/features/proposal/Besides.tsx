import { Link } from '@tanstack/react-router';
import type { Proposal } from '../../api/types';
import { useUnits } from '../../api/units';
import { FileLink } from '../../ui/FileLink';
import { prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { PostOrigin } from '../../ui/PostOrigin';
import { nameOf, t } from '../../ui/text';
import { BasisLink } from './BasisLink';

/** What stands beside the text: signers, supporters, wishes, and where it came from or went. */
export function Besides({ proposal }: { proposal: Proposal }) {
  const units = useUnits();
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
  const { wishes, cosigners, seconders, merged, links } = proposal;
  const papers = [...new Set(cosigners.flatMap(({ paper }) => paper?.file ?? []))];
  const facts = [
    cosigners.length > 0 && {
      name: t('proposal.cosigners'),
      value: cosigners
        .map((one) => one.name + t('common.inBrackets', { text: signatureOf(one) }))
        .join(t('common.and')),
    },
    seconders.length > 0 && {
      name: t('proposal.seconders'),
      value: seconders.map((one) => one.name).join(t('common.and')),
    },
    wishes.wantsContactBy && { name: t('proposal.wantsContactBy'), value: nameOf('contact', wishes.wantsContactBy) },
    wishes.suggestedLeadUnit && { name: t('proposal.suggestedLead'), value: unitName(wishes.suggestedLeadUnit) },
    wishes.suggestedAssistUnits.length > 0 && {
      name: t('proposal.suggestedAssist'),
      value: wishes.suggestedAssistUnits.map(unitName).join(t('common.and')),
    },
    proposal.appealedOn && {
      name: t('proposal.appeal'),
      value: `${prose(proposal.appealedOn)} ${proposal.appealReason ?? ''}`,
    },
    proposal.conversion && {
      name: t('proposal.conversion'),
      value: nameOf('proposal.conversion', proposal.conversion),
    },
  ].filter((fact) => fact !== false && fact !== null && fact !== undefined && fact !== '');
  if (
    facts.length + merged.length + links.length === 0 &&
    !proposal.sealFileId &&
    !proposal.mergedInto &&
    !wishes.basedOn
  )
    return null;
  return (
    <Card title={t('proposal.besides')}>
      <dl className="facts facts-wide">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {wishes.basedOn && (
          <>
            <dt>{t('proposal.basedOn')}</dt>
            <dd>
              <BasisLink basis={wishes.basedOn} />
            </dd>
          </>
        )}
        {papers.map((file, at) => (
          <div key={file} className="contents">
            <dt>{t('paperSignature.scan')}</dt>
            <dd>
              <FileLink id={file}>{t('paperSignature.scanNo', { no: at + 1 })}</FileLink>
            </dd>
          </div>
        ))}
        {proposal.sealFileId && (
          <>
            <dt>{t('proposal.seal')}</dt>
            <dd>
              <FileLink id={proposal.sealFileId}>{t('proposal.sealFile')}</FileLink>
            </dd>
          </>
        )}
        {proposal.mergedInto && (
          <>
            <dt>{t('proposal.mergedInto')}</dt>
            <dd>
              <ToProposal id={proposal.mergedInto}>{t('proposal.openMain')}</ToProposal>
            </dd>
          </>
        )}
        {merged.length > 0 && (
          <>
            <dt>{t('proposal.merged')}</dt>
            <dd>
              {merged.map((each) => (
                <div key={each.id}>
                  <ToProposal id={each.id}>{each.title}</ToProposal> <span className="quiet">{each.proponent}</span>
                </div>
              ))}
            </dd>
          </>
        )}
        {links
          .filter(({ type, from }) => type === 'proposal' && from)
          .map(({ id }) => (
            <div key={id} className="contents">
              <dt>{t('proposal.splitFrom')}</dt>
              <dd>
                <ToProposal id={id}>{t('proposal.openOriginal')}</ToProposal>
              </dd>
            </div>
          ))}
        {links
          .filter(({ kind, from }) => kind === 'RAISED_AS' && from)
          .map(({ id }) => (
            <div key={id} className="contents">
              <dt>{t('raised.origin')}</dt>
              <dd>
                <PostOrigin id={id} />
              </dd>
            </div>
          ))}
        {links
          .filter(({ type }) => type === 'opinion_report')
          .map(({ id }) => (
            <div key={id} className="contents">
              <dt>{t('proposal.convertedTo')}</dt>
              <dd>
                <Link to="/opinions/$id" params={{ id }}>
                  {t('proposal.openReport')}
                </Link>
              </dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

/** What came of it; where the office entered it from a paper, so. */
function signatureOf({ state, paper }: Proposal['cosigners'][number]): string {
  const words = nameOf('proposal.signature', state);
  if (!paper) return words;
  return paper.no
    ? t('proposal.signatureOnPaper', { words, name: paper.enteredBy, no: paper.no })
    : t('proposal.signatureOnScan', { words, name: paper.enteredBy });
}

function ToProposal({ id, children }: { id: string; children: string }) {
  return (
    <Link to="/proposals/$id" params={{ id }}>
      {children}
    </Link>
  );
}
