import { useEffect } from 'react';

/** Says `data-ready="map"` on the page from the first frame that shows the map: what the start-up bench waits for. */
export function useReady(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    const frame = requestAnimationFrame(() => {
      document.body.dataset.ready = 'map';
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
}
