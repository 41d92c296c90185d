import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '../api/queries';
import { keyBook } from '../keys/key-book';
import { LiveProvider } from '../shell/live';
import { startTexts } from '../texts/language';
import { schemeManager } from '../theme/scheme';
import '../theme/styles';
import { cssVariables, theme } from '../theme/theme';
import { newRouter } from './router';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const place = document.getElementById('console');
if (!place) throw new Error('The page has no place for the console');

const queries = newQueryClient();
const router = newRouter();
await startTexts();
keyBook.listen();

createRoot(place).render(
  <StrictMode>
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={schemeManager}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queries}>
          <LiveProvider>
            <Suspense fallback={null}>
              <RouterProvider router={router} />
            </Suspense>
          </LiveProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
