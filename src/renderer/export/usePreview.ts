import { useEffect, useState } from 'react';
import type { Scene } from '../../core/scene/scene.ts';
import { useServices } from '../app/services.ts';
import type { PictureLook } from '../state/pictureLook.ts';
import { pictureSvg } from './makePicture.ts';

interface Preview {
  /** Address of the picture as SVG; undefined while it is drawn. An image runs nothing and loads nothing. */
  readonly url: string | undefined;
  readonly problem: string | undefined;
}

/** The picture as it will be saved. */
export function usePreview(
  scene: Scene | undefined,
  { text, transparent }: Pick<PictureLook, 'text' | 'transparent'>,
): Preview {
  const services = useServices();
  const [svg, setSvg] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let current = true;
    setProblem(undefined);
    if (scene === undefined) {
      setSvg(undefined);
      return;
    }
    pictureSvg(services, scene, { text, transparent }).then(
      (drawn) => {
        if (current) setSvg(drawn);
      },
      (error: unknown) => {
        if (current) setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      current = false;
    };
  }, [services, scene, text, transparent]);

  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return { url: svg === undefined ? undefined : url, problem };
}
