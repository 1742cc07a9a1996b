export {
  type Grip,
  type Hand,
  type Held,
  TimelineCanvas,
  type TimelineCanvasHandle,
  type TimelineCanvasProps,
} from './timeline-canvas.tsx';
