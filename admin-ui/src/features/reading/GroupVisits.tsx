import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import { api, done, read } from '../../api/client';
import { sendOnce } from '../../api/enter';
import type { InvitedVisitor, ReadingGroup, Visit } from '../../api/types';
import { FormModal } from '../../ui/FormModal';
import { day, prose } from '../../ui/format';
import { Card } from '../../ui/Page';
import { Problem } from '../../ui/Problem';
import { Secret } from '../../ui/Secret';
import { t } from '../../ui/text';
import { useAct } from '../../ui/useAct';

/** Readers of other committees: each sees this group and nothing else, and shows a name and a committee of his own. */
export function GroupVisits({ group }: { group: ReadingGroup }) {
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<InvitedVisitor>();
  const { data, error, refetch } = useQuery({
    queryKey: ['reading-visits', group.id],
    queryFn: () =>
      read(
        api.GET('/api/reading-groups/{groupId}/visits', {
          params: { path: { groupId: group.id }, query: { limit: 100 } },
        }),
      ),
  });
  const dismiss = useAct((id: string) =>
    done(api.DELETE('/api/reading-groups/{groupId}/visits/{id}', { params: { path: { groupId: group.id, id } } })),
  );
  const mayInvite = group.can.includes('invite');
  if (!mayInvite && data?.items.length === 0) return null;
  return (
    <Card
      title={t('visit.title')}
      extra={mayInvite && <Button onClick={() => setInviting(true)}>{t('visit.invite')}</Button>}
    >
      <Problem error={error ?? dismiss.error} retry={() => refetch()} />
      {!data && !error && <Skeleton active />}
      {data?.items.length === 0 && <p className="quiet">{t('visit.none')}</p>}
      <ul className="weeks">
        {data?.items.map((visit) => (
          <li key={visit.id} className="row">
            <span className="grow">
              {visit.name ?? visit.invited} <span className="quiet">{standing(visit)}</span>
            </span>
            {!visit.endedAt && (
              <Popconfirm
                title={t(visit.begunAt ? 'visit.dismissSure' : 'visit.takeBackSure')}
                okText={t(visit.begunAt ? 'visit.dismiss' : 'visit.takeBack')}
                cancelText={t('common.cancel')}
                onConfirm={() => dismiss.mutate(visit.id)}
              >
                <Button size="small" loading={dismiss.isPending && dismiss.variables === visit.id}>
                  {t(visit.begunAt ? 'visit.dismiss' : 'visit.takeBack')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {invited && <Secret text={invited.url} note={t('visit.linkNote', { day: prose(invited.expiresAt) })} />}
      {inviting && <InviteModal group={group} onInvited={setInvited} onClose={() => setInviting(false)} />}
    </Card>
  );
}

function standing({ committee, invitedAt, begunAt, endedAt }: Visit): string {
  const from = committee ? `${committee} · ` : '';
  if (endedAt) return from + t('visit.endedOn', { day: day(endedAt) });
  if (begunAt) return from + t('visit.since', { day: day(begunAt) });
  return t('visit.invitedOn', { day: day(invitedAt) });
}

function InviteModal({
  group,
  onInvited,
  onClose,
}: {
  group: ReadingGroup;
  onInvited: (invited: InvitedVisitor) => void;
  onClose: () => void;
}) {
  const draft = `reading.visit.${group.id}`;
  return (
    <FormModal<{ name: string }>
      title={t('visit.invite')}
      verb={t('visit.invite')}
      draft={draft}
      initial={{}}
      onSend={async ({ name }) =>
        onInvited(
          await sendOnce(draft, { name }, (id) =>
            read(
              api.POST('/api/reading-groups/{groupId}/visits', {
                params: { path: { groupId: group.id } },
                body: { id, name },
              }),
            ),
          ),
        )
      }
      onClose={onClose}
    >
      <p>{t('visit.inviteHelp')}</p>
      <Form.Item
        name="name"
        label={t('visit.whom')}
        extra={t('visit.whomHelp')}
        rules={[{ required: true, whitespace: true, message: t('visit.whomNeeded') }]}
      >
        <Input maxLength={20} />
      </Form.Item>
    </FormModal>
  );
}
