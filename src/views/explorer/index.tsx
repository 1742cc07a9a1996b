import './explorer.css';
import { ChartSection } from './chart-section.tsx';
import { EntitySection } from './entity-section.tsx';
import { FilterSection } from './filter-section.tsx';
import { SearchSection } from './search-section.tsx';

/** The left side: search, entities by type, charts, sources, filters. */
export default function Explorer() {
  return (
    <>
      <SearchSection />
      <EntitySection />
      <ChartSection />
      <FilterSection />
    </>
  );
}
