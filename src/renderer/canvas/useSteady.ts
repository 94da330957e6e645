import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for the life of the component that does what the latest `run` does: what takes it as a property is not
 * rendered again because of it. For event handlers; it must not be called while rendering.
 */
export function useSteady<Arguments extends readonly unknown[], Answer>(
  run: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...given) => latest.current(...given), []);
}
