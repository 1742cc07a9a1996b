import '../fonts/faces.css';
import './tokens.css';
import './base.css';
import './frame.css';
import './controls.css';

export { applyTheme, type Density, type Theme } from './apply-theme.ts';
