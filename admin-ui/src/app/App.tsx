import { StyleProvider } from '@ant-design/cssinjs';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, useState } from 'react';
import { parseSearch, stringifySearch } from '../ui/search';
import type { Auth } from './auth';
import { BrokenPage } from './BrokenPage';
import { routes } from './routes';
import { newQueryClient } from './SessionGate';
import { theme, transformers } from './theme';

function newRouter(auth: Auth) {
  return createRouter({
    routeTree: routes,
    basepath: '/console',
    context: { auth },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultErrorComponent: BrokenPage,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}

export function App({ auth }: { auth: Auth }) {
  const [client] = useState(newQueryClient);
  const router = useMemo(() => newRouter(auth), [auth]);
  const direction = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
  return (
    <StyleProvider hashPriority="high" transformers={transformers}>
      <ConfigProvider theme={theme()} locale={zhCN} direction={direction} button={{ autoInsertSpace: false }}>
        <AntApp component={false}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </StyleProvider>
  );
}
