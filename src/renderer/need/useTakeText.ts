import { useServices } from '../app/services.ts';

/** Puts a sentence into the describe-it box and reads it at once. */
export function useTakeText(): (text: string) => void {
  const { interpret, store } = useServices();
  return (text) => {
    const { need, readText } = store.getState();
    readText(interpret(need.text ?? ''), interpret(text));
  };
}
