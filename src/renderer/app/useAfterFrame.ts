import { startTransition, useEffect, useState } from 'react';

/**
 * The value as of the last frame that was painted; a new one follows after the next frame, in slices that leave room for
 * input. `useDeferredValue` alone would begin before that frame and make it late.
 */
export function useAfterFrame<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setShown(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return shown;
}
