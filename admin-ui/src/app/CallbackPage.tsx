import { useQuery } from '@tanstack/react-query';
import { useRouteContext, useRouter } from '@tanstack/react-router';
import { Spin } from 'antd';
import { Problem } from '../ui/Problem';
import { t } from '../ui/text';

/** Where Keycloak sends the browser back to. */
export function CallbackPage() {
  const { auth } = useRouteContext({ from: '/callback' });
  const router = useRouter();
  const { error } = useQuery({
    queryKey: ['callback'],
    queryFn: async () => {
      const path = await auth.finish();
      router.history.replace(`/console${path}`);
      return path;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error)
    return (
      <main className="plain">
        <Problem error={error} retry={() => window.location.assign('/console/')} />
      </main>
    );
  return <Spin fullscreen description={t('auth.finishing')} />;
}
