import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api, read } from '../../api/client';
import { t } from '../../ui/text';

/** How many key proposals the session has, beside how many it should have; more than that is said, not refused. */
export function KeyNumber() {
  const { data } = useQuery({
    queryKey: ['key-proposal-count'],
    queryFn: () => read(api.GET('/api/key-proposal-count')),
  });
  if (!data?.session) return null;
  const { session, chosen, atLeast, atMost } = data;
  const how = chosen > atMost ? 'many' : chosen < atLeast ? 'few' : 'right';
  return (
    <Alert
      type={how === 'many' ? 'warning' : 'info'}
      showIcon
      className="form-note"
      title={t(`key.number.${how}`, { session, count: chosen, min: atLeast, max: atMost })}
    />
  );
}
