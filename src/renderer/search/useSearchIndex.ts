import { useServices } from '../app/services.ts';
import { type SearchCatalog, searchOf } from './searchCatalog.ts';

/** Search over the catalogue that the window works with. */
export const useSearchIndex = (): SearchCatalog => searchOf(useServices().catalog);
