import { QueryClient } from '@tanstack/react-query';

/**
 * What is asynchronous and read again: case list, figures. There is no network to wait for, nothing grows stale by itself
 * (keys carry the revision, or the store says when to ask again), and large answers are compared by identity and let go soon.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      structuralSharing: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: false,
    },
  },
});
