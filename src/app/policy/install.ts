/** Imported first by the entry, for its effect: the exits are closed before any other module of the program is evaluated. */
import { closeExits } from './close-exits.ts';

closeExits(window);
