import { useMutation } from '@tanstack/react-query';
import { Button, Collapse } from 'antd';
import { api, read } from '../../api/client';
import type { Assignment } from '../../api/types';
import { Attachments } from '../../ui/Attachments';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { t } from '../../ui/text';

type Proponent = Assignment['proponents'][number];
type Joined = Assignment['joined'][number];

/** Who stands behind the matter, and what was joined to it: the reply answers all of them. */
export function ProponentCards({ assignment }: { assignment: Assignment }) {
  const { proponents, joined } = assignment;
  return (
    <>
      {proponents.length > 0 && (
        <Card title={t('assignment.proponents')}>
          <People of={proponents} assignment={assignment} />
        </Card>
      )}
      {joined.length > 0 && (
        <Card title={t('assignment.joined', { count: joined.length })}>
          <p className="quiet">{t('assignment.joinedHelp')}</p>
          <Collapse
            items={joined.map((each) => ({
              key: each.id,
              label: t('assignment.joinedLabel', { title: each.title, name: each.proponents[0]?.name ?? '' }),
              children: <JoinedText joined={each} assignment={assignment} />,
            }))}
          />
        </Card>
      )}
    </>
  );
}

function JoinedText({ joined, assignment }: { joined: Joined; assignment: Assignment }) {
  const parts = [
    [t('proposal.situation'), joined.situation],
    [t('proposal.analysis'), joined.analysis],
    [t('proposal.research'), joined.research],
  ] as const;
  return (
    <>
      <People of={joined.proponents} assignment={assignment} />
      {parts
        .filter(([, text]) => text)
        .map(([heading, text]) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <p className="text">{text}</p>
          </section>
        ))}
      <h3>{t('proposal.suggestions')}</h3>
      <ol className="suggestions">
        {joined.suggestions.map((suggestion, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a suggestion is known by its number
          <li key={at}>{suggestion}</li>
        ))}
      </ol>
      <Attachments type="proposal" id={joined.id} />
    </>
  );
}

function People({ of, assignment }: { of: readonly Proponent[]; assignment: Assignment }) {
  return (
    <ul className="plain-list">
      {of.map((person) => (
        <li key={person.seatId}>
          <span className="strong">{person.name}</span>{' '}
          <span className="quiet">{[person.sector, person.post].filter(Boolean).join(' · ')}</span>
          {person.phone && <Phone person={person} assignment={assignment} />}
        </li>
      ))}
    </ul>
  );
}

/** Masked until the unit that replies asks for it, which is logged. */
function Phone({ person, assignment }: { person: Proponent; assignment: Assignment }) {
  const show = useMutation({
    mutationFn: () =>
      read(
        api.GET('/api/assignments/{id}/proponents/{seatId}/phone', {
          params: { path: { id: assignment.id, seatId: person.seatId } },
        }),
      ),
  });
  return (
    <div className="row">
      {show.data?.phone ?? person.phone}
      {!show.data && assignment.can.includes('open-phone') && (
        <>
          <Button
            size="small"
            loading={show.isPending}
            onClick={() => show.mutate()}
            aria-label={t('assignment.showPhoneOf', { name: person.name })}
          >
            {t('seat.showPhone')}
          </Button>
          <span className="quiet">{t('seat.phoneLogged')}</span>
        </>
      )}
      <Problem error={show.error} />
    </div>
  );
}
